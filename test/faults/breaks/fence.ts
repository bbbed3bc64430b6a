import type { Break } from './break';

export const fence: Break = {
  what: 'the relay does not look at its lease: a paused holder goes on sending, and two may',
  changes: [
    {
      file: 'lease/lease.ts',
      from: 'const isHeld = () => this.holding === holding && this.time.monotonicMs() < this.heldUntil;',
      to: 'const isHeld = () => holding > 0;',
    },
  ],
  hurtBy: ['SIGSTOP of a service'],
};
