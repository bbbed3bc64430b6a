import type { Kafka, Producer, TopicMessages } from 'kafkajs';
import type { Connection } from 'mongoose';
import { kafkaProducer } from '../kafka';
import { toMessage } from '../journal/cloud-event';
import type { JournalEntry } from '../journal/journal-entry';
import type { HeldLease } from '../lease/lease';
import type { Logger } from '../logger';
import { metrics } from '../metrics';
import { within, type Time } from '../time';
import { beginSpan, type OpenSpan } from '../tracing';
import { JournalFeed } from './journal-feed';

export interface RelayOptions {
  readonly service: string;
  readonly topicPrefix: string;
  readonly connection: Connection;
  readonly kafka: Kafka;
  readonly logger: Logger;
  readonly time: Time;
}

const batchSize = 500;
const markWithinMs = 200;
/** Longer than kafkajs's own limit of a request. */
const answersWithinMs = 15_000;

/**
 * Publishes the journal to Kafka in order per aggregate, one send in flight, under the lease only. An entry is marked after the
 * broker has it: a death in between publishes it twice, and the inbox drops the second.
 */
export class Relay {
  private failing = false;
  private readonly sent: string[] = [];
  private markPlanned = false;

  constructor(private readonly options: RelayOptions) {}

  get state(): 'up' | 'down' {
    return this.failing ? 'down' : 'up';
  }

  /** A duty of the leader: ends when `signal` aborts or the lease runs out. */
  async publishWhileHeld(held: HeldLease, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && held.isHeld()) {
      const producer = kafkaProducer(this.options.kafka);
      const feed = new JournalFeed(this.options.connection, this.options.time, signal);
      try {
        await within(answersWithinMs, producer.connect(), this.options.time);
        await this.publish(producer, feed, () => !signal.aborted && held.isHeld(), held.fence);
      } catch (error) {
        if (signal.aborted) break;
        if (!this.failing) {
          this.options.logger.warn({ reason: (error as Error).message }, 'the relay waits and starts again');
        }
        this.failing = true;
        await this.options.time.sleep(500, signal);
      } finally {
        feed.close();
        await this.markOrLater();
        // Not waited for: kafkajs waits for answers that a broker which is gone never gives.
        void producer.disconnect().catch(() => undefined);
      }
    }
    // Whoever holds the lease now says how it goes; a failure of this term is over with it.
    this.failing = false;
  }

  private async publish(producer: Producer, feed: JournalFeed, mayGoOn: () => boolean, fence: number) {
    for await (const batch of feed.batches(batchSize)) {
      if (!mayGoOn()) return;
      // An empty one says that both servers answer again, though nothing is decided.
      if (batch.length > 0) await this.sendAndMark(producer, batch, feed, fence);
      this.failing = false;
    }
  }

  private async sendAndMark(
    producer: Producer,
    batch: readonly JournalEntry[],
    feed: JournalFeed,
    fence: number,
  ): Promise<void> {
    await this.send(producer, batch, fence);
    for (const { _id } of batch) this.sent.push(_id);
    if (feed.isSweeping) await this.mark('majority');
    else this.markSoon();
  }

  private async send(producer: Producer, batch: readonly JournalEntry[], fence: number): Promise<void> {
    const { service, topicPrefix } = this.options;
    const byTopic = new Map<string, TopicMessages>();
    const spans = batch.map(publishSpan);
    for (const [index, entry] of batch.entries()) {
      const topic = `${topicPrefix}.${entry.publication!.topic}`;
      const messages = byTopic.get(topic) ?? { topic, messages: [] };
      messages.messages.push(toMessage(service, entry, fence, spans[index]!.traceparent));
      byTopic.set(topic, messages);
    }
    try {
      const sending = producer.sendBatch({ topicMessages: [...byTopic.values()], acks: -1, timeout: 5_000 });
      await within(answersWithinMs, sending, this.options.time);
    } catch (error) {
      for (const span of spans) span.end(error);
      throw error;
    }
    for (const span of spans) span.end();
    metrics.relayed.inc(batch.length);
  }

  /** Off the hot path, many at once. A death before the mark publishes them again, and the inbox drops them. */
  private markSoon(): void {
    if (this.markPlanned) return;
    this.markPlanned = true;
    void this.options.time.sleep(markWithinMs).then(() => this.markOrLater());
  }

  private async markOrLater(): Promise<void> {
    try {
      await this.mark(1);
    } catch (error) {
      // They stay pending: the feed's check finds them, and they go out again.
      this.options.logger.debug({ reason: (error as Error).name }, 'what was published could not be marked');
    }
  }

  /** A snapshot sees what a majority has: the next sweep must not find again what was just sent. */
  private async mark(w: 1 | 'majority'): Promise<void> {
    this.markPlanned = false;
    const ids = this.sent.splice(0);
    if (ids.length === 0) return;
    await this.options.connection
      .db!.collection<JournalEntry>('journal')
      .updateMany({ _id: { $in: ids } }, { $unset: { pending: '' } }, { writeConcern: { w } });
  }
}

function publishSpan({ _id, traceparent, publication }: JournalEntry): OpenSpan {
  return beginSpan({
    name: `publish ${publication!.type}`,
    kind: 'PRODUCER',
    parent: traceparent,
    attributes: { 'messaging.destination.name': publication!.topic, 'passerelle.event': _id },
  });
}
