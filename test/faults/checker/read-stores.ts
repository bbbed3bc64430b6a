import { MongoClient, type ClientSession, type Db, type Document } from 'mongodb';
import type { Entry, Stored } from '../../verify/town';
import { services, type Parked, type ServiceName, type Store } from './evidence';

/** Looked at even when no journal speaks of them: a document without a story is a fault. */
const known: Readonly<Record<ServiceName, readonly string[]>> = {
  people: ['person'],
  ccas: ['need', 'go-ahead'],
  directory: ['partner'],
  'legal-access': [
    ...['demand', 'session', 'request', 'permanence-request', 'place', 'permanence', 'served-field'],
  ],
  notifications: ['delivery'],
};

/** Written by reactions beside the journal, with what is looked at in them. */
const sides: Readonly<Record<ServiceName, Readonly<Record<string, Document>>>> = {
  people: {},
  directory: {},
  ccas: { 'chain-links': { _id: 1 }, 'person-alias': { into: 1 }, 'served-fields': { _id: 1 } },
  'legal-access': {
    'person-alias': { into: 1 },
    partner: { sequence: 1, topics: 1, rank: 1, active: 1 },
  },
  notifications: { 'need-workers': { sub: 1 } },
};

/** The rules of a queue need the whole story of legal access; of the others, what ties events together. */
const wholeStories = new Set<ServiceName>(['legal-access']);
const tied = {
  ...{ aggregate: 1, aggregateId: 1, sequence: 1, type: 1, territory: 1, causationId: 1, actor: 1, at: 1 },
  ...{ 'data.noteId': 1, publication: 1, pending: 1 },
};
/** A refusal is journaled under the reaction that met it: nothing is stored beside. */
export const withoutDocument = 'reaction';

/** All databases at one instant. */
export async function readStores(uri: string, prefix: string): Promise<Map<ServiceName, Store>> {
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 }).connect();
  const session = client.startSession({ snapshot: true });
  try {
    const stores = new Map<ServiceName, Store>();
    for (const name of services) {
      stores.set(name, await readStore(client.db(`${prefix}-${name}`), name, session));
    }
    return stores;
  } finally {
    await session.endSession();
    await client.close();
  }
}

/** Of these events, those that no journal has, even now. */
export async function missingFrom(uri: string, prefix: string, ids: readonly string[]): Promise<Set<string>> {
  const missing = new Set(ids);
  if (ids.length === 0) return missing;
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 }).connect();
  try {
    for (const name of services) {
      const journal = client.db(`${prefix}-${name}`).collection<{ _id: string }>('journal');
      const found = await journal.find({ _id: { $in: [...missing] } }, { projection: { _id: 1 } }).toArray();
      for (const { _id } of found) missing.delete(_id);
    }
    return missing;
  } finally {
    await client.close();
  }
}

async function readStore(db: Db, name: ServiceName, session: ClientSession): Promise<Store> {
  const rows = <Row>(collection: string, projection?: Document) =>
    db
      .collection(collection)
      .find({}, { session, batchSize: 5_000, ...(projection && { projection }) })
      .toArray() as Promise<unknown> as Promise<Row[]>;
  const whole = wholeStories.has(name);
  const journal = await rows<Entry>('journal', whole ? undefined : tied);
  journal.sort((one, other) => (one._id < other._id ? -1 : 1));
  const told = new Set(journal.map(({ aggregate }) => aggregate).filter((one) => one !== withoutDocument));
  const aggregates = new Map<string, Map<string, Stored<unknown>>>();
  for (const one of new Set([...known[name], ...told])) {
    aggregates.set(one, byId(await rows<Stored<unknown>>(one)));
  }
  const side = new Map<string, Map<string, { _id: string } & Record<string, unknown>>>();
  for (const [collection, projection] of Object.entries(sides[name])) {
    side.set(collection, byId(await rows(collection, projection)));
  }
  const inbox = await rows<{ _id: string; last: number }>('inbox', { last: 1 });
  const discarded = await rows<{ _id: string }>('discarded', { _id: 1 });
  return {
    ...{ name, journal, aggregates, side },
    inbox: new Map(inbox.map(({ _id, last }) => [_id, last])),
    parked: await rows<Parked>('parked', { reason: 1, why: 1, reaction: 1, key: 1, sequence: 1 }),
    discarded: new Set(discarded.map(({ _id }) => _id)),
  };
}

function byId<Row extends { readonly _id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row._id, row]));
}
