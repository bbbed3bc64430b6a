import type { Break } from './break';

export const parking: Break = {
  what: 'what failed three times is dropped: its offset is resolved, and nothing is parked',
  changes: [
    {
      file: 'consumer/react.ts',
      from: 'return this.park(work, error as Error, isAlive);',
      to: 'return;',
    },
  ],
  hurtBy: ['in parking'],
};
