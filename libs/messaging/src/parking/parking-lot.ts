import type { EventEnvelope } from '@passerelle/contracts';
import { mongo, type Connection } from 'mongoose';
import type { Inbox } from '../consumer/inbox';
import type { RawMessage } from '../journal/cloud-event';
import { metrics } from '../metrics';
import { declareIndexes } from '../unit-of-work/indexes';
import type { Transaction } from '../unit-of-work/types';
import type { ParkedEvent, Position, RawCopy } from './parked-event';

/** Larger raw values are cut: the rest still lies on the broker. */
const rawLimit = 16_384;
const duplicateKey = 11000;

/** A message that this build cannot read, with why and where it lies. */
export interface Unread {
  readonly reason: 'unknown-contract' | 'unreadable';
  readonly why: string;
  readonly message: RawMessage;
  readonly at: Position;
}

/** Where events are set aside. Each method runs in the caller's transaction, or is idempotent by the event's id. */
export class ParkingLot {
  constructor(
    private readonly connection: Connection,
    private readonly inbox: Inbox,
  ) {
    declareIndexes(connection, 'parked', [
      { key: { reaction: 1, key: 1, sequence: 1 } },
      { key: { reason: 1 } },
    ]);
  }

  /** The first of its key: later ones will queue behind it. */
  async park(reaction: string, event: EventEnvelope, at: Position, failure: Failure, tx: Transaction) {
    if (await this.inbox.has(reaction, event, tx)) return;
    await this.add(reaction, event, at, { reason: 'failed', ...failure }, tx);
    await this.inbox.block(reaction, event.key, tx);
  }

  async queueBehind(reaction: string, event: EventEnvelope, at: Position, tx: Transaction): Promise<void> {
    const behind = { reason: 'behind' as const, why: 'an earlier event of this key is parked', attempts: 0 };
    await this.add(reaction, event, at, behind, tx);
    await this.inbox.block(reaction, event.key, tx);
  }

  /** What this build cannot read. It has no order to keep, so it blocks nothing; what is parked already stays as it is. */
  async parkUnread(unread: readonly Unread[], now: Date): Promise<void> {
    const documents = unread.map(({ reason, why, message, at }): ParkedEvent => ({
      _id: `${at.topic} ${at.partition} ${at.offset}`,
      reason,
      why,
      parkedAt: now,
      attempts: 0,
      ...at,
      raw: rawCopy(message),
    }));
    const known = await this.insertNew(documents);
    for (const { _id, reason } of documents) if (!known.has(_id)) metrics.parked.inc({ reason });
  }

  /** Gives the ids of those that were there. */
  private async insertNew(documents: readonly ParkedEvent[]): Promise<ReadonlySet<string>> {
    try {
      await this.documents.insertMany(documents as never, {
        ordered: false,
        writeConcern: { w: 'majority', j: true },
      });
      return new Set();
    } catch (error) {
      if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
      const failures = [error.writeErrors].flat();
      if (failures.length === 0 || failures.some(({ code }) => code !== duplicateKey)) throw error;
      return new Set(failures.map(({ index }) => documents[index]!._id));
    }
  }

  private async add(
    reaction: string,
    event: EventEnvelope,
    at: Position,
    cause: Failure & { reason: 'failed' | 'behind' },
    tx: Transaction,
  ): Promise<void> {
    const document: ParkedEvent = {
      _id: `${reaction} ${event.id}`,
      ...cause,
      parkedAt: tx.now,
      reaction,
      key: event.key,
      sequence: event.sequence,
      event,
      ...at,
    };
    const { upsertedCount } = await this.documents.updateOne(
      { _id: document._id },
      { $setOnInsert: document as never },
      { upsert: true, session: tx.session },
    );
    if (upsertedCount > 0) metrics.parked.inc({ reason: cause.reason });
  }

  private get documents() {
    return this.connection.db!.collection<ParkedEvent>('parked');
  }
}

export interface Failure {
  readonly why: string;
  readonly attempts: number;
}

function rawCopy({ key, value, headers }: RawMessage): RawCopy {
  return {
    key: key?.toString('utf8').slice(0, 512) ?? null,
    value: value?.toString('utf8').slice(0, rawLimit) ?? null,
    headers: Object.fromEntries(
      Object.entries(headers ?? {})
        .slice(0, 40)
        .map(([name, header]) => [safeName(name), String(header).slice(0, 512)]),
    ),
    cut: (value?.length ?? 0) > rawLimit,
  };
}

/** A header's name becomes a field's name in the database. */
function safeName(name: string): string {
  const safe = name.replaceAll(/[^\w-]/g, '_').slice(0, 80);
  return safe === '__proto__' ? 'proto' : safe;
}
