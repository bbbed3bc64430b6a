import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import { mongo, type ClientSession, type Connection } from 'mongoose';
import { randomUUIDv7 } from 'node:crypto';
import type { JournalEntry } from '../journal/journal-entry';
import { systemTime, type Time } from '../time';
import { failureOf, UnavailableError } from './failures';
import { GroupCommit, writeAll, type Kept } from './group-commit';
import { Lanes } from './lanes';
import { unreadTransaction } from './unread-transaction';
import type { Cause, Transaction } from './types';

export interface Clock {
  now(): Date;
}

export interface RunOptions {
  /** How long conflicts and outages are waited out, in milliseconds; then `UnavailableError`. */
  readonly patienceMs?: number;
  /** Work with the same word waits for its turn in this process: for what would only meet in conflicts. */
  readonly lane?: string;
  /** It is known to read: it is not tried without. */
  readonly reads?: boolean;
}

const transactionOptions: mongo.TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', j: true },
  readPreference: 'primary',
};

/** A duplicate key is a conflict when two create the same aggregate; met this often in a row, it is a broken unique rule. */
const duplicateKeyTries = 5;

/** Runs use cases, each in one MongoDB transaction. */
export class UnitOfWork {
  private readonly lanes = new Lanes();
  private readonly groups = new GroupCommit((group) => this.commitTogether(group));

  constructor(
    private readonly connection: Connection,
    private readonly clock: Clock,
    private readonly time: Time = systemTime,
  ) {}

  /**
   * Runs `work` in one transaction, majority and journaled. `work` may run several times, so it has no effect outside of it.
   * A refusal rolls everything back and is returned.
   */
  run<T>(
    cause: Cause,
    work: (tx: Transaction) => Promise<T | Refusal>,
    options: RunOptions = {},
  ): Promise<T | Refusal> {
    return this.lanes.run(options.lane, async () => {
      const mayShare = options.lane === undefined && !options.reads;
      const unread = mayShare ? await this.runUnread(cause, work) : undefined;
      return unread ? unread.result : this.untilDone(cause, work, options);
    });
  }

  /**
   * Runs `work` as long as it reads nothing, and keeps what it wants kept together with whatever waits at the same moment.
   * Undefined when it has to read, or when its group failed: nothing of it is kept, and it is run by itself. Throws what is the
   * work's own fault.
   */
  async runUnread<T>(
    cause: Cause,
    work: (tx: Transaction) => Promise<T | Refusal>,
  ): Promise<{ result: T | Refusal } | undefined> {
    const { tx, mustRead } = unreadTransaction(identityOf(cause), this.clock.now());
    let result: T | Refusal;
    try {
      result = await work(tx);
    } catch (error) {
      if (mustRead() || failureOf(error) !== 'fault') return undefined;
      throw error;
    }
    if (mustRead()) return undefined;
    if (isRefusal(result) || tx.later!.length + tx.entries.length === 0) return { result };
    return this.groups.add({ writes: tx.later!, entries: tx.entries }).then(
      () => ({ result }),
      // By itself it shows whose fault it was.
      () => undefined,
    );
  }

  private async commitTogether(group: readonly Kept[]): Promise<void> {
    const session = this.connection.getClient().startSession();
    session.startTransaction(transactionOptions);
    try {
      await writeAll(this.connection.db!, group, session as unknown as ClientSession);
      await this.commit(session as unknown as ClientSession);
    } catch (error) {
      if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
      throw error;
    } finally {
      await session.endSession().catch(() => undefined);
    }
  }

  private async untilDone<T>(
    cause: Cause,
    work: (tx: Transaction) => Promise<T | Refusal>,
    options: RunOptions,
  ): Promise<T | Refusal> {
    const givesUpAt = this.time.monotonicMs() + (options.patienceMs ?? 10_000);
    const identity = identityOf(cause);
    let duplicates = 0;
    for (let attempt = 1; ; attempt += 1) {
      const session = this.connection.getClient().startSession();
      try {
        return await this.attempt(session as unknown as ClientSession, identity, attempt, work);
      } catch (error) {
        const failure = failureOf(error);
        if (failure === 'fault') throw error;
        if (isDuplicateKey(error) && ++duplicates >= duplicateKeyTries) throw error;
        if (this.time.monotonicMs() > givesUpAt) {
          throw new UnavailableError(`gave up after ${attempt} attempts: ${(error as Error).message}`, {
            cause: error,
          });
        }
        await this.time.sleep(failure === 'conflict' ? this.conflictPauseMs(attempt) : 250);
      } finally {
        await session.endSession().catch(() => undefined);
      }
    }
  }

  private async attempt<T>(
    session: ClientSession,
    identity: Cause & { correlationId: string; causationId: string },
    attempt: number,
    work: (tx: Transaction) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    session.startTransaction(transactionOptions);
    try {
      const entries: JournalEntry[] = [];
      const now = this.clock.now();
      const result = await work({ ...identity, session, now, newId: () => randomUUIDv7(), attempt, entries });
      if (isRefusal(result)) {
        await session.abortTransaction();
        return result;
      }
      if (entries.length > 0) await this.journal.insertMany(entries, { session: session as never });
      await this.commit(session);
      return result;
    } catch (error) {
      if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
      throw error;
    }
  }

  /** The answer to a commit can be lost while the commit was not: asking again is safe and tells. */
  private async commit(session: ClientSession): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await session.commitTransaction();
        return;
      } catch (error) {
        if (!isUnknownCommit(error) || attempt >= 20) throw error;
        await this.time.sleep(100);
      }
    }
  }

  /** Full jitter, so that those who met do not meet again. */
  private conflictPauseMs(attempt: number): number {
    return this.time.random() * Math.min(200, 2 ** Math.min(attempt, 7));
  }

  private get journal() {
    return this.connection.db!.collection<JournalEntry>('journal', { ignoreUndefined: true });
  }
}

/** A first command causes itself, and starts a story of its own. */
function identityOf(cause: Cause): Cause & { correlationId: string; causationId: string } {
  const causationId = cause.causationId ?? randomUUIDv7();
  return { ...cause, causationId, correlationId: cause.correlationId ?? causationId };
}

function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown }).code === 11000;
}

function isUnknownCommit(error: unknown): boolean {
  return error instanceof mongo.MongoError && error.hasErrorLabel('UnknownTransactionCommitResult');
}
