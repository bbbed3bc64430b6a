import type { AggregateStore, Journal, Loaded, Transaction } from '@passerelle/messaging';
import type { Window } from '../domain/allocation';
import type { Aggregates, Kind, Partner } from '../domain/desk';
import type { Permanence, PermanenceEvent } from '../domain/permanence';
import type { PermanenceCommand } from '../domain/permanence.decide';
import type { Place, PlaceEvent } from '../domain/place';
import type { PlaceCommand } from '../domain/place.decide';
import type { HeldSession } from '../domain/session';
import type { Request } from '../domain/request';

export type StoreOf<K extends Kind> = AggregateStore<
  Aggregates[K]['command'],
  Aggregates[K]['state'],
  Aggregates[K]['event']
>;

/** What the use cases need from outside; the module gives it. */
export interface Ports {
  readonly places: AggregateStore<PlaceCommand, Place, PlaceEvent>;
  readonly permanences: AggregateStore<PermanenceCommand, Permanence, PermanenceEvent>;
  readonly desk: { readonly [K in Kind]: StoreOf<K> };
  /** Several of one kind at once; the unknown ones are left out. */
  loadMany<K extends Kind>(
    tx: Transaction,
    kind: K,
    ids: readonly string[],
  ): Promise<Loaded<Aggregates[K]['state']>[]>;
  readonly find: Finders;
  readonly due: DueFinders;
  readonly partners: PartnerBook;
  readonly aliases: PersonAliases;
  readonly reasons: DeclineReasons;
  readonly journal: Journal;
}

/** Searches inside a transaction, always within its territory. */
export interface Finders {
  /** The first sessions, by date, with a slot free for that topic in that window. */
  freeSessions(tx: Transaction, topic: string, window: Window, count: number): Promise<Loaded<HeldSession>[]>;
  /** Sessions at a place that are not over at that instant and not cancelled. */
  sessionsAt(tx: Transaction, placeId: string, from: Date): Promise<Loaded<HeldSession>[]>;
  sessionsOfPermanence(tx: Transaction, permanenceId: string, from: Date): Promise<Loaded<HeldSession>[]>;
  permanencesAt(tx: Transaction, placeId: string): Promise<Loaded<Permanence>[]>;
  openRequestsOf(tx: Transaction, personIds: readonly string[]): Promise<Loaded<Request>[]>;
  /** Topics for which somebody waits. */
  waitedTopics(tx: Transaction): Promise<string[]>;
  /** Id of the last event of that aggregate that other services heard. */
  lastPublished(tx: Transaction, aggregate: string, id: string): Promise<string | undefined>;
}

interface Due {
  readonly id: string;
  readonly territory: string;
  readonly causationId?: string;
}

/** What is due, in every territory. */
export interface DueFinders {
  permanencesToOpen(until: string, limit: number): Promise<Due[]>;
  appointmentsToRemind(now: Date, limit: number): Promise<Due[]>;
  partnersToRemind(now: Date, limit: number): Promise<Due[]>;
  partnersThatLapsed(now: Date, limit: number): Promise<Due[]>;
  /** Territories where a slot came within reach of somebody who waits, or a permanence should be asked for. */
  territoriesToSettle(now: Date): Promise<Due[]>;
}

/** What the directory told about partners. */
export interface PartnerBook {
  of(tx: Transaction): Promise<Partner[]>;
  /** An older word never overwrites a later one. */
  note(tx: Transaction, partner: Partner, sequence: number): Promise<void>;
}

/** Which persons are the same, as `people` told; requests keep the person they were made for. */
export interface PersonAliases {
  add(tx: Transaction, personId: string, into: string): Promise<void>;
  remove(tx: Transaction, personId: string): Promise<void>;
  /**
   * Two transactions that name the same person here are in conflict, and one of them runs again. A snapshot alone would let a
   * request be filed while its person is joined with another, each without seeing the other.
   */
  meet(tx: Transaction, personIds: readonly string[]): Promise<void>;
  /** That person and everybody who is the same, that person alone when there is nobody. */
  group(tx: Transaction, personId: string): Promise<string[]>;
}

/** Why partners declined, in their words: erasable, and never in an event. */
export interface DeclineReasons {
  keep(tx: Transaction, permanenceRequestId: string, attempt: number, reason: string): Promise<void>;
}
