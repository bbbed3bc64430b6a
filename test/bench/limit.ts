// The limit: the same durable work by hand, raw mongodb driver and raw kafkajs, nothing else. Run as `source` or as `sink`.
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Kafka, logLevel, Partitioners, type KafkaMessage, type Message } from 'kafkajs';
import { MongoClient, type Collection, type TransactionOptions } from 'mongodb';
import { randomUUID } from 'node:crypto';
import { pledgeBody, territory } from './pledge';

interface Entry {
  _id: string;
  aggregateId: string;
  sequence: number;
  type: string;
  data: object;
  territory: string;
  correlationId: string;
  causationId: string;
  at: Date;
  publication?: object;
  pending?: true;
}
type Kept = { _id: string; version: number; territory: string; correlationId: string; state: object };

const env = process.env as Record<string, string>;
const topic = `${env['TOPIC_PREFIX']}.ccas.need`;
const durable: TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', j: true },
};
const kafka = new Kafka({ brokers: env['KAFKA_BROKERS']!.split(','), logLevel: logLevel.NOTHING });

async function main(): Promise<void> {
  const client = await new MongoClient(env['MONGODB_URI']!).connect();
  const role = process.argv[2] === 'sink' ? 'legal-access' : 'ccas';
  const db = client.db(`${env['MONGODB_DATABASE_PREFIX']}-${role}`);
  const journal = db.collection<Entry>('journal');
  const states = db.collection<Kept>(role === 'ccas' ? 'pledge' : 'filing');
  await db.createCollection('inbox');
  await journal.createIndexes([
    { key: { aggregateId: 1, sequence: 1 }, unique: true },
    { key: { correlationId: 1 } },
    { key: { sequence: 1 }, name: 'pending', partialFilterExpression: { pending: true } },
  ]);
  await db.createCollection(states.collectionName);
  const serve = fastify();
  let ready = false;
  serve.get('/health/ready', (_request: FastifyRequest, reply: FastifyReply) =>
    reply.code(ready ? 200 : 503).send({}),
  );
  if (role === 'ccas') {
    await relay(journal);
    accept(serve, client, states, journal);
  } else await react(client, db.collection('inbox'), states, journal);
  await serve.listen({ port: Number(env['PORT']), host: '127.0.0.1' });
  ready = true;
  process.once('SIGTERM', () => process.exit(0));
}

function accept(
  server: FastifyInstance,
  client: MongoClient,
  pledges: Collection<Kept>,
  journal: Collection<Entry>,
): void {
  const keys = createRemoteJWKSet(new URL(`${env['OIDC_ISSUER']}/jwks`));
  const verified = new Map<string, string>();
  server.post('/pledges', async (request: FastifyRequest, reply: FastifyReply) => {
    const token = request.headers.authorization?.slice(7) ?? '';
    let actor = verified.get(token);
    if (!actor) {
      const { payload } = await jwtVerify(token, keys, {
        issuer: env['OIDC_ISSUER'],
        audience: 'passerelle',
      });
      actor = String(payload.sub);
      verified.set(token, actor);
    }
    const { id, ...pledge } = pledgeBody.parse(request.body);
    const [eventId, causationId, at] = [randomUUID(), randomUUID(), new Date()];
    const publication = { needId: id, field: 'legal-access', ...pledge };
    const session = client.startSession();
    try {
      await session.withTransaction(async () => {
        const known = { territory, correlationId: causationId };
        await pledges.insertOne({ _id: id, version: 1, ...known, state: pledge }, { session });
        const entry = { _id: eventId, aggregateId: id, sequence: 1, type: 'Pledged', data: pledge, ...known };
        await journal.insertOne({ ...entry, causationId, at, publication, pending: true }, { session });
      }, durable);
    } finally {
      await session.endSession();
    }
    return reply.code(201).send({ id });
  });
}

async function relay(journal: Collection<Entry>): Promise<void> {
  const producer = kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  const stream = journal.watch<Entry>([
    { $match: { operationType: 'insert' } },
    { $project: { fullDocument: 1 } },
  ]);
  const waiting: Entry[] = [];
  let sending = false;
  const drain = async () => {
    if (sending) return;
    sending = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, 500);
      await producer.sendBatch({ topicMessages: [{ topic, messages: batch.map(message) }], acks: -1 });
      const ids = batch.map(({ _id }) => _id);
      await journal.updateMany(
        { _id: { $in: ids } },
        { $unset: { pending: '' } },
        { writeConcern: { w: 1 } },
      );
    }
    sending = false;
  };
  stream.on('change', (change) => {
    waiting.push((change as unknown as { fullDocument: Entry }).fullDocument);
    void drain();
  });
}

function message(entry: Entry): Message {
  return {
    key: entry.aggregateId,
    value: JSON.stringify(entry.publication),
    headers: {
      ce_id: entry._id,
      ce_sequence: String(entry.sequence),
      ce_correlationid: entry.correlationId,
      ce_time: entry.at.toISOString(),
    },
  };
}

async function react(
  client: MongoClient,
  inbox: Collection<{ _id: string; last: number }>,
  filings: Collection<Kept>,
  journal: Collection<Entry>,
): Promise<void> {
  const effect = async ({ key, value, headers }: KafkaMessage) => {
    const { needId, field: _field, ...filing } = JSON.parse(value!.toString());
    const [sequence, causationId] = [Number(headers!['ce_sequence']), String(headers!['ce_id'])];
    const correlationId = String(headers!['ce_correlationid']);
    const _id = `file-pledge ${key!.toString()}`;
    const session = client.startSession();
    try {
      await session.withTransaction(async () => {
        await inbox.updateOne(
          { _id, last: { $lt: sequence } },
          { $set: { last: sequence } },
          { session, upsert: true },
        );
        const known = { territory, correlationId };
        await filings.insertOne({ _id: needId, version: 1, ...known, state: filing }, { session });
        const entry = { _id: randomUUID(), aggregateId: needId, sequence: 1, type: 'Filed', data: filing };
        await journal.insertOne({ ...entry, ...known, causationId, at: new Date() }, { session });
      }, durable);
    } catch (error) {
      // Seen already: the upsert collides.
      if ((error as { code?: number }).code !== 11000) throw error;
    } finally {
      await session.endSession();
    }
  };
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 12 }] });
  await admin.disconnect();
  const consumer = kafka.consumer({ groupId: `${env['TOPIC_PREFIX']}.limit`, maxWaitTimeInMs: 500 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  const offsets = new Map<number, string>();
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: 12,
    eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
      const lanes = new Map<string, KafkaMessage[]>();
      for (const message of batch.messages) {
        const key = message.key!.toString();
        lanes.set(key, [...(lanes.get(key) ?? []), message]);
      }
      const waiting = [...lanes.values()];
      const worker = async () => {
        for (let lane = waiting.shift(); lane; lane = waiting.shift())
          for (const message of lane) await effect(message);
      };
      await Promise.all(Array.from({ length: 16 }, worker));
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
