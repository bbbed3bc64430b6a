import type { ReceivedMail } from '@passerelle/testing';
import type { Entry, Stored } from '../../verify/town';

export const services = ['people', 'ccas', 'directory', 'legal-access', 'notifications'] as const;
export type ServiceName = (typeof services)[number];

export interface Parked {
  readonly _id: string;
  readonly reason?: string;
  readonly why?: string;
  readonly reaction?: string;
  readonly key?: string;
  readonly sequence?: number;
}

/** One service's database, at the instant that is the same for all of them. */
export interface Store {
  readonly name: ServiceName;
  readonly journal: readonly Entry[];
  /** Aggregates by the journal's word for them, then by id. */
  readonly aggregates: ReadonlyMap<string, ReadonlyMap<string, Stored<unknown>>>;
  /** `reaction key` to the last sequence handled. */
  readonly inbox: ReadonlyMap<string, number>;
  readonly parked: readonly Parked[];
  /** `reaction eventId` that an administrator gave up. */
  readonly discarded: ReadonlySet<string>;
  /** Side collections that reactions write to. */
  readonly side: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
}

export interface Rec {
  /** Without its prefix. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** When the relay made it, in milliseconds. */
  readonly madeAt: number;
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly sequence: number;
  readonly fence: number;
}

export interface Topics {
  /** In the order of their partition. */
  readonly records: readonly Rec[];
  /** `topic partition` to the next offset to be written. */
  readonly ends: ReadonlyMap<string, number>;
}

/** `service topic partition` to the next offset that its group will read. */
export type Committed = ReadonlyMap<string, number>;

/** Everything that is looked at: read in an order that makes what is missing certainly missing. */
export interface Evidence {
  readonly stores: ReadonlyMap<ServiceName, Store>;
  readonly topics: Topics;
  readonly committed: Committed;
  /** On a topic, and in no journal even afterwards. */
  readonly unwritten: ReadonlySet<string>;
  readonly mails: readonly ReceivedMail[];
  /** At rest: what could still become right by waiting is a fault now. */
  readonly final: boolean;
}

export type State = Readonly<Record<string, unknown>> & { readonly status?: string };

export function aggregate(evidence: Evidence, service: ServiceName, name: string, id: string) {
  return evidence.stores.get(service)?.aggregates.get(name)?.get(id) as Stored<State> | undefined;
}

export function all(evidence: Evidence, service: ServiceName, name: string): readonly Stored<State>[] {
  return [...(evidence.stores.get(service)?.aggregates.get(name)?.values() ?? [])] as Stored<State>[];
}

export function side(evidence: Evidence, service: ServiceName, name: string, id: string) {
  return evidence.stores.get(service)?.side.get(name)?.get(id);
}
