// The MongoDB driver as one process sees it: each call waits for its turn, may fail before it is done or after.
import { mongo, type Connection } from 'mongoose';
import type { Process, Scheduler } from './scheduler.spec';
import type { Change, Doc, Filter, Store, Tx } from './store.spec';

export interface Weather {
  /** Of each operation: the link breaks, before the server has it or after. */
  linkBreaks: number;
}

interface Options {
  readonly session?: Session;
  readonly upsert?: boolean;
  readonly sort?: Record<string, 1 | -1>;
  readonly projection?: object;
  readonly readConcern?: { readonly level: string };
}

interface Operation {
  readonly insertOne?: { readonly document: Doc };
  readonly updateOne?: { readonly filter: Filter; readonly update: Change; readonly upsert?: boolean };
}

const broken = () => new mongo.MongoNetworkError('connection 1 closed');

class Session {
  tx?: Tx;
  constructor(private readonly link: Link) {}

  startTransaction(): void {
    this.tx = { writes: new Map(), state: 'open' };
    this.link.limitLifetime(this.tx);
  }

  inTransaction(): boolean {
    return this.tx?.state === 'open';
  }

  async commitTransaction(): Promise<void> {
    const tx = this.tx!;
    try {
      await this.link.do(() => this.link.store.commit(tx));
    } catch (error) {
      if (error instanceof mongo.MongoNetworkError) error.addErrorLabel('UnknownTransactionCommitResult');
      throw error;
    }
    await this.link.majority();
  }

  async abortTransaction(): Promise<void> {
    await this.link.do(() => this.link.store.abort(this.tx!));
  }

  async endSession(): Promise<void> {}
}

/** One process's way to the store. */
class Link {
  constructor(
    readonly scheduler: Scheduler,
    readonly store: Store,
    readonly process: Process,
    private readonly weather: Weather,
    private readonly server: Process,
  ) {}

  async do<T>(act: () => T): Promise<T> {
    const { scheduler, process, weather } = this;
    await scheduler.turn(process);
    const breaks = scheduler.chance.happens(weather.linkBreaks);
    if (breaks && scheduler.chance.happens(0.5)) throw broken();
    const result = act();
    if (breaks) throw broken();
    return result;
  }

  /** Waits until a majority has what was written. */
  async majority(): Promise<void> {
    await this.scheduler.turn(this.process);
    this.store.reachMajority();
  }

  /** mongod's `transactionLifetimeLimitSeconds`: what a dead process or a broken link left open ends. */
  limitLifetime(tx: Tx): void {
    void this.scheduler.sleep(this.server, 4_000).then(() => this.store.abort(tx));
  }
}

interface Command {
  readonly aggregate?: string;
  readonly getMore?: ChangeCursor;
  readonly batchSize?: number;
  readonly maxTimeMS?: number;
}

/** From the newest write on, of what a majority has. */
class ChangeCursor {
  next: number;
  constructor(
    readonly from: number,
    readonly collection: string,
    private readonly store: Store,
  ) {
    this.next = store.inserted.length;
  }

  take(most: number): { fullDocument: Doc }[] {
    const taken: { fullDocument: Doc }[] = [];
    for (; this.next < this.store.inserted.length && taken.length < most; this.next += 1) {
      const { ts, collection, doc } = this.store.inserted[this.next]!;
      if (ts > this.store.majority) break;
      if (ts > this.from && collection === this.collection && doc['pending'] === true)
        taken.push({ fullDocument: doc });
    }
    return taken;
  }
}

/** The commands by which the relay follows the journal. */
async function command(link: Link, { aggregate, getMore, batchSize, maxTimeMS }: Command): Promise<object> {
  if (aggregate)
    return link.do(() => ({ cursor: { id: new ChangeCursor(link.store.ts, aggregate, link.store) } }));
  if (!getMore) return {};
  let nextBatch = await link.do(() => getMore.take(batchSize!));
  if (nextBatch.length === 0) {
    await Promise.race([link.store.nextMajority(), link.scheduler.sleep(link.process, maxTimeMS!)]);
    nextBatch = await link.do(() => getMore.take(batchSize!));
  }
  return { cursor: { nextBatch } };
}

class Collection {
  constructor(
    private readonly link: Link,
    private readonly name: string,
  ) {}

  get collectionName(): string {
    return this.name;
  }

  async findOne(filter: Filter, { session, sort }: Options = {}): Promise<Doc | null> {
    return (await this.found(filter, { session, sort }))[0] ?? null;
  }

  find(filter: Filter = {}, options: Options = {}) {
    let sort: Record<string, 1 | -1> | undefined;
    let limit = Number.POSITIVE_INFINITY;
    const cursor = {
      sort: (by: Record<string, 1 | -1>) => ((sort = by), cursor),
      limit: (most: number) => ((limit = most), cursor),
      toArray: async () => (await this.found(filter, { ...options, sort })).slice(0, limit),
    };
    return cursor;
  }

  async countDocuments(filter: Filter, { session }: Options = {}): Promise<number> {
    return (await this.found(filter, { session })).length;
  }

  async insertOne(doc: Doc, { session }: Options = {}): Promise<void> {
    // The driver makes an id where there is none.
    const _id = doc._id ?? `${this.name}-${++this.store.idsMade}`;
    await this.write(() => this.store.insert(this.name, { ...doc, _id }, session?.tx), session);
  }

  async insertMany(docs: readonly Doc[], { session }: Options = {}): Promise<void> {
    await this.write(() => docs.forEach((doc) => this.store.insert(this.name, doc, session?.tx)), session);
  }

  async replaceOne(filter: Filter, doc: Doc, { session }: Options = {}): Promise<{ matchedCount: number }> {
    const matchedCount = await this.write(
      () => this.store.replace(this.name, filter, doc, session?.tx),
      session,
    );
    return { matchedCount };
  }

  async updateOne(filter: Filter, change: Change, { session, upsert }: Options = {}) {
    return this.update(filter, change, { upsert }, session);
  }

  async updateMany(filter: Filter, change: Change, { session }: Options = {}) {
    return this.update(filter, change, { many: true }, session);
  }

  async findOneAndUpdate(filter: Filter, change: Change): Promise<Doc | null> {
    return this.write(() => {
      const [before] = this.store.find(this.name, filter, this.store.ts);
      if (!before) return null;
      this.store.update(this.name, { _id: before._id }, change);
      return this.store.find(this.name, { _id: before._id }, this.store.ts)[0]!;
    });
  }

  async deleteOne(filter: Filter, { session }: Options = {}): Promise<{ deletedCount: number }> {
    return {
      deletedCount: await this.write(() => this.store.remove(this.name, filter, session?.tx), session),
    };
  }

  async bulkWrite(operations: readonly Operation[], { session }: Options = {}): Promise<void> {
    await this.write(() => {
      for (const { insertOne, updateOne } of operations) {
        if (insertOne) this.store.insert(this.name, insertOne.document, session?.tx);
        if (updateOne) {
          const { filter, update, upsert } = updateOne;
          this.store.update(this.name, filter, update, session?.tx, { upsert });
        }
      }
    }, session);
  }

  private async found(filter: Filter, { session, sort, readConcern }: Options): Promise<Doc[]> {
    const { store } = this;
    const [by, way] = Object.entries(sort ?? { _id: 1 })[0]!;
    const at = () => (readConcern?.level === 'snapshot' ? store.majority : store.view(session?.tx));
    const seen = () => ordered(store.find(this.name, filter, at(), session?.tx), by, way);
    const docs = await this.link.do(seen);
    if (session || readConcern?.level === 'snapshot' || docs.length === 0) return docs;
    // A scan gives way to writers: behind the place where it was, it sees what they have written meanwhile; before it, it does not.
    const passed = docs[(docs.length - 1) >> 1]!;
    const isAhead = (doc: Doc) => comparing(doc, passed, by) * way > 0;
    const later = await this.link.do(seen);
    return [...docs.filter((doc) => !isAhead(doc)), ...later.filter(isAhead)];
  }

  private async update(
    filter: Filter,
    change: Change,
    options: { upsert?: boolean; many?: boolean },
    session?: Session,
  ) {
    const act = () => this.store.update(this.name, filter, change, session?.tx, options);
    const { matched, upserted } = await this.write(act, session);
    return { matchedCount: matched, modifiedCount: matched, upsertedCount: upserted };
  }

  /** In a transaction an error ends it; outside, a conflict is waited out by the server, and a majority by the client. */
  private async write<T>(act: () => T, session?: Session): Promise<T> {
    if (!session) {
      for (;;) {
        try {
          const result = await this.link.do(act);
          await this.link.majority();
          return result;
        } catch (error) {
          if (!(error instanceof mongo.MongoServerError && error.code === 112)) throw error;
        }
      }
    }
    try {
      return await this.link.do(act);
    } catch (error) {
      if (error instanceof mongo.MongoServerError) this.store.abort(session.tx!);
      else (error as mongo.MongoError).addErrorLabel('TransientTransactionError');
      throw error;
    }
  }

  private get store() {
    return this.link.store;
  }
}

function ordered(docs: Doc[], by: string, way: number): Doc[] {
  return docs.sort((a, b) => comparing(a, b, by) * way);
}

function comparing(a: Doc, b: Doc, by: string): number {
  const [left, right] = [a[by] as string, b[by] as string];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function connectionOf(
  scheduler: Scheduler,
  store: Store,
  process: Process,
  weather: Weather,
  server: Process,
): Connection {
  const link = new Link(scheduler, store, process, weather, server);
  return {
    db: {
      collection: (name: string) => new Collection(link, name),
      command: (its: Command) => command(link, its),
    },
    getClient: () => ({
      startSession: () => new Session(link),
    }),
  } as unknown as Connection;
}
