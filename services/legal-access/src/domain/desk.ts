import { fold, isRefusal, type Decider, type Refusal } from '@passerelle/domain-kit';
import { demand, type DemandCommand } from './demand.decide';
import type { Demand, DemandEvent } from './demand';
import { permanenceRequest, type PermanenceRequestCommand } from './permanence-request.decide';
import type { PermanenceRequest, PermanenceRequestEvent } from './permanence-request';
import { request, type RequestCommand } from './request.decide';
import type { Request, RequestEvent } from './request';
import { session, type SessionCommand } from './session.decide';
import type { Session, SessionEvent } from './session';

/** What decides about people and slots. A demand is named by its topic here: one desk is one territory. */
export interface Aggregates {
  demand: { command: DemandCommand; state: Demand; event: DemandEvent };
  session: { command: SessionCommand; state: Session; event: SessionEvent };
  request: { command: RequestCommand; state: Request; event: RequestEvent };
  permanenceRequest: {
    command: PermanenceRequestCommand;
    state: PermanenceRequest;
    event: PermanenceRequestEvent;
  };
}
export type Kind = keyof Aggregates;
type Deciders = {
  readonly [K in Kind]: Decider<Aggregates[K]['command'], Aggregates[K]['state'], Aggregates[K]['event']>;
};
const deciders: Deciders = { demand, session, request, permanenceRequest };

export interface Ref {
  readonly kind: Kind;
  readonly id: string;
}

/** What one aggregate went through, in the order of the first event of each. */
export type Change = {
  [K in Kind]: {
    readonly kind: K;
    readonly id: string;
    readonly events: Aggregates[K]['event'][];
    /** The other aggregate whose events caused these; absent when the command itself did. */
    readonly causedBy?: Ref;
  };
}[Kind];

export interface Partner {
  readonly partnerId: string;
  readonly kind: string;
  readonly topics: readonly string[];
  readonly rank: number;
  readonly active: boolean;
}

/** Thrown when a decision needs what was not laid on the desk: lay it and decide again from the start. */
export class NotOnDesk extends Error {
  constructor(readonly missing: Missing) {
    super(`not on the desk: ${JSON.stringify(missing)}`);
  }
}
export type Missing =
  | { readonly kind: Kind; readonly ids: readonly string[] }
  /** The first sessions, by date, with a slot that this topic may be given. */
  | { readonly kind: 'free-sessions'; readonly topic: string; readonly count: number }
  | { readonly kind: 'partners' };

/**
 * Where one decision over several aggregates is taken: it shows their states as the decision changes them and keeps
 * the events. Nothing is looked up or saved here.
 */
export class Desk {
  private readonly states = new Map<string, Aggregates[Kind]['state']>();
  private readonly changed = new Map<string, Change>();
  private readonly searched = new Map<string, number>();
  private known?: readonly Partner[];

  constructor(
    readonly now: Date,
    readonly newId: () => string,
  ) {}

  lay<K extends Kind>(kind: K, id: string, state: Aggregates[K]['state'] = deciders[kind].initial): void {
    this.states.set(keyOf(kind, id), state);
  }

  /** The `count` first sessions with a free slot for that topic lie here, or all of them if there are fewer. */
  layFreeSessions(topic: string, count: number): void {
    this.searched.set(topic, count);
  }

  layPartners(partners: readonly Partner[]): void {
    this.known = partners;
  }

  see<K extends Kind>(kind: K, id: string): Aggregates[K]['state'] {
    const state = this.states.get(keyOf(kind, id));
    if (state === undefined) throw new NotOnDesk({ kind, ids: [id] });
    return state as Aggregates[K]['state'];
  }

  /** Asks for several at once, so that they are fetched at once. */
  need(kind: Kind, ids: readonly string[]): void {
    const missing = ids.filter((id) => !this.states.has(keyOf(kind, id)));
    if (missing.length > 0) throw new NotOnDesk({ kind, ids: missing });
  }

  /** Every session on the desk, of which at least the `count` first ones with a free slot for that topic. */
  sessionsFor(topic: string, count: number): [id: string, session: Session][] {
    // Sessions that this decision filled or emptied were perhaps among those found: as many more must be looked at.
    const enough = count + [...this.changed.values()].filter(({ kind }) => kind === 'session').length;
    if ((this.searched.get(topic) ?? 0) < enough) {
      throw new NotOnDesk({ kind: 'free-sessions', topic, count: enough });
    }
    return [...this.states]
      .filter(([key]) => key.startsWith('session:'))
      .map(([key, state]) => [key.slice('session:'.length), state as Session]);
  }

  partners(): readonly Partner[] {
    if (!this.known) throw new NotOnDesk({ kind: 'partners' });
    return this.known;
  }

  /** Decides; the events are kept and the state moves. Refused: nothing changes. */
  tell<K extends Kind>(
    kind: K,
    id: string,
    command: Aggregates[K]['command'],
    causedBy?: Ref,
  ): Refusal | undefined {
    const before = this.see(kind, id);
    const decider: Deciders[K] = deciders[kind];
    const decision = decider.decide(command, before);
    if (isRefusal(decision)) return decision;
    if (decision.length === 0) return undefined;
    this.states.set(keyOf(kind, id), fold(decider.evolve, before, decision));
    const change = this.changed.get(keyOf(kind, id));
    if (change) (change.events as unknown[]).push(...decision);
    else this.changed.set(keyOf(kind, id), { kind, id, events: [...decision], causedBy } as Change);
    return undefined;
  }

  /** For what cannot be refused once the rest was decided: a refusal here is a fault of the software. */
  must<K extends Kind>(kind: K, id: string, command: Aggregates[K]['command'], causedBy?: Ref): void {
    const refusal = this.tell(kind, id, command, causedBy);
    if (refusal) throw new Error(`${kind} ${id} refused ${command.type}: ${refusal.refused}`);
  }

  changes(): Change[] {
    return [...this.changed.values()];
  }

  hasChanged(kind: Kind, id: string): boolean {
    return this.changed.has(keyOf(kind, id));
  }
}

const keyOf = (kind: Kind, id: string) => `${kind}:${id}`;
