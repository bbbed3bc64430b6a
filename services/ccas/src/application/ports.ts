import type { Field } from '@passerelle/contracts';
import type { AggregateStore, Transaction } from '@passerelle/messaging';
import type { GoAhead, GoAheadCommand, GoAheadEvent } from '../domain/go-ahead';
import type { Need, NeedEvent } from '../domain/need';
import type { NeedCommand } from '../domain/need.decide';
import type { ChainLink } from './chain/chain-link';

/** What this service keeps, as its use cases see it. */
export interface Ports {
  readonly needs: AggregateStore<NeedCommand, Need, NeedEvent>;
  readonly goAheads: AggregateStore<GoAheadCommand, GoAhead, GoAheadEvent>;
  readonly notes: NeedNotes;
  readonly servedFields: ServedFields;
  readonly aliases: PersonAliases;
  readonly chainLinks: ChainLinks;
  readonly workers: Workers;
  readonly due: DueFinders;
}

export const noteKinds = ['words', 'note', 'reorientation', 'withdrawal', 'reopening'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** A resident's own words, a worker's note or reason: erasable, beside the journal, which names only its id. */
export interface NeedNote {
  readonly id: string;
  readonly needId: string;
  readonly personId: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

export interface NeedNotes {
  write(tx: Transaction, notes: readonly NeedNote[]): Promise<void>;
  /** Whether this note was already written: the form was sent twice. */
  has(tx: Transaction, noteId: string): Promise<boolean>;
}

export interface ServedFields {
  /** `eventId` is what made it known: the cause of what follows from it. */
  know(tx: Transaction, field: string, eventId: string): Promise<void>;
  isServed(tx: Transaction, field: Field): Promise<boolean>;
}

export interface PersonAliases {
  join(tx: Transaction, personId: string, into: string): Promise<void>;
  part(tx: Transaction, personId: string): Promise<void>;
}

export interface ChainLinks {
  add(tx: Transaction, link: ChainLink): Promise<void>;
}

export interface Workers {
  /** Whether this agent works with needs in the territory of the transaction. */
  works(tx: Transaction, workerId: string): Promise<boolean>;
}

export interface DueNeed {
  readonly id: string;
  readonly territory: string;
  readonly causationId?: string;
}

export interface DueFinders {
  /** Promises that have something to say, the most overdue first. */
  promises(now: Date, limit: number): Promise<DueNeed[]>;
  /** Answers to permanence requests that were held long enough to be taken back. */
  goAheadsToSend(now: Date, limit: number): Promise<DueNeed[]>;
  /** Needs that wait for a service which is there now. */
  needsThatAServiceTakes(limit: number): Promise<DueNeed[]>;
}
