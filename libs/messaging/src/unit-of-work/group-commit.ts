import type { mongo } from 'mongoose';
import { type ClientSession } from 'mongoose';
import type { JournalEntry } from '../journal/journal-entry';

/** A write that waits for the transaction to be committed. */
export interface LaterWrite {
  readonly collection: string;
  readonly operation: mongo.AnyBulkWriteOperation;
}

/** All that a work wants kept, when it has read nothing. */
export interface Kept {
  readonly writes: readonly LaterWrite[];
  readonly entries: readonly JournalEntry[];
}

interface Waiting extends Kept {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Works in one transaction: beyond, one that fails would repeat too many. */
const most = 128;
/** Transactions at once: while they run, others gather. */
const slots = 2;

/**
 * Works that have read nothing share a transaction with whatever waits at the same moment, since a commit is what costs most: one
 * `bulkWrite` for each collection, the journal, the commit. What arrives alone goes at once.
 */
export class GroupCommit {
  private readonly waiting: Waiting[] = [];
  private busy = 0;

  constructor(private readonly write: (group: readonly Kept[]) => Promise<void>) {}

  /** Resolves when it is durable; rejects when its group failed, whoever's fault it was. */
  add(kept: Kept): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...kept, resolve, reject });
      // What the same turn of the event loop brings comes along.
      setImmediate(() => this.useFreeSlots());
    });
  }

  private useFreeSlots(): void {
    while (this.busy < slots && this.waiting.length > 0) {
      this.busy += 1;
      void this.commit(this.waiting.splice(0, most)).finally(() => {
        this.busy -= 1;
        this.useFreeSlots();
      });
    }
  }

  private async commit(group: readonly Waiting[]): Promise<void> {
    try {
      await this.write(group);
      for (const { resolve } of group) resolve();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}

/** In one transaction: a round trip for each collection, whatever the number of works. */
export async function writeAll(db: mongo.Db, group: readonly Kept[], session: ClientSession): Promise<void> {
  const byCollection = new Map<string, mongo.AnyBulkWriteOperation[]>();
  for (const { collection, operation } of group.flatMap(({ writes }) => writes)) {
    const operations = byCollection.get(collection);
    if (operations) operations.push(operation);
    else byCollection.set(collection, [operation]);
  }
  for (const [name, operations] of byCollection) {
    await db.collection(name, { ignoreUndefined: true }).bulkWrite(operations, { session: session as never });
  }
  const entries = group.flatMap((kept) => kept.entries);
  if (entries.length > 0) {
    await db
      .collection<JournalEntry>('journal', { ignoreUndefined: true })
      .insertMany(entries as never, { session: session as never });
  }
}
