import type { Admin, Kafka } from 'kafkajs';
import type { Connection } from 'mongoose';
import type { Logger } from '../logger';
import type { Time } from '../time';
import type { Dispatch, Placed } from './dispatch';
import { PartitionReader } from './partition-reader';
import type { Reaction } from './reaction';

/** When each reaction began, in this service's database. */
interface KnownReaction {
  _id: string;
  topic: string;
  /** `from: now` hears what was decided after this. */
  since: Date;
  state: 'live' | 'catching-up';
}

export interface CatchUpOptions {
  readonly connection: Connection;
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly groupId: string;
  readonly topicPrefix: string;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly time: Time;
  readonly sessionTimeoutMs: number;
  readonly isStopping: () => boolean;
  /** A dispatch that gives events to these reactions only. */
  readonly dispatchFor: (reactions: readonly Reaction[]) => Dispatch;
}

type Offsets = ReadonlyMap<string, bigint>;

/**
 * A reaction that is new on a topic already read: the service's own group is past the events it wants. A temporary group reads
 * the topic from its beginning up to where the service's group stands, while the service's group waits on that topic; then both
 * go on as one. Instances of the older build must be stopped first: they would move the group without this reaction.
 */
export class CatchUp {
  constructor(private readonly options: CatchUpOptions) {}

  /** Splits reactions into those to hear from now on, each with its beginning, and those to catch up first. */
  async plan(reactions: readonly Reaction[]): Promise<{ behind: Reaction[]; sinces: Map<string, Date> }> {
    const sinces = new Map<string, Date>();
    const behind: Reaction[] = [];
    for (const row of reactions) {
      const { state, since } = await this.stateOf(row);
      if (state === 'catching-up') behind.push(row);
      if (row.from === 'now') sinces.set(row.name, since);
    }
    return { behind, sinces };
  }

  /** What is known of a reaction; one that is met for the first time is written down. */
  private async stateOf(row: Reaction): Promise<{ state: KnownReaction['state']; since: Date }> {
    const known = await this.known.findOne({ _id: row.name });
    if (known) return known;
    const topic = this.topicOf(row);
    const isLate = row.from === 'beginning' && (await this.groupHasRead(topic));
    const found = { state: isLate ? ('catching-up' as const) : ('live' as const), since: this.options.now() };
    const kept = await this.known.findOneAndUpdate(
      { _id: row.name },
      { $setOnInsert: { topic, ...found } },
      { upsert: true, returnDocument: 'after' },
    );
    // Another instance may have been first.
    return kept ?? found;
  }

  topicsOf(reactions: readonly Reaction[]): string[] {
    return [...new Set(reactions.map((row) => this.topicOf(row)))];
  }

  /** Call while the service's group waits on these reactions' topics. */
  async run(behind: readonly Reaction[]): Promise<void> {
    for (const topic of this.topicsOf(behind)) {
      const rows = behind.filter((row) => this.topicOf(row) === topic);
      await this.catchUp(topic, rows);
      await this.known.updateMany({ _id: { $in: rows.map((row) => row.name) } }, { $set: { state: 'live' } });
    }
  }

  private async catchUp(topic: string, rows: readonly Reaction[]): Promise<void> {
    const { admin, kafka, groupId, logger, time, sessionTimeoutMs, dispatchFor } = this.options;
    // Named after who catches up, so that every instance of this build shares the work.
    const temporaryGroup = `${groupId}.catch-up.${rows.map((row) => row.name).join('+')}`;
    const boundary = await this.position(groupId, topic);
    logger.info({ topic, reactions: rows.map((row) => row.name) }, 'catching up');
    const dispatch = dispatchFor(rows);
    const within = {
      handleAll: (batch: readonly Placed[], isAlive: () => boolean) =>
        dispatch.handleAll(
          batch.filter(({ at }) => BigInt(at.offset) < (boundary.get(String(at.partition)) ?? 0n)),
          isAlive,
        ),
    };
    const reader = new PartitionReader({
      kafka,
      groupId: temporaryGroup,
      topics: [topic],
      dispatch: within,
      logger,
      time,
      sessionTimeoutMs,
    });
    try {
      await reader.start((error) => logger.warn({ reason: error.message }, 'catching up was interrupted'));
      while (!reached(await this.position(temporaryGroup, topic), boundary)) {
        if (reader.state === 'down' || this.options.isStopping())
          throw new Error('catching up was interrupted');
        await time.sleep(250);
      }
    } finally {
      await reader.stop();
    }
    await admin.deleteGroups([temporaryGroup]).catch(() => undefined);
    logger.info({ topic }, 'caught up');
  }

  private async groupHasRead(topic: string): Promise<boolean> {
    return [...(await this.position(this.options.groupId, topic)).values()].some((offset) => offset > 0n);
  }

  /** Per partition, the next offset that a group will read; 0 where it never committed. */
  private async position(groupId: string, topic: string): Promise<Offsets> {
    const [found] = await this.options.admin.fetchOffsets({ groupId, topics: [topic] });
    return new Map(
      (found?.partitions ?? []).map(({ partition, offset }) => [
        String(partition),
        BigInt(offset) < 0n ? 0n : BigInt(offset),
      ]),
    );
  }

  private topicOf(row: Reaction): string {
    return `${this.options.topicPrefix}.${row.on.topic}`;
  }

  private get known() {
    return this.options.connection.db!.collection<KnownReaction>('reactions');
  }
}

function reached(position: Offsets, boundary: Offsets): boolean {
  return [...boundary].every(([partition, offset]) => (position.get(partition) ?? 0n) >= offset);
}
