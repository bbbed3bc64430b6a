import type { Cause, Transaction } from '../unit-of-work/types';

/** Something with a stored due date. Fired by the leading process as an ordinary command; never by a timer in memory. */
export type DueWork = {
  /** `service.verb-objects`. */
  readonly name: string;
  /** What is due at `now`, at most `limit`, the most overdue first. */
  readonly find: (now: Date, limit: number) => Promise<readonly DueItem[]>;
} & (
  | {
      /** One transaction each. */
      readonly run: (tx: Transaction, id: string) => Promise<unknown>;
    }
  | {
      /** For an effect outside: no transaction around it; it marks what it did itself. */
      readonly effect: (id: string, now: Date) => Promise<void>;
    }
);

export interface DueItem extends Pick<Cause, 'territory' | 'correlationId' | 'causationId'> {
  readonly id: string;
}

export function dueWork(work: DueWork): DueWork {
  return work;
}
