import { testInfrastructure, uniquePrefix } from '@passerelle/testing';
import { createConnection, type Connection, type mongo } from 'mongoose';
import type { JournalEntry } from '../journal/journal-entry';
import { systemTime } from '../time';
import { JournalFeed } from './journal-feed';

describe('the feed of the journal', () => {
  const finds: mongo.Document[] = [];
  let connection: Connection;

  beforeAll(async () => {
    const { mongodbUri } = testInfrastructure();
    const options = { dbName: uniquePrefix(), readConcernLevel: 'majority', monitorCommands: true } as const;
    connection = await createConnection(mongodbUri, options).asPromise();
    connection.getClient().on('commandStarted', ({ command }: mongo.CommandStartedEvent) => {
      if (command['find'] === 'journal') finds.push(command);
    });
    await connection.db!.collection('journal').createIndex({ sequence: 1 });
  });
  afterAll(async () => {
    await connection.dropDatabase();
    await connection.close();
  });

  // A majority scan that lets a transaction in between saw one of its events and missed the one before (found by `npm run faults`).
  it('sweeps a snapshot, whatever level the connection reads at', async () => {
    const entries = Array.from({ length: 120 }, (_unused, index) => ({
      ...{ _id: `entry-${index}`, aggregateId: `of-${index % 40}`, sequence: Math.floor(index / 40) + 1 },
      pending: true,
    }));
    await connection.db!.collection('journal').insertMany(entries as never);
    const end = new AbortController();
    const feed = new JournalFeed(connection, systemTime, end.signal);
    const batches = feed.batches(50);
    const { value: batch } = await batches.next();
    end.abort();
    await batches.return(undefined);
    feed.close();

    expect((batch as JournalEntry[]).map(({ sequence }) => sequence)).toEqual(
      entries.slice(0, 50).map(({ sequence }) => sequence),
    );
    expect(finds.map((find) => find['readConcern'])).toEqual([{ level: 'snapshot' }]);
  });
});
