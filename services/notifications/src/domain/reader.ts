import type { Recipient } from './recipient';

export interface Reader {
  readonly sub: string;
  readonly roles: readonly string[];
}

/** Whether a message is in this agent's inbox. One to a worker nobody knows yet is in every CCAS worker's. */
export function readerOf(recipient: Recipient, { sub, roles }: Reader): boolean {
  switch (recipient.kind) {
    case 'worker':
      return recipient.sub === undefined ? roles.includes('ccas-worker') : recipient.sub === sub;
    case 'agents':
      return recipient.roles.some((role) => roles.includes(role));
    default:
      return false;
  }
}
