import { Partitioners } from 'kafkajs';
import { topicOf, type Bench } from './bench';
import { toMessage } from './limit/message';
import { pledged } from './limit/pledged';
import { newPledge } from './load';

const messagesInSend = 1_000;

/**
 * The events that as many commands would have published, each of its own key and each once: a send that is repeated would have
 * contenders handle other numbers of events.
 */
export async function produceBacklog(bench: Bench, prefix: string, count: number): Promise<void> {
  const topic = topicOf(prefix);
  const producer = bench.kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    idempotent: true,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  for (let left = count; left > 0; left -= messagesInSend) {
    const messages = Array.from({ length: Math.min(left, messagesInSend) }, () =>
      toMessage(pledged(newPledge(), 'agent').entry),
    );
    await producer.sendBatch({ topicMessages: [{ topic, messages }], acks: -1 });
  }
  await producer.disconnect();
  const waiting = await bench.eventsIn(prefix);
  if (waiting !== count) throw new Error(`${waiting} events wait in ${topic} instead of ${count}`);
}
