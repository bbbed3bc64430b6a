import type { EventContract } from '@passerelle/contracts';
import type { Decider, Refusal } from '@passerelle/domain-kit';
import type { ClientSession } from 'mongoose';
import type { JournalEntry } from '../journal/journal-entry';
import type { LaterWrite } from './group-commit';

/** Every domain event is a flat object with a past-tense type. Instants are `Date`; nothing personal, it is kept for ever. */
export interface DomainEvent {
  readonly type: string;
}

/** Who asks, for where, and what caused it. */
export interface Cause {
  readonly territory: string;
  /** Subject of the agent's token, or `link:<purpose>`; absent when the software acts by itself. */
  readonly actor?: string;
  /** Absent for a first command: the unit of work makes one. */
  readonly correlationId?: string;
  /** Id of the event reacted to, or of the command. */
  readonly causationId?: string;
  readonly traceparent?: string;
}

/** One MongoDB transaction: everything done with it is kept together or not at all. */
export interface Transaction extends Cause {
  readonly session: ClientSession;
  /** Domain time, the same for the whole transaction. */
  readonly now: Date;
  readonly correlationId: string;
  readonly causationId: string;
  /** A new UUIDv7. */
  newId(): string;
  /** From 1; higher when a conflict made the work run again. */
  readonly attempt: number;
  /** Journal entries of this transaction, written together just before it commits. */
  readonly entries: JournalEntry[];
  /** While the work has read nothing: where its writes wait for a transaction shared with others. Otherwise it writes at once. */
  readonly later?: LaterWrite[];
}

export interface Loaded<State> {
  readonly id: string;
  /** 0 when it does not exist yet; otherwise the sequence of its last event. */
  readonly version: number;
  readonly territory: string;
  readonly state: State;
  /** The correlation it was born with: its later events keep it. */
  readonly correlationId?: string;
  /** The trace it was born in: what falls due later goes on with it. */
  readonly traceparent?: string;
  /** Of the last event that this transaction appended to it: the cause to give to what follows from it. */
  readonly lastEventId?: string;
}

/** What a domain event tells other services: a contract and its data. */
export interface Publication<Data = unknown> {
  readonly contract: EventContract<Data>;
  readonly data: Data;
}

export interface Published<State> {
  readonly id: string;
  readonly state: State;
  readonly now: Date;
}

/** Exhaustive: each domain event is either translated or kept `internal`. State is the one after the event. */
export type PublishTable<State, Event extends DomainEvent> = {
  readonly [Type in Event['type']]:
    | 'internal'
    | ((event: Extract<Event, { type: Type }>, after: Published<State>) => Publication | undefined);
};

export interface DecideOptions {
  /** The version the caller read; another one is refused as `StaleVersion`. Left out by reactions and by creations. */
  readonly expectedVersion?: number;
  /** It most likely does not exist yet: it is not read first. When it does exist, the work runs again and reads it. */
  readonly likelyNew?: boolean;
}

export interface AggregateStore<Command, State, Event extends DomainEvent> {
  readonly name: string;
  readonly decider: Decider<Command, State, Event>;
  /** Inside a transaction; an unknown id gives the initial state with version 0. */
  load(tx: Transaction, id: string): Promise<Loaded<State>>;
  /** Appends events to the journal and saves the state after them; no events, nothing written. */
  save(tx: Transaction, before: Loaded<State>, events: readonly Event[]): Promise<Loaded<State>>;
  /**
   * Load, decide, save. Refused as `WrongTerritory` when it belongs to another territory than the transaction's,
   * as `StaleVersion` when it moved since the caller read it.
   */
  decide(
    tx: Transaction,
    id: string,
    command: Command,
    options?: DecideOptions,
  ): Promise<Loaded<State> | Refusal>;
  /** Outside any transaction, for answers and views. */
  read(id: string): Promise<Loaded<State> | undefined>;
}
