import type { Connection, mongo } from 'mongoose';
import type { JournalEntry } from '../journal/journal-entry';

/** Beyond this many waiting in memory the feed starts again from the index instead of holding them. */
const bufferLimit = 20_000;
const checkEveryMs = 5_000;

type EntryStream = mongo.ChangeStream<JournalEntry, mongo.ChangeStreamInsertDocument<JournalEntry>>;

/**
 * Unpublished journal entries, in commit order per aggregate: first what a sweep of the index finds, then what the change stream
 * brings. The stream opens before the sweep, so nothing falls between; what both see comes once.
 */
export class JournalFeed {
  private stream?: EntryStream;
  private readonly arrived: JournalEntry[] = [];
  private swept = new Set<string>();
  private failure?: Error;
  private wake: () => void = () => undefined;
  private suspect?: string;

  constructor(
    private readonly connection: Connection,
    private readonly signal: AbortSignal,
  ) {}

  async *batches(size: number): AsyncGenerator<JournalEntry[]> {
    await this.open();
    for (let batch = await this.sweep(size); batch.length > 0; batch = await this.sweep(size)) {
      for (const entry of batch) this.swept.add(entry._id);
      yield batch;
    }
    while (!this.signal.aborted) {
      const batch = this.take(size);
      if (batch.length > 0) yield batch;
      else await this.nextArrival();
    }
  }

  async close(): Promise<void> {
    await this.stream?.close().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const stream = this.entries.watch<JournalEntry, mongo.ChangeStreamInsertDocument<JournalEntry>>(
      [
        { $match: { operationType: 'insert', 'fullDocument.pending': true } },
        { $project: { fullDocument: 1 } },
      ],
      { batchSize: 1_000 },
    );
    this.stream = stream;
    this.signal.addEventListener('abort', () => this.wake(), { once: true });
    // Asking once opens the cursor: from here on nothing is missed.
    const first = await stream.tryNext();
    if (first) this.arrived.push(first.fullDocument);
    void this.pump(stream);
  }

  private async pump(stream: EntryStream): Promise<void> {
    try {
      while (!stream.closed) this.receive((await stream.next()).fullDocument);
    } catch (error) {
      if (!stream.closed) this.fail(error as Error);
    }
  }

  private receive(entry: JournalEntry): void {
    this.arrived.push(entry);
    if (this.arrived.length > bufferLimit) this.fail(new Error('too many entries wait in memory'));
    this.wake();
  }

  private fail(error: Error): void {
    this.failure = error;
    this.wake();
  }

  private take(size: number): JournalEntry[] {
    if (this.failure) throw this.failure;
    const batch = this.arrived.splice(0, size);
    if (this.swept.size === 0) return batch;
    const fresh = batch.filter((entry) => !this.swept.delete(entry._id));
    return fresh;
  }

  private async nextArrival(): Promise<void> {
    if (this.failure) throw this.failure;
    if (this.arrived.length > 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, checkEveryMs);
    });
    clearTimeout(timer);
    this.wake = () => undefined;
    if (this.arrived.length === 0 && !this.signal.aborted && !this.failure) await this.checkNothingIsLeft();
  }

  /** The safety net: an entry that stays unpublished through two quiet checks was missed, and a new sweep finds it. */
  private async checkNothingIsLeft(): Promise<void> {
    const left = await this.entries.findOne({ pending: true }, { projection: { _id: 1 } });
    const missed = left && left._id === this.suspect;
    this.suspect = left?._id;
    if (missed) throw new Error('an entry was left unpublished');
    // The stream has long passed what the sweep saw.
    if (!left) this.swept = new Set();
  }

  /**
   * A snapshot: an ordinary scan may miss an aggregate's fourth event and see its fifth. Sorted by sequence, so that a batch never
   * has an event without those before it.
   */
  private async sweep(size: number): Promise<JournalEntry[]> {
    const session = this.connection.getClient().startSession({ snapshot: true });
    try {
      return (await this.entries
        .find({ pending: true }, { session: session as never })
        .sort({ sequence: 1 })
        .limit(size)
        .toArray()) as JournalEntry[];
    } finally {
      await session.endSession();
    }
  }

  private get entries() {
    return this.connection.db!.collection<JournalEntry>('journal');
  }
}
