import type { EventEnvelope } from '@passerelle/contracts';
import type { Connection } from 'mongoose';
import type { Transaction } from '../unit-of-work/types';

interface InboxDocument {
  /** `reaction key`: one document for each, for ever; it never grows with time. */
  _id: string;
  last: number;
  /** Set while an event of this key is parked: later ones queue behind it. */
  blocked?: boolean;
  queued?: number;
}

export type Admission = 'new' | 'seen' | 'behind-a-parked-one';

/** Counted, so that it always writes: a replay that would lift the block at this instant conflicts, and looks again. */
const blocked = { $set: { blocked: true }, $inc: { queued: 1 }, $setOnInsert: { last: 0 } };

/** Remembers, per reaction and key, the last sequence handled; moved in the effect's own transaction. */
export class Inbox {
  constructor(private readonly connection: Connection) {}

  /**
   * Moves the inbox when the event is new. The first attempt is one upsert, which collides when the event was seen or its key is
   * blocked; then the work runs again and looks.
   */
  async admit(reaction: string, event: EventEnvelope, tx: Transaction): Promise<Admission> {
    const _id = inboxId(reaction, event.key);
    if (tx.attempt > 1) {
      const found = await this.documents.findOne({ _id }, { session: tx.session });
      if (found && event.sequence <= found.last) return 'seen';
      if (found?.blocked) return 'behind-a-parked-one';
    }
    const filter = { _id, last: { $lt: event.sequence }, blocked: { $ne: true } };
    const update = { $set: { last: event.sequence } };
    if (tx.later) {
      const operation = { updateOne: { filter, update, upsert: true } } as never;
      tx.later.push({ collection: 'inbox', operation });
    } else await this.documents.updateOne(filter as never, update, { session: tx.session, upsert: true });
    return 'new';
  }

  /** Blocks its key from this event on. False when it was handled meanwhile: then nothing is to be blocked. */
  async blockFrom(reaction: string, event: EventEnvelope, tx: Transaction): Promise<boolean> {
    if (!tx.later) {
      if (await this.has(reaction, event, tx)) return false;
      await this.block(reaction, event.key, tx);
      return true;
    }
    // As in `admit`: an upsert that collides when the event was seen; then the work runs again and looks.
    const filter = { _id: inboxId(reaction, event.key), last: { $lt: event.sequence } };
    const operation = { updateOne: { filter, update: blocked, upsert: true } } as never;
    tx.later.push({ collection: 'inbox', operation });
    return true;
  }

  async has(reaction: string, event: EventEnvelope, tx: Transaction): Promise<boolean> {
    const _id = inboxId(reaction, event.key);
    const found = await this.documents.findOne({ _id }, { session: tx.session });
    return found !== null && event.sequence <= found.last;
  }

  async block(reaction: string, key: string, tx: Transaction): Promise<void> {
    await this.documents.updateOne({ _id: inboxId(reaction, key) }, blocked, {
      session: tx.session,
      upsert: true,
    });
  }

  /** After a replay or a discard: the sequence counts as handled, and the block stays while others queue behind. */
  async pass(reaction: string, key: string, sequence: number, stillBlocked: boolean, tx: Transaction) {
    await this.documents.updateOne(
      { _id: inboxId(reaction, key) },
      stillBlocked
        ? { $max: { last: sequence } }
        : { $max: { last: sequence }, $unset: { blocked: '', queued: '' } },
      { session: tx.session },
    );
  }

  private get documents() {
    return this.connection.db!.collection<InboxDocument>('inbox');
  }
}

function inboxId(reaction: string, key: string): string {
  return `${reaction} ${key}`;
}
