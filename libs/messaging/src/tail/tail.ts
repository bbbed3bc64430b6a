import type { EventContract } from '@passerelle/contracts';
import type { Admin, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { readAttributes } from '../journal/cloud-event';
import { createTopics, kafkaClient } from '../kafka';
import type { Logger } from '../logger';
import { systemTime, within } from '../time';

/** That something happened, without what: who may know more asks the service. */
export interface Hint {
  /** Without the prefix: `ccas.need`. */
  readonly topic: string;
  readonly type: string;
  /** Id of the aggregate. */
  readonly key: string;
  readonly territory: string;
  /** When it was decided. */
  readonly at: Date;
}

export interface TailOptions {
  /** `gateway`: begins the name of the consumer group. */
  readonly service: string;
  readonly topicPrefix: string;
  readonly kafkaBrokers: readonly string[];
  readonly contracts: readonly EventContract[];
  readonly logger: Logger;
  /** What was heard together, in order per aggregate. Must not throw, and returns at once: nobody waits for a slow listener. */
  readonly hear: (hints: readonly Hint[]) => void;
  /** Hearing begins, at the start and after each outage: what happened before it began, nobody is told. */
  readonly again: () => void;
}

export interface Tail {
  readonly state: 'starting' | 'up' | 'down';
  stop(): Promise<void>;
}

const triedAgainAfterMs = 1_000;
const leavesWithinMs = 3_000;
const sessionTimeoutMs = 10_000;

/**
 * Hears every topic from now on, for a process that only shows that something happened: nothing is kept in the broker, nothing is
 * parked, and a new process begins at the ends of the topics. Each process has a consumer group of its own, so each hears everything.
 * Returns at once; without a broker it goes on trying.
 */
export function tailTopics(options: TailOptions): Tail {
  const tail = new TopicTail(options);
  tail.start();
  return tail;
}

class TopicTail implements Tail {
  state: Tail['state'] = 'starting';
  private readonly kafka: Kafka;
  private readonly admin: Admin;
  private readonly groupId: string;
  private readonly stopping = new AbortController();
  private running = Promise.resolve();
  private reported = false;
  /** Where to read on, by topic and partition: kept by ourselves, since kafkajs would begin anew at the ends after a rebalance. */
  private readonly positions = new Map<string, Map<number, string>>();

  constructor(private readonly options: TailOptions) {
    const { service, topicPrefix, kafkaBrokers, logger } = options;
    this.kafka = kafkaClient({ service, brokers: kafkaBrokers, topicPrefix, logger });
    this.admin = this.kafka.admin({ retry: { retries: 3 } });
    this.groupId = `${topicPrefix}.${service}.tail.${randomUUID()}`;
  }

  private get topics(): readonly string[] {
    const { topicPrefix, contracts } = this.options;
    return [...new Set(contracts.map(({ topic }) => `${topicPrefix}.${topic}`))];
  }

  start(): void {
    this.running = this.keepHearing();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const cleanUp = async () => {
      await this.running;
      await this.admin.deleteGroups([this.groupId]).catch(() => undefined);
      await this.admin.disconnect();
    };
    await within(leavesWithinMs, cleanUp(), systemTime).catch(() => undefined);
  }

  private async keepHearing(): Promise<void> {
    const { logger } = this.options;
    while (!this.stopping.signal.aborted) {
      try {
        await this.hearUntilCrash();
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        if (!this.reported)
          logger.warn({ reason: (error as Error).message }, 'Kafka does not answer: live updates wait');
        this.reported = true;
        this.state = 'down';
        await systemTime.sleep(triedAgainAfterMs, this.stopping.signal);
      }
    }
  }

  /** Rejects when the consumer crashes; resolves when we stop. */
  private async hearUntilCrash(): Promise<void> {
    const { topicPrefix, contracts } = this.options;
    await this.admin.connect();
    await createTopics(this.admin, topicPrefix, contracts);
    await this.findEnds();
    const consumer = this.kafka.consumer({
      groupId: this.groupId,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: 2_000,
      maxWaitTimeInMs: 100,
      allowAutoTopicCreation: false,
      // A crash is for us to see: a new consumer goes on where this one was.
      retry: { retries: 5, restartOnFailure: async () => false },
    });
    try {
      await this.hear(consumer);
    } finally {
      this.state = 'down';
      const leave = consumer.stop().then(() => consumer.disconnect());
      await within(leavesWithinMs, leave, systemTime).catch(() => undefined);
    }
  }

  private async hear(consumer: Consumer): Promise<void> {
    const { signal } = this.stopping;
    let leave: () => void = () => undefined;
    const over = new Promise<void>((resolve, reject) => {
      leave = resolve;
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    // A crash before we wait for it must not end the process.
    over.catch(() => undefined);
    consumer.on(consumer.events.GROUP_JOIN, () => this.goOn(consumer));
    signal.addEventListener('abort', leave);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.topics], fromBeginning: false });
      await consumer.run({
        autoCommit: false,
        partitionsConsumedConcurrently: 12,
        eachBatch: async (payload) => this.pass(payload),
      });
      if (!signal.aborted) await over;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  private async findEnds(): Promise<void> {
    const missing = this.topics.filter((topic) => !this.positions.has(topic));
    for (const topic of missing) {
      const ends = await this.admin.fetchTopicOffsets(topic);
      this.positions.set(topic, new Map(ends.map(({ partition, high }) => [partition, high])));
    }
  }

  /** At each joining of the group: a new topic alone makes kafkajs join it several times. */
  private goOn(consumer: Consumer): void {
    if (this.stopping.signal.aborted) return;
    for (const [topic, partitions] of this.positions)
      for (const [partition, offset] of partitions) consumer.seek({ topic, partition, offset });
    if (this.state === 'up') return;
    this.state = 'up';
    this.reported = false;
    this.options.again();
  }

  private pass({ batch }: EachBatchPayload): void {
    this.positions.get(batch.topic)?.set(batch.partition, String(BigInt(batch.lastOffset()) + 1n));
    const topic = batch.topic.slice(this.options.topicPrefix.length + 1);
    const hints = batch.messages.flatMap(({ key, headers }): Hint[] => {
      const read = readAttributes(headers ?? {});
      // What nobody can read, the services park: there is nothing to show.
      if (!key || typeof read === 'string') return [];
      const { type, territory, time } = read;
      return [{ topic, type, key: key.toString('utf8'), territory, at: time }];
    });
    if (hints.length > 0) this.options.hear(hints);
  }
}
