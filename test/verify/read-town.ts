import { MongoClient, type ClientSession, type Db, type Document } from 'mongodb';
import { Town, type Entry, type Mail, type Service, type Stored } from './town';

export interface Where {
  readonly mongodbUri: string;
  /** Databases are `<prefix>-<service>`. */
  readonly prefix: string;
  /** The inbox's own list of what it took, as JSON. */
  readonly inboxUrl: string;
}

/** Looked at even when the journal says nothing of them: a document without a story is a breach. */
const aggregatesOf: Readonly<Record<string, readonly string[]>> = {
  people: ['person'],
  ccas: ['need', 'go-ahead', 'referral'],
  directory: ['partner'],
  'legal-access': [
    'demand',
    'session',
    'request',
    'permanence-request',
    'place',
    'permanence',
    'served-field',
  ],
  notifications: ['delivery'],
};

/** A refusal is journaled under the reaction that met it: nothing is stored beside. */
const withoutDocument = 'reaction';

/** All databases at one instant, then the inbox. */
export async function readTown({ mongodbUri, prefix, inboxUrl }: Where): Promise<Town> {
  const client = await new MongoClient(mongodbUri, { serverSelectionTimeoutMS: 5_000 }).connect();
  const session = client.startSession({ snapshot: true });
  try {
    const services: Service[] = [];
    for (const name of Object.keys(aggregatesOf)) {
      services.push(await readService(client.db(`${prefix}-${name}`), name, session));
    }
    const links = await client
      .db(`${prefix}-ccas`)
      .collection<{ _id: string; needId?: string }>('chain-links')
      .find({}, { session, projection: { needId: 1 } })
      .toArray();
    const chainLinks = new Map(links.map(({ _id, ...link }) => [_id, link]));
    return new Town(services, chainLinks, await readInbox(inboxUrl));
  } finally {
    await session.endSession();
    await client.close();
  }
}

async function readService(db: Db, name: string, session: ClientSession): Promise<Service> {
  const all = <Row>(collection: string) =>
    db.collection(collection).find<Row & Document>({}, { session }).toArray() as Promise<Row[]>;
  const journal = (await all<Entry>('journal')).sort((one, other) => (one._id < other._id ? -1 : 1));
  const told = journal.map(({ aggregate }) => aggregate).filter((one) => one !== withoutDocument);
  const aggregates = new Map<string, Stored<unknown>[]>();
  for (const aggregate of new Set([...(aggregatesOf[name] ?? []), ...told])) {
    aggregates.set(aggregate, await all<Stored<unknown>>(aggregate));
  }
  return { name, journal, aggregates, parked: await all<{ _id: string; why?: string }>('parked') };
}

async function readInbox(url: string): Promise<Mail[]> {
  const answer = await fetch(`${url}/api/messages`);
  if (!answer.ok) throw new Error(`The inbox answered ${answer.status}.`);
  return (await answer.json()) as Mail[];
}
