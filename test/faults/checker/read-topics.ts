import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type Admin, type EachBatchPayload, type IHeaders } from 'kafkajs';
import type { Committed, Rec, Topics } from './evidence';
import { readsTopics } from './follows';

/** Without a broker for that long there is nothing to be read. */
const patienceMs = 60_000;

/** Opens on the broker, beside every fault; `work` looks, then everything is closed. */
export async function atBroker<Result>(
  brokers: readonly string[],
  work: (kafka: Kafka, admin: Admin) => Promise<Result>,
): Promise<Result> {
  const kafka = new Kafka({
    ...{ clientId: 'checker', brokers: [...brokers], logLevel: logLevel.NOTHING },
    ...{ connectionTimeout: 3_000, requestTimeout: 10_000, retry: { retries: 4, maxRetryTime: 2_000 } },
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(kafka, admin);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/** A group that never committed begins at 0. */
export async function readCommitted(admin: Admin, prefix: string): Promise<Committed> {
  const existing = new Set(await admin.listTopics());
  const committed = new Map<string, number>();
  for (const [service, reads] of readsTopics) {
    const topics = reads.map((topic) => `${prefix}.${topic}`).filter((topic) => existing.has(topic));
    if (topics.length === 0) continue;
    const found = await admin.fetchOffsets({ groupId: `${prefix}.${service}`, topics });
    for (const { topic, partitions } of found) {
      for (const { partition, offset } of partitions) {
        const place = `${service} ${topic.slice(prefix.length + 1)} ${partition}`;
        committed.set(place, Math.max(0, Number(offset)));
      }
    }
  }
  return committed;
}

export async function readEnds(admin: Admin, prefix: string): Promise<Map<string, number>> {
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(`${prefix}.`));
  const ends = new Map<string, number>();
  for (const topic of topics) {
    for (const { partition, high } of await admin.fetchTopicOffsets(topic)) {
      ends.set(`${topic.slice(prefix.length + 1)} ${partition}`, Number(high));
    }
  }
  return ends;
}

/** Every record from the beginning of each topic to its present end. */
export async function readTopics(kafka: Kafka, admin: Admin, prefix: string): Promise<Topics> {
  const ends = await readEnds(admin, prefix);
  const left = new Set([...ends].filter(([, end]) => end > 0).map(([place]) => place));
  const records: Rec[] = [];
  if (left.size === 0) return { records, ends };
  const groupId = `checker-${randomUUID()}`;
  const topics = [...new Set([...left].map((place) => `${prefix}.${place.split(' ')[0]}`))];
  const consumer = kafka.consumer({
    ...{ groupId, maxWaitTimeInMs: 100, maxBytesPerPartition: 4_000_000, retry: { retries: 4 } },
  });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the topics could not be read in time')), patienceMs);
      const take = async ({ batch, resolveOffset }: EachBatchPayload) => {
        const place = `${batch.topic.slice(prefix.length + 1)} ${batch.partition}`;
        const end = ends.get(place) ?? 0;
        for (const record of recordsOf(batch, prefix)) if (record.offset < end) records.push(record);
        const last = batch.messages.at(-1)?.offset;
        if (last === undefined) return;
        resolveOffset(last);
        if (Number(last) + 1 >= end) left.delete(place);
        if (left.size > 0) return;
        clearTimeout(timer);
        resolve();
      };
      const run = { autoCommit: false, eachBatchAutoResolve: false, partitionsConsumedConcurrently: 4 };
      consumer.run({ ...run, eachBatch: take }).catch(reject);
    });
  } finally {
    await consumer.disconnect().catch(() => undefined);
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
  return { records, ends };
}

function recordsOf({ topic, partition, messages }: EachBatchPayload['batch'], prefix: string): Rec[] {
  return messages.map(({ key, offset, timestamp, headers = {} }) => ({
    ...{
      topic: topic.slice(prefix.length + 1),
      partition,
      offset: Number(offset),
      madeAt: Number(timestamp),
    },
    key: String(key ?? ''),
    id: text(headers, 'ce_id'),
    type: text(headers, 'ce_type'),
    source: text(headers, 'ce_source'),
    sequence: Number(text(headers, 'ce_sequence')),
    fence: Number(text(headers, 'ce_fence')),
  }));
}

function text(headers: IHeaders, name: string): string {
  return String(headers[name] ?? '');
}
