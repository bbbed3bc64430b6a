import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Loaded, Transaction } from '@passerelle/messaging';
import { windowOf } from '../domain/allocation';
import { Desk, NotOnDesk, type Change, type Kind, type Missing, type Partner } from '../domain/desk';
import type { Demand } from '../domain/demand';
import { policyAt } from '../domain/policy';
import { demandId } from './ids';
import type { Ports, StoreOf } from './ports';

/** The version that the caller read of one aggregate; another one is refused. */
export interface Expected {
  readonly kind: Kind;
  readonly id: string;
  readonly version?: number;
}

/**
 * Takes one decision over several aggregates inside the caller's transaction: lays on the desk what it asks for, decides
 * from the start each time something was missing, then saves everything that changed.
 */
export async function atDesk(
  tx: Transaction,
  ports: Ports,
  decide: (desk: Desk) => Refusal | undefined | void,
  expected?: Expected,
  laid = new Laid(tx, ports),
): Promise<Laid | Refusal> {
  if (expected) {
    const refusal = await laid.expect(expected);
    if (refusal) return refusal;
  }
  for (;;) {
    const desk = laid.desk();
    try {
      const refusal = decide(desk);
      if (isRefusal(refusal)) return refusal;
      await laid.save(desk.changes());
      return laid;
    } catch (error) {
      if (!(error instanceof NotOnDesk)) throw error;
      const refusal = await laid.fetch(error.missing);
      if (refusal) return refusal;
    }
  }
}

/** The same when nobody acted and time alone moved the queue: what happens to a request follows from its own last word. */
export function atDeskInTime(
  tx: Transaction,
  ports: Ports,
  decide: (desk: Desk) => Refusal | undefined | void,
): Promise<Laid | Refusal> {
  const lastWord = (kind: Kind, id: string) =>
    kind === 'request' ? ports.find.lastPublished(tx, 'request', id) : Promise.resolve(undefined);
  return atDesk(tx, ports, decide, undefined, new Laid(tx, ports, lastWord));
}

/** What was loaded for a decision, and what became of it. */
export class Laid {
  private readonly loaded = new Map<string, { kind: Kind; id: string; at: Loaded<unknown> }>();
  private readonly searched = new Map<string, number>();
  private partners?: readonly Partner[];

  constructor(
    private readonly tx: Transaction,
    private readonly ports: Ports,
    private readonly lastWord?: (kind: Kind, id: string) => Promise<string | undefined>,
  ) {}

  desk(): Desk {
    const desk = new Desk(this.tx.now, () => this.tx.newId());
    for (const { kind, id, at } of this.loaded.values()) desk.lay(kind, id, at.state as never);
    for (const [topic, count] of this.searched) desk.layFreeSessions(topic, count);
    if (this.partners) desk.layPartners(this.partners);
    return desk;
  }

  async expect({ kind, id, version }: Expected): Promise<Refusal | undefined> {
    const refusal = await this.fetch({ kind, ids: [id] });
    if (refusal || version === undefined || this.of(kind, id).version === version) return refusal;
    return refuse(
      'StaleVersion',
      'Ce dossier a changé depuis que vous l’avez ouvert. Relisez-le, puis recommencez.',
      'version',
    );
  }

  async fetch(missing: Missing): Promise<Refusal | undefined> {
    if (missing.kind === 'partners') {
      this.partners = await this.ports.partners.of(this.tx);
      return undefined;
    }
    if (missing.kind === 'free-sessions') return this.searchSessions(missing.topic, missing.count);
    return this.load(missing.kind, missing.ids);
  }

  /** As it is after the decision. */
  of<State>(kind: Kind, id: string): Loaded<State> {
    const found = this.loaded.get(keyOf(kind, id));
    if (!found) throw new Error(`${kind} ${id} was not loaded`);
    return found.at as Loaded<State>;
  }

  async save(changes: readonly Change[]): Promise<void> {
    for (const { kind, id, events, causedBy } of changes) {
      const key = keyOf(kind, id);
      const cause = causedBy
        ? this.loaded.get(keyOf(causedBy.kind, causedBy.id))?.at.lastEventId
        : await this.lastWord?.(kind, id);
      const before = this.loaded.get(key)?.at ?? this.unknown(kind, id);
      const store = this.ports.desk[kind] as unknown as StoreOf<'request'>;
      const tx = cause === undefined ? this.tx : { ...this.tx, causationId: cause };
      const at = await store.save(tx, before as never, events as never);
      this.loaded.set(key, { kind, id, at });
    }
  }

  private async load(kind: Kind, ids: readonly string[]): Promise<Refusal | undefined> {
    const found = await this.ports.loadMany(
      this.tx,
      kind,
      ids.map((id) => this.storedId(kind, id)),
    );
    if (found.some(({ territory }) => territory !== this.tx.territory)) {
      return refuse('WrongTerritory', 'Ce dossier appartient à un autre territoire.');
    }
    const byId = new Map<string, Loaded<unknown>>(found.map((one) => [one.id, one]));
    for (const id of ids) {
      const at = byId.get(this.storedId(kind, id)) ?? this.unknown(kind, id);
      this.loaded.set(keyOf(kind, id), { kind, id, at });
    }
    return undefined;
  }

  private async searchSessions(topic: string, count: number): Promise<undefined> {
    const { policies } = this.of<Demand>('demand', topic).state;
    const window = windowOf(policyAt(this.tx.now, policies), this.tx.now);
    const found = await this.ports.find.freeSessions(this.tx, topic, window, count);
    for (const at of found) {
      const key = keyOf('session', at.id);
      if (!this.loaded.has(key)) this.loaded.set(key, { kind: 'session', id: at.id, at });
    }
    this.searched.set(topic, count);
    return undefined;
  }

  private unknown(kind: Kind, id: string): Loaded<unknown> {
    const { decider } = this.ports.desk[kind];
    return { id: this.storedId(kind, id), version: 0, territory: this.tx.territory, state: decider.initial };
  }

  /** A desk is one territory's and names a demand by its topic. */
  private storedId(kind: Kind, id: string): string {
    return kind === 'demand' ? demandId(this.tx.territory, id) : id;
  }
}

const keyOf = (kind: Kind, id: string) => `${kind}:${id}`;
