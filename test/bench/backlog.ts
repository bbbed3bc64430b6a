import { Partitioners } from 'kafkajs';
import { topicOf, type Bench } from './bench';
import { toMessage } from './limit/message';
import { pledged } from './limit/pledged';
import { newPledge } from './load';

const messagesInSend = 1_000;

/** The events that as many commands would have published, each of its own key. */
export async function produceBacklog(bench: Bench, prefix: string, count: number): Promise<void> {
  const producer = bench.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  for (let left = count; left > 0; left -= messagesInSend) {
    const messages = Array.from({ length: Math.min(left, messagesInSend) }, () =>
      toMessage(pledged(newPledge(), 'agent').entry),
    );
    await producer.sendBatch({ topicMessages: [{ topic: topicOf(prefix), messages }], acks: -1 });
  }
  await producer.disconnect();
}
