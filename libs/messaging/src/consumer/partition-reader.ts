import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Logger } from '../logger';
import { within, type Time } from '../time';
import type { Offset } from './consumer-lag';
import type { Dispatch, Placed } from './dispatch';
import { StoppedError } from './react';

export interface PartitionReaderOptions {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly dispatch: Pick<Dispatch, 'handleAll'>;
  readonly logger: Logger;
  readonly time: Time;
  /** A silent member loses its partitions after this. */
  readonly sessionTimeoutMs: number;
}

/** Messages taken from a batch at once: the offset is resolved after them, so a death repeats at most these. */
const chunkSize = 64;
const commitEveryMs = 1_000;
const leavesWithinMs = 5_000;

/**
 * A kafkajs consumer that resolves an offset only after the durable effect, and commits off the hot path: each second, before a
 * rebalance and at the end. What is read twice in between is dropped by the inbox.
 */
export class PartitionReader {
  private readonly consumer: Consumer;
  private readonly resolved = new Map<string, Offset>();
  private endCommits: () => void = () => undefined;
  private committing = Promise.resolve();
  /** Counts the times that the group was joined. */
  private membership = 0;
  private stopped = false;
  private joined = false;
  private crashed = false;

  constructor(private readonly options: PartitionReaderOptions) {
    this.consumer = options.kafka.consumer({
      groupId: options.groupId,
      sessionTimeout: options.sessionTimeoutMs,
      rebalanceTimeout: 15_000,
      heartbeatInterval: Math.min(1_000, options.sessionTimeoutMs / 4),
      maxWaitTimeInMs: 500,
      allowAutoTopicCreation: false,
      // A crash is for us to see; we start a new reader.
      retry: { retries: 8, restartOnFailure: async () => false },
    });
  }

  /** Handled, and not committed yet. */
  get uncommitted(): readonly Offset[] {
    return [...this.resolved.values()];
  }

  get state(): 'starting' | 'up' | 'down' {
    if (this.crashed) return 'down';
    return this.joined ? 'up' : 'starting';
  }

  /** Resolves once the group has been joined. `onCrash` is called at most once. */
  async start(onCrash: (error: Error) => void): Promise<void> {
    const { CRASH, GROUP_JOIN, REBALANCING } = this.consumer.events;
    const ready = new Promise<void>((resolve) => {
      this.consumer.on(GROUP_JOIN, () => {
        this.joined = true;
        // Every partition begins again at what the group has committed, ours or another's work.
        this.membership += 1;
        this.resolved.clear();
        resolve();
      });
    });
    this.consumer.on(REBALANCING, () => void this.commit());
    this.consumer.on(CRASH, ({ payload }) => {
      if (this.crashed || this.stopped) return;
      this.crashed = true;
      onCrash(payload.error);
    });
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...this.options.topics], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 12,
      eachBatch: (payload) => this.eachBatch(payload),
    });
    this.endCommits = this.options.time.every(commitEveryMs, () => void this.commit());
    await ready;
  }

  pause(topics: readonly string[]): void {
    this.consumer.pause(topics.map((topic) => ({ topic })));
  }

  resume(topics: readonly string[]): void {
    this.consumer.resume(topics.map((topic) => ({ topic })));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.endCommits();
    // Bounded: kafkajs waits for answers that a broker which is gone never gives, and the next reader waits for us.
    await within(leavesWithinMs, this.leave(), this.options.time).catch(() => undefined);
  }

  private async leave(): Promise<void> {
    await this.commit();
    await this.consumer.stop();
    await this.consumer.disconnect();
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, heartbeat, isRunning, isStale, resolveOffset } = payload;
    const { topic, partition, messages } = batch;
    const { membership } = this;
    let calledAway: Error | undefined;
    const isOurs = () => !calledAway && membership === this.membership && !isStale();
    const isAlive = () => !this.stopped && isRunning() && isOurs();
    // A long chunk must not look like a dead process; and the others of the group wait until we have left it for a rebalance.
    const endBeats = this.options.time.every(
      1_000,
      () => void heartbeat().catch((error: Error) => (calledAway = isRebalance(error) ? error : calledAway)),
    );
    try {
      for (let start = 0; start < messages.length && isAlive(); start += chunkSize) {
        const chunk = messages.slice(start, start + chunkSize);
        const placed: Placed[] = chunk.map((message) => ({
          message,
          at: { topic, partition, offset: message.offset },
        }));
        await this.options.dispatch.handleAll(placed, isAlive);
        if (membership !== this.membership) return;
        const { offset } = chunk.at(-1)!;
        resolveOffset(offset);
        this.resolved.set(`${topic} ${partition}`, { topic, partition, offset: String(BigInt(offset) + 1n) });
        await heartbeat();
      }
      if (calledAway) throw calledAway as Error;
    } catch (error) {
      // The partition went to another instance, or we stop: what is left of the batch is theirs.
      if (!(error instanceof StoppedError)) throw error;
      if (calledAway) throw calledAway as Error;
    } finally {
      endBeats();
    }
  }

  /** One after the other: an earlier one that arrives late would put the group back. */
  private commit(): Promise<void> {
    this.committing = this.committing.then(() => this.commitResolved());
    return this.committing;
  }

  private async commitResolved(): Promise<void> {
    const { membership } = this;
    const offsets = [...this.resolved.values()];
    if (offsets.length === 0) return;
    this.resolved.clear();
    try {
      await this.consumer.commitOffsets(offsets);
    } catch (error) {
      // Next time; after a rebalance not at all: who reads it then repeats a second of work, and the inbox drops it.
      if (membership === this.membership) this.putBack(offsets);
      this.options.logger.debug({ reason: (error as Error).message }, 'offsets were not committed');
    }
  }

  private putBack(offsets: readonly Offset[]): void {
    for (const offset of offsets) {
      const key = `${offset.topic} ${offset.partition}`;
      if (!this.resolved.has(key)) this.resolved.set(key, offset);
    }
  }
}

const outOfTheGroup = new Set(['REBALANCE_IN_PROGRESS', 'ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID']);

/** kafkajs joins the group again when a batch ends with it. */
function isRebalance(error: Error): boolean {
  return outOfTheGroup.has((error as Error & { type?: string }).type ?? '');
}
