// The driver that mongoose brings, as ours has it: the same version.
import { mongo } from 'mongoose';

/** The same documents, indexes and durability as ours. */
export interface Entry {
  _id: string;
  aggregate: string;
  aggregateId: string;
  sequence: number;
  type: string;
  data: object;
  territory: string;
  actor?: string;
  correlationId: string;
  causationId: string;
  at: Date;
  publication?: { topic: string; type: string; version: number; data: object };
  pending?: true;
}

export interface Kept {
  _id: string;
  version: number;
  territory: string;
  correlationId: string;
  state: object;
}

export interface Storage {
  readonly client: mongo.MongoClient;
  readonly db: mongo.Db;
  readonly states: mongo.Collection<Kept>;
  readonly journal: mongo.Collection<Entry>;
}

const durable: mongo.TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', j: true },
  readPreference: 'primary',
};

export const journalIndexes: mongo.IndexDescription[] = [
  { key: { aggregateId: 1, sequence: 1 }, unique: true },
  { key: { correlationId: 1 } },
  { key: { sequence: 1 }, name: 'pending', partialFilterExpression: { pending: true } },
];

export async function openStorage(uri: string, database: string, aggregate: string): Promise<Storage> {
  const client = await new mongo.MongoClient(uri).connect();
  const db = client.db(database);
  // A transaction must never be the first to need a collection.
  for (const name of ['inbox', aggregate]) await db.createCollection(name);
  const journal = db.collection<Entry>('journal');
  await journal.createIndexes(journalIndexes);
  return { client, db, journal, states: db.collection<Kept>(aggregate) };
}

/** A round trip for each collection, whatever the number of pairs. */
export async function insertPairs(
  { states, journal }: Storage,
  pairs: readonly { readonly state: Kept; readonly entry: Entry }[],
  session: mongo.ClientSession,
): Promise<void> {
  await states.insertMany(
    pairs.map(({ state }) => state),
    { session },
  );
  await journal.insertMany(
    pairs.map(({ entry }) => entry),
    { session },
  );
}

/** One try: what fails is told to the caller, who knows whose it is. */
export async function once(
  client: mongo.MongoClient,
  work: (session: mongo.ClientSession) => Promise<void>,
): Promise<void> {
  const session = client.startSession();
  try {
    session.startTransaction(durable);
    await work(session);
    await session.commitTransaction();
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    throw error;
  } finally {
    await session.endSession();
  }
}

export const isDuplicate = (error: unknown) => (error as { code?: number }).code === 11000;
