import type { EventContract, EventEnvelope } from '@passerelle/contracts';
import type { Refusal } from '@passerelle/domain-kit';
import type { Loaded, Transaction } from '../unit-of-work/types';

/** What a service does when it hears a fact. One row of its reactions table. */
export interface Reaction<Data = unknown> {
  /** `service.verb-object`. It keys the inbox: renaming it needs a migration. */
  readonly name: string;
  readonly on: EventContract<Data>;
  /** A new reaction either reads the whole past of its topic, or only what is decided after it was first deployed. */
  readonly from: 'beginning' | 'now';
  /** Older events are dropped, in milliseconds of domain time: nobody is mailed about last year. */
  readonly staleAfterMs?: number;
  /** By the event alone: one that is not concerned costs no transaction. Left out, every event is. */
  readonly concerns?: (event: EventEnvelope<Data>) => boolean;
  /** Events with the same word are handled one after the other in this process: for those that would only meet in conflicts. */
  readonly lane?: (event: EventEnvelope<Data>) => string | undefined;
  /** Inside the inbox's transaction. A refusal is journaled and not retried; an error is tried three times, then parked. */
  readonly run: (event: EventEnvelope<Data>, tx: Transaction) => Promise<void | Loaded<unknown> | Refusal>;
}

/** Type-checks one row against its contract. */
export function reaction<Data>(row: Reaction<Data>): Reaction {
  return row as unknown as Reaction;
}
