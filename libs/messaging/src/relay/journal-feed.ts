import type { Connection, mongo } from 'mongoose';
import type { JournalEntry } from '../journal/journal-entry';
import { within, type Time } from '../time';

const checkEveryMs = 5_000;
/** How long mongod holds an answer back when there is nothing. */
const awaitMs = 1_000;
/** A connection that broke at a bad moment says nothing until the driver's own limit, half a minute: too long for whoever leads. */
const answersWithinMs = 10_000;

/** When this many came at once more are coming: gathering them takes a few milliseconds and saves as many round trips. */
const many = 8;
const gatherMs = 10;

/**
 * Unpublished journal entries, in commit order per aggregate: first what a sweep of the index finds, then what the change stream
 * brings. The stream opens before the sweep, so nothing falls between; what both see comes once.
 */
export class JournalFeed {
  /** What the sweep gives must be marked before it looks again; what the stream brings comes once by itself. */
  isSweeping = true;
  private session?: mongo.ClientSession;
  private cursor?: mongo.Long;
  private readonly swept = new Set<string>();
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
    for (let isLast = false; !isLast;) {
      const batch = await this.sweep(size);
      // What is decided from here on comes by the stream: under load there would always be a little more.
      isLast = batch.length < size;
      for (const entry of batch) this.swept.add(entry._id);
      if (batch.length > 0) yield batch;
    }
    this.isSweeping = false;
    // Nothing is left from before: who waits for a sign of life has one, however quiet the service is.
    yield [];
    while (!this.signal.aborted) {
      await this.checkNothingIsLeft();
      const batch = await this.next(size);
      if (batch.length > 0) yield batch;
      if (batch.length >= many) await this.time.sleep(gatherMs, this.signal);
    }
  }

  /** Not waited for: a server that is away would hold up the next beginning. It ends a forgotten cursor by itself. */
  close(): void {
    const { session } = this;
    const kill = { killCursors: 'journal', cursors: [this.cursor] };
    const killed = this.cursor ? this.connection.db!.command(kill, { session }) : Promise.resolve();
    void killed.finally(() => session?.endSession()).catch(() => undefined);
  }

  /** By hand, so that one round trip brings all that was committed since the last: the driver would ask for each few. */
  private async open(): Promise<void> {
    this.session = this.connection.getClient().startSession() as unknown as mongo.ClientSession;
    const { cursor } = await this.answer(
      this.connection.db!.command(
        {
          aggregate: 'journal',
          pipeline: [
            { $changeStream: {} },
            { $match: { operationType: 'insert', 'fullDocument.pending': true } },
            { $project: { fullDocument: 1 } },
          ],
          cursor: { batchSize: 0 },
          readConcern: { level: 'majority' },
        },
        { session: this.session },
      ),
    );
    this.cursor = (cursor as { id: mongo.Long }).id;
    await this.answer(this.barrier());
  }

  private answer<T>(asked: Promise<T>): Promise<T> {
    return within(answersWithinMs, asked, this.time);
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

  /** Waits a second at most; empty when nothing came. */
  private async next(size: number): Promise<JournalEntry[]> {
    const more = { getMore: this.cursor, collection: 'journal', batchSize: size, maxTimeMS: awaitMs };
    const { cursor } = await this.answer(this.connection.db!.command(more, { session: this.session }));
    const changes = (cursor as { nextBatch: { fullDocument: JournalEntry }[] }).nextBatch;
    // The stream has passed all that the sweep saw.
    if (changes.length === 0) this.swept.clear();
    const batch = changes.map(({ fullDocument }) => fullDocument);
    return this.swept.size === 0 ? batch : batch.filter((entry) => !this.swept.delete(entry._id));
  }

  /** The safety net: what stays unpublished through two checks without waiting here was missed, and a new sweep finds it. */
  private async checkNothingIsLeft(): Promise<void> {
    if (this.time.monotonicMs() < this.nextCheck) return;
    this.nextCheck = this.time.monotonicMs() + checkEveryMs;
    const found = this.entries.find({ pending: true }, { projection: { _id: 1 } }).limit(200);
    const left = await this.answer(found.toArray());
    if (left.some(({ _id }) => this.suspects.has(_id))) {
      throw new Error('an entry was left unpublished');
    }
    this.suspects = new Set(left.map(({ _id }) => _id));
  }

  /**
   * A snapshot: an ordinary scan may miss an aggregate's fourth event and see its fifth. Sorted by sequence, so that a batch never
   * has an event without those before it. Asked for here, and not by a session: the connection's own level would win over it.
   */
  private sweep(size: number): Promise<JournalEntry[]> {
    const found = this.entries.find({ pending: true }, { readConcern: { level: 'snapshot' } });
    return this.answer(found.sort({ sequence: 1 }).limit(size).toArray()) as Promise<JournalEntry[]>;
  }

  private get entries() {
    return this.connection.db!.collection<JournalEntry>('journal');
  }
}
