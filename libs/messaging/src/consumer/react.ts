import { isRefusal } from '@passerelle/domain-kit';
import type { Logger } from '../logger';
import { metrics } from '../metrics';
import type { Time } from '../time';
import { causeOf } from '../parking/parked-events';
import type { ParkingLot } from '../parking/parking-lot';
import { failureOf, isOutage } from '../unit-of-work/failures';
import type { Clock, UnitOfWork } from '../unit-of-work/unit-of-work';
import { becauseOf } from '../unit-of-work/unread-transaction';
import type { Inbox } from './inbox';
import { Attempt, type Outcome } from './attempt';
import { Turns } from './turns';
import type { KeyLane, Work } from './work';

export interface ReactOptions {
  readonly unitOfWork: UnitOfWork;
  readonly inbox: Inbox;
  readonly parking: ParkingLot;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly time: Time;
}

const tries = 3;

/** A group that meets conflicts this long is done one by one, in milliseconds. */
const groupPatienceMs = 300;

/** Works that share a transaction when many wait: beyond, a conflict would repeat too much. */
const worksTogether = 16;

/** Shared transactions at once: while they run, others gather. */
const slots = 2;

/** Transactions of one event each, at once: of those that could not be done together. */
const aloneAtOnce = 32;

/** After so many culprits a group is given up: each of its keys goes alone. */
const culpritsAtMost = 4;

interface Waiting {
  readonly lane: KeyLane;
  readonly isAlive: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** What is known of a work from before. */
interface Known {
  /** How often it has failed. */
  readonly tried?: number;
  readonly reads?: boolean;
}

/** Whose fault it was that a group failed. */
type Culprit = Work | 'unknown' | undefined;

/** Gives events to reactions, and returns once each outcome is durable: done, dropped, refused, or parked. */
export class React {
  /** What waits for a server that is away. */
  private readonly waitingOut = new Set<object>();
  private readonly waiting: Waiting[] = [];
  private busySlots = 0;
  private readonly turns = new Turns(aloneAtOnce);

  private readonly attempt: Attempt;

  /** While a server is away: the consumer's health says so. */
  get outage(): boolean {
    return this.waitingOut.size > 0;
  }

  constructor(private readonly options: ReactOptions) {
    this.attempt = new Attempt(options);
  }

  /**
   * Keys of one partition. They share a transaction with those of other partitions that wait at the same moment, since a commit is
   * what costs most; when nothing waits, they do not wait either. Resolves when every outcome is durable.
   */
  async handleLanes(lanes: readonly KeyLane[], isAlive: () => boolean): Promise<void> {
    const fresh = lanes
      .map((lane) => lane.filter((work) => !this.attempt.isStale(work)))
      .filter((lane) => lane.length > 0);
    const outcomes = await Promise.allSettled(fresh.map((lane) => this.handleLane(lane, isAlive)));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async handleLane(lane: KeyLane, isAlive: () => boolean): Promise<void> {
    // One that takes turns would hold its turn longer in a group.
    if (lane.some(({ row }) => row.lane)) return this.alone(lane, isAlive);
    const { left, hasFailed } = await this.attempt.unread(lane);
    if (left.length === 0) return;
    if (hasFailed) return this.alone(left, isAlive, { tried: 1 });
    await new Promise<void>((resolve, reject) => {
      this.waiting.push({ lane: left, isAlive, resolve, reject });
      this.useFreeSlots();
    });
  }

  private useFreeSlots(): void {
    while (this.busySlots < slots && this.waiting.length > 0) {
      this.busySlots += 1;
      void this.runTogether(this.takeWaiting()).finally(() => {
        this.busySlots -= 1;
        this.useFreeSlots();
      });
    }
  }

  private takeWaiting(): Waiting[] {
    const taken: Waiting[] = [];
    let size = 0;
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      if (taken.length > 0 && size + next.lane.length > worksTogether) break;
      taken.push(this.waiting.shift()!);
      size += next.lane.length;
    }
    return taken;
  }

  /**
   * When one of them fails or is refused, nothing of it stays: its key goes alone, outside of the slot, and the others are done
   * together without it.
   */
  private async runTogether(taken: readonly Waiting[]): Promise<void> {
    let left = taken;
    for (let culprits = 0; left.length > 0; culprits += 1) {
      const works = left.flatMap(({ lane }) => lane);
      const failed = await (works.length > 1 ? this.together(works) : this.quickly(works[0]!));
      const isWholeGroup = failed === 'unknown' || culprits >= culpritsAtMost;
      const apart = failed && left.filter(({ lane }) => isWholeGroup || lane.includes(failed));
      for (const { lane, isAlive, resolve, reject } of apart ?? []) {
        void this.alone(lane, isAlive, { reads: true }).then(resolve, reject);
      }
      const stay = left.filter((waiting) => !apart?.includes(waiting));
      if (!failed) for (const { resolve } of stay) resolve();
      left = failed ? stay : [];
    }
  }

  private quickly(work: Work): Promise<Culprit> {
    return this.attempt.once(work, { patienceMs: groupPatienceMs, reads: true }).then(
      () => undefined,
      () => work,
    );
  }

  private async alone(lane: KeyLane, isAlive: () => boolean, first: Known = {}): Promise<void> {
    for (const [index, work] of lane.entries()) await this.handle(work, isAlive, index === 0 ? first : {});
  }

  /** Undefined when all are done. */
  private async together(works: readonly Work[]): Promise<Culprit> {
    const [first] = works;
    let current: Work | undefined;
    try {
      const outcomes = await this.options.unitOfWork.run(
        causeOf(first!.event),
        async (tx) => {
          const done: Outcome[] = [];
          for (const work of works) {
            current = work;
            const outcome = await this.attempt.within(becauseOf(tx, causeOf(work.event)), work);
            if (isRefusal(outcome)) return outcome;
            done.push(outcome);
          }
          current = undefined;
          return done;
        },
        { patienceMs: groupPatienceMs, reads: true },
      );
      if (isRefusal(outcomes)) return current;
      works.forEach((work, index) => this.attempt.count(work, outcomes[index]!));
      return undefined;
    } catch (error) {
      return isOutage(error) ? 'unknown' : (current ?? 'unknown');
    }
  }

  private async handle(
    work: Work,
    isAlive: () => boolean,
    { tried = 0, reads = false }: Known,
  ): Promise<void> {
    const once = () => this.turns.run(() => this.attempt.once(work, { reads }));
    for (let attempt = tried + 1; ; attempt += 1) {
      try {
        return await this.untilAnswered(once, isAlive, work.row.name);
      } catch (error) {
        if (error instanceof StoppedError) throw error;
        if (attempt >= tries) return this.park(work, error as Error, isAlive);
        metrics.retried.inc({ reaction: work.row.name, why: 'failure' });
        await this.options.time.sleep(this.options.time.random() * 20 * 2 ** attempt);
      }
    }
  }

  private async park(work: Work, error: Error, isAlive: () => boolean): Promise<void> {
    const { unitOfWork, parking, logger } = this.options;
    const { row, event, at } = work;
    const why = whereIn(error);
    const failure = { why, attempts: tries };
    const isParked = await this.untilAnswered(
      () => unitOfWork.run(causeOf(event), (tx) => parking.park(row, event, at, failure, tx)),
      isAlive,
    );
    // Whoever had the partition meanwhile has done it.
    if (!isParked) return this.attempt.count(work, 'seen');
    metrics.parked.inc({ reason: 'failed' });
    logger.error({ reaction: row.name, eventId: event.id, type: event.type, why }, 'event parked');
  }

  /**
   * Again and again while the database is away. Rejects with whatever is no outage, and with `StoppedError` once `isAlive` says no:
   * then the offset must not be resolved, and whoever owns the partition next does it.
   */
  async untilAnswered<T>(act: () => Promise<T>, isAlive: () => boolean, reaction = 'none'): Promise<T> {
    try {
      while (isAlive()) {
        try {
          return await act();
        } catch (error) {
          if (!isOutage(error)) throw error;
          this.tellOutage(act, error as Error);
          metrics.retried.inc({ reaction, why: 'outage' });
          await this.options.time.sleep(250 + this.options.time.random() * 250);
        }
      }
      throw new StoppedError();
    } finally {
      this.waitingOut.delete(act);
    }
  }

  private tellOutage(act: object, error: Error): void {
    // Conflicts that outlasted their patience are waited out too, but then nothing is away.
    if (failureOf(error.cause ?? error) === 'conflict') return;
    if (!this.outage) {
      this.options.logger.warn({ reason: error.name }, 'the database does not answer: consuming waits');
    }
    this.waitingOut.add(act);
  }
}

/** The consumer lost its partition or stops: not a failure of the event. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** The message may quote a value; the error's name and its place in the code do not. */
function whereIn(error: Error): string {
  const frame = error.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? '';
  return `${error.name} ${frame.trim().replace(/(\(|at )\S*\//, '$1')}`.trim();
}
