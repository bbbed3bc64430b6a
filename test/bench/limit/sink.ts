// The limit, the reacting side: raw kafkajs and raw mongodb driver; an inbox, a state and a journal entry for each event.
import { fastify } from 'fastify';
import { Kafka, logLevel, type Consumer, type KafkaMessage } from 'kafkajs';
import type { mongo } from 'mongoose';
import { randomUUIDv7 } from 'node:crypto';
import { territory } from '../pledge';
import { GroupCommit } from './group-commit';
import { insertPairs, isDuplicate, once, openStorage, type Entry, type Kept, type Storage } from './storage';

interface Seen {
  _id: string;
  last: number;
}
interface Effect {
  readonly inboxId: string;
  readonly sequence: number;
  readonly admit: mongo.AnyBulkWriteOperation<Seen>;
  readonly state: Kept;
  readonly entry: Entry;
}

const env = process.env as Record<string, string>;
const topic = `${env['TOPIC_PREFIX']}.ccas.need`;

async function main(): Promise<void> {
  const storage = await openStorage(
    env['MONGODB_URI']!,
    `${env['MONGODB_DATABASE_PREFIX']}-legal-access`,
    'filing',
  );
  const kafka = new Kafka({ brokers: env['KAFKA_BROKERS']!.split(','), logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `${env['TOPIC_PREFIX']}.limit`, maxWaitTimeInMs: 500 });
  await consume(consumer, effects(storage));
  const server = fastify();
  server.get('/health/ready', () => ({}));
  await server.listen({ port: Number(env['PORT']), host: '127.0.0.1' });
  process.once('SIGTERM', () => process.exit(0));
}

/** Events of different keys that wait at the same moment share a transaction. */
function effects(storage: Storage): GroupCommit<Effect> {
  const { client, db } = storage;
  const inbox = db.collection<Seen>('inbox');
  const together = (group: readonly Effect[]) =>
    once(client, async (session) => {
      await inbox.bulkWrite(
        group.map(({ admit }) => admit),
        { session },
      );
      await insertPairs(storage, group, session);
    });
  const alone = (effect: Effect) =>
    together([effect]).catch(async (error: unknown) => {
      const seen = isDuplicate(error) && (await inbox.findOne({ _id: effect.inboxId }));
      if (!seen || seen.last < effect.sequence) throw error;
    });
  return new GroupCommit({ most: 128, slots: 2, together, alone });
}

function effectOf({ key, value, headers }: KafkaMessage): Effect {
  const { needId, field: _field, ...filing } = JSON.parse(value!.toString());
  const sequence = Number(headers!['ce_sequence']);
  const known = { territory, correlationId: String(headers!['ce_correlationid']) };
  const inboxId = `legal-access.file-pledge ${key!.toString()}`;
  return {
    inboxId,
    sequence,
    // Collides when it was seen already.
    admit: {
      updateOne: {
        filter: { _id: inboxId, last: { $lt: sequence } },
        update: { $set: { last: sequence } },
        upsert: true,
      },
    },
    state: { _id: needId, version: 1, ...known, state: { status: 'filed', ...filing } },
    entry: {
      _id: randomUUIDv7(),
      aggregate: 'filing',
      aggregateId: needId,
      sequence: 1,
      type: 'Filed',
      data: filing,
      ...known,
      causationId: String(headers!['ce_id']),
      at: new Date(),
    },
  };
}

/** Keys side by side, each in its order; offsets resolved after the effect and committed each second. */
async function consume(consumer: Consumer, group: GroupCommit<Effect>): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  const offsets = new Map<number, string>();
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: 12,
    eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
      const keys = new Map<string, Promise<void>>();
      for (const message of batch.messages) {
        const before = keys.get(message.key!.toString());
        const effect = effectOf(message);
        keys.set(message.key!.toString(), before ? before.then(() => group.add(effect)) : group.add(effect));
      }
      await Promise.all(keys.values());
      resolveOffset(batch.lastOffset());
      offsets.set(batch.partition, String(BigInt(batch.lastOffset()) + 1n));
      await heartbeat();
    },
  });
  setInterval(() => {
    const resolved = [...offsets].map(([partition, offset]) => ({ topic, partition, offset }));
    offsets.clear();
    if (resolved.length > 0) void consumer.commitOffsets(resolved).catch(() => undefined);
  }, 1_000);
  await joined;
}

void main();
