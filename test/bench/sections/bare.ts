import { Partitioners, type Message, type Producer } from 'kafkajs';
import { sourceDatabaseOf, topicOf, type Bench } from '../bench';
import { newPledge } from '../load';
import { toMessage } from '../limit/message';
import { pledged } from '../limit/pledged';
import { insertPairs, once, openStorage, type Storage } from '../limit/storage';
import type { Section } from '../section';
import { say } from '../statistics';

/** What MongoDB and Kafka do alone, with the documents and messages of the path. */
export interface Bare {
  /** One state and one journal entry in each transaction, majority and journaled, as many at once as there are agents. */
  transactions(count: number): Promise<number>;
  /** The same documents, so many pairs in a transaction, two transactions at once. Pairs per second. */
  grouped(count: number, size: number): Promise<number>;
  /** One send in flight, as a relay must, 100 messages in each. Messages per second. */
  sends(count: number): Promise<number>;
  close(): Promise<void>;
}

const messagesInSend = 100;
export const groupSizes = [8, 32, 64, 128];

export async function openBare(bench: Bench): Promise<Bare> {
  const prefix = await bench.prefixFor('limit');
  const storage = await openStorage(bench.mongodbUri, sourceDatabaseOf(prefix), 'pledge');
  const producer = bench.kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  return {
    transactions: (count) => grouped(storage, count, 1, bench.settings.atOnce),
    grouped: (count, size) => grouped(storage, count, size, 2),
    sends: (count) => sends(producer, topicOf(prefix), count),
    async close() {
      await producer.disconnect();
      await storage.client.close();
      await bench.forget(prefix);
    },
  };
}

async function grouped(storage: Storage, count: number, size: number, atOnce: number): Promise<number> {
  const documents = Array.from({ length: count }, () => pledged(newPledge(), 'agent'));
  const start = performance.now();
  const worker = async () => {
    for (let group = documents.splice(0, size); group.length > 0; group = documents.splice(0, size)) {
      await once(storage.client, (session) => insertPairs(storage, group, session));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (count / (performance.now() - start)) * 1000;
}

async function sends(producer: Producer, topic: string, count: number): Promise<number> {
  const messages: Message[] = Array.from({ length: count }, () =>
    toMessage(pledged(newPledge(), 'agent').entry),
  );
  const start = performance.now();
  while (messages.length > 0) {
    const batch = messages.splice(0, messagesInSend);
    await producer.sendBatch({ topicMessages: [{ topic, messages: batch }], acks: -1 });
  }
  return (count / (performance.now() - start)) * 1000;
}

/** By itself, to look at; the ratio is taken in the rounds of `throughput`. */
export async function bare(bench: Bench): Promise<Section> {
  const open = await openBare(bench);
  await open.transactions(1_000);
  const { commands } = bench.settings;
  const barePerSecond: Record<string, number> = {};
  barePerSecond['transactions'] = Math.round(await open.transactions(commands));
  for (const size of groupSizes)
    barePerSecond[`grouped${size}`] = Math.round(await open.grouped(commands * 2, size));
  barePerSecond['sends'] = Math.round(await open.sends(commands * 4));
  await open.close();
  say(`bare, per second: ${JSON.stringify(barePerSecond)}`);
  return { ratios: {}, figures: { barePerSecond } };
}
