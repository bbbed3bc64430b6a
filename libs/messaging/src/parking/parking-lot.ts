import type { EventEnvelope } from '@passerelle/contracts';
import { mongo, type Connection } from 'mongoose';
import type { Inbox } from '../consumer/inbox';
import type { Reaction } from '../consumer/reaction';
import { maxBodyBytes, type RawMessage } from '../journal/cloud-event';
import { metrics } from '../metrics';
import { declareIndexes } from '../unit-of-work/indexes';
import type { Transaction } from '../unit-of-work/types';
import type { ParkedEvent, Position, RawCopy } from './parked-event';

type Row = Pick<Reaction, 'name' | 'on'>;

/** Larger raw values are cut: the rest still lies on the broker. */
const rawLimit = 16_384;
/** What a newer build may understand is kept whole. */
const wholeBody = maxBodyBytes;
const duplicateKey = 11000;

/** A message that this build cannot read, with why and where it lies. */
export interface Unread {
  readonly reason: 'unknown-contract' | 'unreadable';
  readonly why: string;
  readonly message: RawMessage;
  readonly at: Position;
}

/**
 * Where events are set aside. Each method runs in the caller's transaction, or is idempotent by the event's id. Who commits, counts.
 */
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

  /** The first of its key: later ones will queue behind it. False when it was handled meanwhile. */
  async park(
    row: Row,
    event: EventEnvelope,
    at: Position,
    failure: Failure,
    tx: Transaction,
  ): Promise<boolean> {
    if (!(await this.inbox.blockFrom(row.name, event, tx))) return false;
    await this.add(row, event, at, { reason: 'failed', ...failure }, tx);
    return true;
  }

  async queueBehind(row: Row, event: EventEnvelope, at: Position, tx: Transaction): Promise<void> {
    const behind = { reason: 'behind' as const, why: 'an earlier event of this key is parked', attempts: 0 };
    await this.add(row, event, at, behind, tx);
    await this.inbox.block(row.name, event.key, tx);
  }

  /** Of a version that only a newer build knows: its key waits for it, as behind a failure. */
  async waitForBuild(row: Row, event: EventEnvelope, at: Position, raw: RawMessage, tx: Transaction) {
    const why = `${event.type} v${event.version}`;
    const waits = { reason: 'unknown-contract' as const, why, attempts: 0, raw: rawCopy(raw, wholeBody) };
    await this.add(row, event, at, waits, tx);
    await this.inbox.block(row.name, event.key, tx);
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
      raw: rawCopy(message, reason === 'unknown-contract' ? wholeBody : rawLimit),
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
    row: Row,
    event: EventEnvelope,
    at: Position,
    cause: Failure & { reason: 'failed' | 'behind' | 'unknown-contract'; raw?: RawCopy },
    tx: Transaction,
  ): Promise<void> {
    const document: ParkedEvent = {
      _id: `${row.name} ${event.id}`,
      ...cause,
      parkedAt: tx.now,
      reaction: row.name,
      key: event.key,
      sequence: event.sequence,
      ...(!cause.raw && { event, fits: row.on.version }),
      ...at,
    };
    const filter = { _id: document._id };
    const update = { $setOnInsert: document as never };
    if (tx.later) {
      tx.later.push({
        collection: 'parked',
        operation: { updateOne: { filter, update, upsert: true } } as never,
      });
    } else await this.documents.updateOne(filter, update, { upsert: true, session: tx.session });
  }

  private get documents() {
    return this.connection.db!.collection<ParkedEvent>('parked', { ignoreUndefined: true });
  }
}

export interface Failure {
  readonly why: string;
  readonly attempts: number;
}

function rawCopy({ key, value, headers }: RawMessage, limit: number): RawCopy {
  return {
    key: key?.toString('utf8').slice(0, 512) ?? null,
    value: value?.toString('utf8').slice(0, limit) ?? null,
    headers: Object.fromEntries(
      Object.entries(headers ?? {})
        .slice(0, 40)
        .map(([name, header]) => [safeName(name), String(header).slice(0, 512)]),
    ),
    cut: (value?.length ?? 0) > limit,
  };
}

/** A header's name becomes a field's name in the database. */
function safeName(name: string): string {
  const safe = name.replaceAll(/[^\w-]/g, '_').slice(0, 80);
  return safe === '__proto__' ? 'proto' : safe;
}
