import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { EventEnvelope } from '@passerelle/contracts';
import type { Admin, Kafka } from 'kafkajs';
import type { Logger } from '../logger';
import { within, type Time } from '../time';
import type { Transaction } from '../unit-of-work/types';
import { CatchUp, type CatchUpOptions } from './catch-up';
import { consumerLag } from './consumer-lag';
import type { Dispatch } from './dispatch';
import { PartitionReader } from './partition-reader';
import type { Reaction } from './reaction';

const replayEveryMs = 60_000;
/** Of each step to the first batch. Some calls of kafkajs never end when the broker dies under them. */
const answersWithinMs = 30_000;
/** A group waits for members that died in a rebalance. */
const joinsWithinMs = 60_000;

export interface KafkaTransportOptions {
  readonly service: string;
  readonly topicPrefix: string;
  readonly kafka: Kafka;
  readonly logger: Logger;
  readonly time: Time;
  readonly sessionTimeoutMs: number;
  readonly catchUp: Pick<CatchUpOptions, 'connection' | 'now' | 'dispatchFor'>;
  readonly newDispatch: () => Dispatch;
  /** Makes topics; called before anything is read. */
  readonly prepare: (admin: Admin) => Promise<void>;
  /** What an older build parked because it could not name it. */
  readonly replayKnown: (dispatch: Dispatch, isAlive: () => boolean) => Promise<void>;
  /** Queues that nobody sees. */
  readonly replayFreed: (dispatch: Dispatch) => Promise<unknown>;
}

/**
 * Nest's own Kafka server retries a poison event for ever and commits events without a handler. This one keeps the inbox's
 * promises instead; Nest sees an ordinary transport strategy, whose event patterns are the names of the reactions.
 */
export class KafkaTransport extends Server implements CustomTransportStrategy {
  private admin: Admin;
  private readonly groupId: string;
  private reader?: PartitionReader;
  private rows: Reaction[] = [];
  private stopping = false;
  private failure?: string;
  private starting?: Promise<void>;
  private endReading: (error: Error) => void = () => undefined;

  constructor(private readonly options: KafkaTransportOptions) {
    super();
    this.admin = this.newAdmin();
    this.groupId = `${options.topicPrefix}.${options.service}`;
  }

  /** The reactions table becomes Nest event handlers, one for each row. */
  register(reactions: readonly Reaction[]): void {
    const twice = reactions.find(
      (row, index) => reactions.findIndex(({ name }) => name === row.name) < index,
    );
    if (twice) throw new Error(`two reactions are called ${twice.name}`);
    this.rows = reactions.map((row) => ({ ...row, run: this.viaNest(row.name) }));
    for (const row of reactions) {
      this.addHandler(
        row.name,
        ((event: EventEnvelope, tx: Transaction) => row.run(event, tx)) as MessageHandler,
        true,
      );
    }
  }

  get reactions(): ReadonlyMap<string, Reaction> {
    return new Map(this.rows.map((row) => [row.name, row]));
  }

  get state(): { readonly is: 'starting' | 'up' | 'down'; readonly why?: string } {
    if (this.failure) return { is: 'down', why: this.failure };
    if (this.rows.length === 0 && this.starting) return { is: 'up' };
    return { is: this.reader?.state ?? 'starting' };
  }

  /** What is listened to, without the prefix. */
  get topics(): readonly string[] {
    return [...new Set(this.rows.map((row) => row.on.topic))];
  }

  /** Per topic, events that are not handled yet. Rejects while the broker does not answer. */
  async lag(): Promise<ReadonlyMap<string, number>> {
    if (this.rows.length === 0) return new Map();
    const whole = (topic: string) => `${this.options.topicPrefix}.${topic}`;
    const { topics } = this;
    const lags = await consumerLag(
      this.admin,
      this.groupId,
      topics.map(whole),
      this.reader?.uncommitted ?? [],
    );
    return new Map(topics.map((topic) => [topic, lags.get(whole(topic))!]));
  }

  listen(callback: (error?: unknown) => void): void {
    this.starting = this.keepReading();
    callback();
  }

  async close(): Promise<void> {
    this.stopping = true;
    this.endReading(new Error('stopping'));
    await this.reader?.stop();
    await this.starting;
    await this.admin.disconnect().catch(() => undefined);
  }

  on(): never {
    throw new Error('this transport has no events of its own: ask its state');
  }

  unwrap<T>(): T {
    return this.options.kafka as T;
  }

  private newAdmin(): Admin {
    return this.options.kafka.admin({ retry: { retries: 3 } });
  }

  private answer<T>(asked: Promise<T>): Promise<T> {
    return within(answersWithinMs, asked, this.options.time);
  }

  /** Looked up once: Nest reads the pattern anew each time. */
  private viaNest(name: string): Reaction['run'] {
    let handler: MessageHandler | undefined;
    return async (event, tx) => {
      handler ??= this.getHandlerByPattern(name)!;
      return (await handler(event, tx)) as unknown as Awaited<ReturnType<Reaction['run']>>;
    };
  }

  /** One reader after another, until `close`: a crash of kafkajs is a new reader after a pause. */
  private async keepReading(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.answer(this.admin.connect());
        await this.answer(this.options.prepare(this.admin));
        if (this.rows.length === 0) return;
        await this.readUntilCrash();
      } catch (error) {
        if (this.stopping) return;
        if (!this.failure) {
          this.options.logger.warn(
            { reason: (error as Error).message },
            'the reader stopped: a new one starts',
          );
        }
        this.failure = (error as Error).message;
        await this.options.time.sleep(1_000);
        // What one waits for for ever, the next call on it would wait for too.
        void this.admin.disconnect().catch(() => undefined);
        this.admin = this.newAdmin();
      }
    }
  }

  private async readUntilCrash(): Promise<void> {
    const { kafka, logger, topicPrefix, catchUp, newDispatch, replayKnown } = this.options;
    const { time, sessionTimeoutMs, replayFreed } = this.options;
    const catching = new CatchUp({
      ...catchUp,
      kafka,
      logger,
      time,
      sessionTimeoutMs,
      topicPrefix,
      admin: this.admin,
      groupId: this.groupId,
      isStopping: () => this.stopping,
    });
    const { behind, sinces } = await this.answer(catching.plan(this.rows));
    const dispatch = newDispatch();
    dispatch.listen(this.rows.map((row) => since(row, sinces.get(row.name))));
    const topics = catching.topicsOf(this.rows);
    const reader = new PartitionReader({
      kafka,
      groupId: this.groupId,
      topics,
      dispatch,
      logger,
      time,
      sessionTimeoutMs,
    });
    const crashed = new Promise<never>((_resolve, reject) => (this.endReading = reject));
    crashed.catch(() => undefined);
    this.reader = reader;
    // An older build may park after this one has begun, and another's replay may end before its queue.
    const endReplays = time.every(replayEveryMs, () => void replayFreed(dispatch).catch(() => undefined));
    try {
      if (behind.length > 0) await catching.run(behind);
      await replayKnown(dispatch, () => !this.stopping);
      if (this.stopping) return;
      const started = reader.start((error) => this.endReading(error));
      await Promise.race([within(joinsWithinMs, started, time), crashed]);
      this.failure = undefined;
      await crashed;
    } finally {
      endReplays();
      await reader.stop();
    }
  }
}

/** A reaction that hears only from its first deployment on. */
function since(row: Reaction, from: Date | undefined): Reaction {
  if (!from) return row;
  return { ...row, run: async (event, tx) => (event.time < from ? undefined : row.run(event, tx)) };
}
