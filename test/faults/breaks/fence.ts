import type { Break } from './break';

export const fence: Break = {
  what: 'the relay does not look at its lease: a paused holder goes on sending, and two may',
  changes: [
    {
      file: 'lease/lease.ts',
      from: 'return this.fence === fence && this.time.monotonicMs() < this.heldUntil;',
      to: 'return fence > 0;',
    },
  ],
  hurtBy: ['SIGSTOP of a service'],
};
