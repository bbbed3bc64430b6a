import type { EventContract, EventEnvelope } from '@passerelle/contracts';
import { contractKey, readMessage, type RawMessage } from '../journal/cloud-event';
import type { Logger } from '../logger';
import { metrics } from '../metrics';
import type { Position } from '../parking/parked-event';
import type { ParkingLot, Unread } from '../parking/parking-lot';
import type { Clock } from '../unit-of-work/unit-of-work';
import type { React } from './react';
import type { Reaction } from './reaction';
import type { Work } from './work';

export interface DispatchOptions {
  readonly topicPrefix: string;
  readonly contracts: readonly EventContract[];
  readonly react: React;
  readonly parking: ParkingLot;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** One message of a partition, with where it lies. */
export interface Placed {
  readonly message: RawMessage;
  readonly at: Position;
}

/** From a message to the reactions that list its type: what is unreadable or unknown is parked, what nobody lists is skipped. */
export class Dispatch {
  private readonly contracts: ReadonlyMap<string, EventContract>;
  private rows = new Map<string, Reaction[]>();

  constructor(private readonly options: DispatchOptions) {
    this.contracts = new Map(
      options.contracts.map((contract) => [contractKey(contract.topic, contract.type), contract]),
    );
  }

  listen(reactions: readonly Reaction[]): void {
    for (const row of reactions) {
      const key = contractKey(row.on.topic, row.on.type);
      this.rows.set(key, [...(this.rows.get(key) ?? []), row]);
    }
  }

  /** In order per key, different keys side by side. Resolves when every outcome is durable. */
  async handleAll(batch: readonly Placed[], isAlive: () => boolean): Promise<void> {
    const lanes = new Map<string, Work[]>();
    const unread: Unread[] = [];
    for (const placed of batch) {
      const read = this.read(placed);
      if ('reason' in read) unread.push(read);
      else if (read.length > 0) add(lanes, read);
    }
    const handled = this.options.react.handleLanes([...lanes.values()], isAlive);
    const outcomes = await Promise.allSettled([this.park(unread, isAlive), handled]);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private read({ message, at }: Placed): readonly Work[] | Unread {
    const topic = at.topic.slice(this.options.topicPrefix.length + 1);
    const read = readMessage(message, topic, this.contracts);
    if (read.kind === 'event') return this.worksFor(read.event, at);
    if (read.kind === 'unreadable') return { reason: 'unreadable', why: read.why, message, at };
    const { event } = read;
    const works = this.rowsFor(event).map((row) => ({ row, event, at, fromTheFuture: message }));
    if (works.length > 0) return works;
    return { reason: 'unknown-contract', why: `${event.type.slice(0, 80)} v${event.version}`, message, at };
  }

  /** All of a batch at once: a flood of what nobody can read must not hold up what everybody can. */
  private async park(unread: readonly Unread[], isAlive: () => boolean): Promise<void> {
    if (unread.length === 0) return;
    const { react, parking, clock, logger } = this.options;
    await react.untilAnswered(() => parking.parkUnread(unread, clock.now()), isAlive);
    const [{ reason, why, at }] = unread as [Unread];
    logger.warn({ ...at, reason, why, messages: unread.length }, 'messages parked');
  }

  private worksFor(event: EventEnvelope, at: Position): Work[] {
    const rows = this.rowsFor(event);
    if (rows.length === 0) metrics.skipped.inc({ type: event.type });
    return rows.filter((row) => mayConcern(row, event)).map((row) => ({ row, event, at }));
  }

  private rowsFor({ topic, type }: EventEnvelope): readonly Reaction[] {
    return this.rows.get(contractKey(topic, type)) ?? [];
  }

  /** What a replay of unknown contracts uses, once a build knows them. */
  async give(event: EventEnvelope, at: Position, isAlive: () => boolean): Promise<void> {
    await this.options.react.handleLanes([this.worksFor(event, at)], isAlive);
  }

  /** Undefined while the build does not know it. */
  reread(message: RawMessage, topic: string): EventEnvelope | undefined {
    const read = readMessage(message, topic.slice(this.options.topicPrefix.length + 1), this.contracts);
    return read.kind === 'event' ? read.event : undefined;
  }
}

/** One that cannot say is tried, and parked, for its key alone. */
function mayConcern({ concerns }: Reaction, event: EventEnvelope): boolean {
  try {
    return concerns?.(event) ?? true;
  } catch {
    return true;
  }
}

function add(lanes: Map<string, Work[]>, works: readonly Work[]): void {
  const { key } = works[0]!.event;
  const lane = lanes.get(key);
  if (lane) lane.push(...works);
  else lanes.set(key, [...works]);
}
