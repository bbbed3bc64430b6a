import type { Kafka } from 'kafkajs';
import type { mongo } from 'mongoose';
import { setTimeout as sleep } from 'node:timers/promises';
import { Partitioners } from 'kafkajs';
import { toMessage } from './message';
import type { Entry, Storage } from './storage';

/** Waiting unpublished entries, in commit order; empty when there are none for a while. */
type Feed = () => Promise<Entry[]>;

const most = 1_000;
/** When this many came at once, more are coming: gathering them costs a few milliseconds and saves as many round trips. */
const many = 8;
const gatherMs = 10;

/** Publishes the journal, one send in flight; what a send took the time for comes in one round trip after it. */
export async function startRelay(kafka: Kafka, topic: string, journal: mongo.Collection<Entry>, feed: Feed) {
  const producer = kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  const sent: string[] = [];
  setInterval(() => void mark(journal, sent.splice(0)), 200);
  const run = async () => {
    for (;;) {
      const batch = await feed();
      if (batch.length === 0) continue;
      await producer.sendBatch({ topicMessages: [{ topic, messages: batch.map(toMessage) }], acks: -1 });
      for (const { _id } of batch) sent.push(_id);
      if (batch.length >= many) await sleep(gatherMs);
    }
  };
  void run();
}

async function mark(journal: mongo.Collection<Entry>, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await journal.updateMany({ _id: { $in: ids } }, { $unset: { pending: '' } }, { writeConcern: { w: 1 } });
}

/** A change stream by hand: one `getMore` brings all that was committed since the last. */
export async function changeStreamFeed({ client, db }: Storage): Promise<Feed> {
  const session = client.startSession();
  const pipeline = [
    { $changeStream: {} },
    { $match: { operationType: 'insert', 'fullDocument.pending': true } },
    { $project: { fullDocument: 1 } },
  ];
  const opened = await db.command(
    { aggregate: 'journal', pipeline, cursor: { batchSize: most }, readConcern: { level: 'majority' } },
    { session },
  );
  const { id } = opened['cursor'] as mongo.Document;
  return async () => {
    const more = { getMore: id as unknown, collection: 'journal', batchSize: most, maxTimeMS: 1_000 };
    const { cursor } = await db.command(more, { session });
    return (cursor as { nextBatch: { fullDocument: Entry }[] }).nextBatch.map(
      (change) => change.fullDocument,
    );
  };
}

/** The outbox that most people write: what is pending is asked for every half second. */
export function pollingFeed({ journal }: Storage, everyMs: number): Feed {
  const known = new Set<string>();
  let nextAt = performance.now();
  return async () => {
    await sleep(Math.max(0, nextAt - performance.now()));
    nextAt = performance.now() + everyMs;
    const found = await journal.find({ pending: true }).sort({ sequence: 1 }).limit(10_000).toArray();
    const fresh = found.filter(({ _id }) => !known.has(_id));
    known.clear();
    for (const { _id } of found) known.add(_id);
    return fresh;
  };
}
