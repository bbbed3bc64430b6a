import type { Connection, mongo } from 'mongoose';
import type { JournalEntry } from '../journal/journal-entry';
import type { Time } from '../time';

/** Beyond this many waiting in memory the feed starts again from the index instead of holding them. */
const bufferLimit = 20_000;
const checkEveryMs = 5_000;

type EntryStream = mongo.ChangeStream<JournalEntry, mongo.ChangeStreamInsertDocument<JournalEntry>>;

/**
 * Unpublished journal entries, in commit order per aggregate: first what a sweep of the index finds, then what the change stream
 * brings. The stream opens before the sweep, so nothing falls between; what both see comes once.
 */
export class JournalFeed {
  /** What the sweep gives must be marked before it looks again; what the stream brings comes once by itself. */
  isSweeping = true;
  private stream?: EntryStream;
  private readonly arrived: JournalEntry[] = [];
  private swept = new Set<string>();
  private failure?: Error;
  private wake: () => void = () => undefined;
  private suspects = new Set<string>();
  private nextCheck: number;

  constructor(
    private readonly connection: Connection,
    private readonly time: Time,
    private readonly signal: AbortSignal,
  ) {
    this.nextCheck = time.monotonicMs() + checkEveryMs;
  }

  async *batches(size: number): AsyncGenerator<JournalEntry[]> {
    await this.open();
    for (let batch = await this.sweep(size); batch.length > 0; batch = await this.sweep(size)) {
      for (const entry of batch) this.swept.add(entry._id);
      yield batch;
    }
    this.isSweeping = false;
    while (!this.signal.aborted) {
      await this.checkNothingIsLeft();
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
    await this.barrier();
  }

  /**
   * The stream begins at the newest write, a snapshot at the newest that a majority has: an entry between the two would be seen by
   * neither. A majority write after the stream's beginning puts the sweep's snapshot behind it.
   */
  private async barrier(): Promise<void> {
    await this.connection
      .db!.collection<{ _id: string }>('leases')
      .updateOne({ _id: 'relay-barrier' }, { $inc: { passed: 1 } } as never, {
        upsert: true,
        writeConcern: { w: 'majority', j: true },
      });
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
    const woken = new AbortController();
    this.wake = () => woken.abort();
    await this.time.sleep(checkEveryMs, woken.signal);
    this.wake = () => undefined;
  }

  /** The safety net: what stays unpublished through two checks without waiting here was missed, and a new sweep finds it. */
  private async checkNothingIsLeft(): Promise<void> {
    if (this.time.monotonicMs() < this.nextCheck) return;
    this.nextCheck = this.time.monotonicMs() + checkEveryMs;
    const left = await this.entries
      .find({ pending: true }, { projection: { _id: 1 } })
      .limit(200)
      .toArray();
    const here = new Set(this.arrived.map(({ _id }) => _id));
    if (left.some(({ _id }) => this.suspects.has(_id) && !here.has(_id))) {
      throw new Error('an entry was left unpublished');
    }
    this.suspects = new Set(left.map(({ _id }) => _id));
    // The stream has long passed what the sweep saw.
    if (left.length === 0) this.swept = new Set();
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
