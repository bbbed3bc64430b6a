// What kafkajs by itself makes of a broker that dies: a producer that sends again what failed, and a consumer.
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RawPath {
  /** When the first message sent after `since` was heard, in milliseconds of `performance.now()`. */
  firstHeardAfter(since: number): Promise<number>;
  stop(): Promise<void>;
}

export async function startRawPath(broker: string, topic: string): Promise<RawPath> {
  const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 12 }] });
  await admin.disconnect();
  const heard: { sentAt: number; at: number }[] = [];
  const consumer = kafka.consumer({ groupId: topic });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) =>
      void heard.push({ sentAt: Number(message.value), at: performance.now() }),
  });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  let sending = true;
  const loop = (async () => {
    while (sending) {
      const value = String(performance.now());
      await producer.send({ topic, messages: [{ key: value, value }] }).catch(() => undefined);
      await sleep(25);
    }
  })();
  return {
    async firstHeardAfter(since) {
      for (;;) {
        const first = heard.find(({ sentAt }) => sentAt > since);
        if (first) return first.at;
        await sleep(20);
      }
    },
    async stop() {
      sending = false;
      await loop;
      await Promise.all([producer.disconnect(), consumer.disconnect()]);
    },
  };
}
