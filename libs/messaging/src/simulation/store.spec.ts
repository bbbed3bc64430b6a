// A document store with what the guarantees lean on: snapshots, write conflicts, unique keys, a majority that lags, change streams.
import { mongo } from 'mongoose';
import { changed, matches } from './operators.spec';
import type { Scheduler } from './scheduler.spec';

export type Doc = Record<string, unknown> & { _id: string };
export type Filter = Record<string, unknown>;
export type Change = Parameters<typeof changed>[1];

interface Version {
  readonly ts: number;
  readonly doc: Doc | null;
}

/** One transaction: what it sees and what it will write. */
export interface Tx {
  snapshot?: number;
  readonly writes: Map<string, { collection: string; id: string; doc: Doc | null }>;
  state: 'open' | 'committed' | 'aborted';
}

const conflict = () => {
  const error = new mongo.MongoServerError({ message: 'Write conflict', code: 112 });
  error.addErrorLabel('TransientTransactionError');
  return error;
};
const noTransaction = () => {
  const error = new mongo.MongoServerError({ message: 'NoSuchTransaction', code: 251 });
  error.addErrorLabel('TransientTransactionError');
  return error;
};
const duplicate = () => new mongo.MongoServerError({ message: 'E11000 duplicate key', code: 11000 });

export class Store {
  /** Of the newest committed write; and of the newest that a majority has. */
  ts = 0;
  majority = 0;
  idsMade = 0;
  readonly inserted: { ts: number; collection: string; doc: Doc }[] = [];
  private readonly collections = new Map<string, Map<string, Version[]>>();
  private readonly locks = new Map<string, Tx>();
  private readonly unique = new Set<string>();
  private changed: (() => void)[] = [];

  constructor(private readonly scheduler: Scheduler) {}

  all(collection: string, at = this.ts, tx?: Tx): Doc[] {
    const docs: Doc[] = [];
    for (const id of this.in(collection).keys()) {
      const doc = this.read(collection, id, at, tx);
      if (doc) docs.push(doc);
    }
    for (const write of tx?.writes.values() ?? []) {
      if (write.collection === collection && write.doc && !this.in(collection).has(write.id))
        docs.push(write.doc);
    }
    return docs;
  }

  find(collection: string, filter: Filter, at: number, tx?: Tx): Doc[] {
    const { _id } = filter;
    if (typeof _id !== 'string')
      return this.all(collection, at, tx).filter((one) => matches(one, filter, this.now()));
    const doc = this.read(collection, _id, at, tx);
    return doc && matches(doc, filter, this.now()) ? [doc] : [];
  }

  /** What this operation sees: its transaction's snapshot, or now. */
  view(tx: Tx | undefined): number {
    if (!tx) return this.ts;
    if (tx.state !== 'open') throw noTransaction();
    return (tx.snapshot ??= this.ts);
  }

  insert(collection: string, doc: Doc, tx?: Tx): void {
    this.mustBeFree(collection, doc._id, tx);
    if (this.read(collection, doc._id, this.view(tx), tx)) throw duplicate();
    const key = uniqueKey(collection, doc);
    if (key && this.unique.has(key)) throw tx ? conflict() : duplicate();
    this.write(collection, doc._id, doc, tx);
  }

  /** Documents changed, whether one was made, and the document after. */
  update(
    collection: string,
    filter: Filter,
    change: Change,
    tx?: Tx,
    options: { upsert?: boolean; many?: boolean } = {},
  ) {
    const found = this.find(collection, filter, this.view(tx), tx);
    const chosen = options.many ? found : found.slice(0, 1);
    for (const doc of chosen) {
      this.mustBeFree(collection, doc._id, tx);
      this.write(collection, doc._id, changed(doc, change, this.now()), tx);
    }
    if (chosen.length > 0 || !options.upsert) return { matched: chosen.length, upserted: 0 };
    const made = changed(equalities(filter) as Doc, change, this.now(), true);
    this.insert(collection, made, tx);
    return { matched: 0, upserted: 1 };
  }

  replace(collection: string, filter: Filter, doc: Omit<Doc, '_id'>, tx?: Tx): number {
    const [found] = this.find(collection, filter, this.view(tx), tx);
    if (!found) return 0;
    this.mustBeFree(collection, found._id, tx);
    this.write(collection, found._id, { ...doc, _id: found._id }, tx);
    return 1;
  }

  remove(collection: string, filter: Filter, tx?: Tx): number {
    const [found] = this.find(collection, filter, this.view(tx), tx);
    if (!found) return 0;
    this.mustBeFree(collection, found._id, tx);
    this.write(collection, found._id, null, tx);
    return 1;
  }

  commit(tx: Tx): void {
    if (tx.state === 'committed') return;
    this.view(tx);
    this.apply([...tx.writes.values()]);
    tx.state = 'committed';
    this.release(tx);
  }

  abort(tx: Tx): void {
    if (tx.state !== 'open') return;
    tx.state = 'aborted';
    this.release(tx);
  }

  isLocked(collection: string, id: string): boolean {
    return this.locks.has(`${collection} ${id}`);
  }

  reachMajority(): void {
    if (this.majority === this.ts) return;
    this.majority = this.ts;
    for (const wake of this.changed.splice(0)) wake();
  }

  /** Resolves when the majority has moved. */
  nextMajority(): Promise<void> {
    return new Promise((resolve) => this.changed.push(resolve));
  }

  /** mongod's clock. */
  private now(): Date {
    return new Date(this.scheduler.now);
  }

  private read(collection: string, id: string, at: number, tx?: Tx): Doc | null {
    const own = tx?.writes.get(`${collection} ${id}`);
    if (own) return own.doc;
    const versions = this.in(collection).get(id);
    for (let index = (versions?.length ?? 0) - 1; index >= 0; index -= 1) {
      if (versions![index]!.ts <= at) return versions![index]!.doc;
    }
    return null;
  }

  private mustBeFree(collection: string, id: string, tx?: Tx): void {
    const holder = this.locks.get(`${collection} ${id}`);
    if (holder && holder !== tx) throw conflict();
    const newest = this.in(collection).get(id)?.at(-1);
    if (tx && newest && newest.ts > this.view(tx)) throw conflict();
  }

  private write(collection: string, id: string, doc: Doc | null, tx?: Tx): void {
    if (!tx) return this.apply([{ collection, id, doc }]);
    tx.writes.set(`${collection} ${id}`, { collection, id, doc });
    this.locks.set(`${collection} ${id}`, tx);
  }

  private apply(writes: readonly { collection: string; id: string; doc: Doc | null }[]): void {
    this.ts += 1;
    for (const { collection, id, doc } of writes) {
      const versions = this.in(collection).get(id) ?? [];
      const isNew = !versions.at(-1)?.doc;
      versions.push({ ts: this.ts, doc });
      this.in(collection).set(id, versions);
      if (!doc || !isNew) continue;
      const key = uniqueKey(collection, doc);
      if (key) this.unique.add(key);
      this.inserted.push({ ts: this.ts, collection, doc });
    }
  }

  private release(tx: Tx): void {
    for (const [key, holder] of this.locks) if (holder === tx) this.locks.delete(key);
  }

  private in(collection: string): Map<string, Version[]> {
    let found = this.collections.get(collection);
    if (!found) this.collections.set(collection, (found = new Map()));
    return found;
  }
}

/** What an upsert takes from its filter: plain values only. */
function equalities(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => typeof value !== 'object'));
}

function uniqueKey(collection: string, doc: Doc): string | undefined {
  if (collection !== 'journal') return undefined;
  return `${doc['aggregate']} ${doc['aggregateId']} ${doc['sequence']}`;
}
