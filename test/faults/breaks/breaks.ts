import { ackOrder } from './ack-order';
import type { Break } from './break';
import { fence } from './fence';
import { inbox } from './inbox';
import { outbox } from './outbox';
import { parking } from './parking';

/** By the name that `--break` takes. */
export const breaks = { inbox, fence, 'ack-order': ackOrder, parking, outbox } satisfies Record<
  string,
  Break
>;

export function isBreak(name: string): name is keyof typeof breaks {
  return Object.hasOwn(breaks, name);
}
