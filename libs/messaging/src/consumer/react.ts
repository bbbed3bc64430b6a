import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Logger } from '../logger';
import { metrics } from '../metrics';
import type { Time } from '../time';
import { causeOf } from '../parking/parked-events';
import type { ParkingLot } from '../parking/parking-lot';
import { failureOf, isOutage } from '../unit-of-work/failures';
import type { Transaction } from '../unit-of-work/types';
import type { Clock, UnitOfWork } from '../unit-of-work/unit-of-work';
import type { Inbox } from './inbox';
import { journalRefusal } from './refused-reaction';
import { worksTogether, type KeyLane, type Work } from './work';

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

/** Shared transactions at once: while they run, others gather. */
const slots = 2;

interface Waiting {
  readonly works: readonly Work[];
  readonly isAlive: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = 'done' | 'seen' | 'behind-a-parked-one';

/** Gives events to reactions, and returns once each outcome is durable: done, dropped, refused, or parked. */
export class React {
  /** While a server is away: the consumer's health says so. */
  outage = false;
  private readonly waiting: Waiting[] = [];
  private busySlots = 0;

  constructor(private readonly options: ReactOptions) {}

  /**
   * Keys of one partition. They share a transaction with those of other partitions that wait at the same moment, since a commit is
   * what costs most; when nothing waits, they do not wait either. Resolves when every outcome is durable.
   */
  async handleGroup(lanes: readonly KeyLane[], isAlive: () => boolean): Promise<void> {
    const works = lanes.flat().filter((work) => !this.isStale(work));
    if (works.length === 0) return;
    if (works.some(({ row }) => row.lane)) return this.oneByOne(works, isAlive);
    await new Promise<void>((resolve, reject) => {
      this.waiting.push({ works, isAlive, resolve, reject });
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
      if (taken.length > 0 && size + next.works.length > worksTogether) break;
      taken.push(this.waiting.shift()!);
      size += next.works.length;
    }
    return taken;
  }

  /** When one of them fails or is refused, nothing of it stays, and each is done alone. */
  private async runTogether(taken: readonly Waiting[]): Promise<void> {
    const works = taken.flatMap((waiting) => waiting.works);
    if (works.length > 1 && (await this.together(works))) {
      for (const { resolve } of taken) resolve();
      return;
    }
    await Promise.all(
      taken.map((waiting) =>
        this.oneByOne(waiting.works, waiting.isAlive).then(waiting.resolve, waiting.reject),
      ),
    );
  }

  private async oneByOne(works: readonly Work[], isAlive: () => boolean): Promise<void> {
    for (const work of works) await this.handle(work, isAlive);
  }

  private isStale({ row, event }: Work): boolean {
    const age = this.options.clock.now().getTime() - event.time.getTime();
    if (row.staleAfterMs === undefined || age <= row.staleAfterMs) return false;
    metrics.handled.inc({ reaction: row.name, outcome: 'stale' });
    return true;
  }

  private async together(works: readonly Work[]): Promise<boolean> {
    const [first] = works;
    try {
      const outcomes = await this.options.unitOfWork.run(
        causeOf(first!.event),
        async (tx) => {
          const done: Outcome[] = [];
          for (const work of works) {
            const outcome = await this.within({ ...tx, ...causeOf(work.event) }, work);
            if (isRefusal(outcome)) return outcome;
            done.push(outcome);
          }
          return done;
        },
        { patienceMs: groupPatienceMs },
      );
      if (isRefusal(outcomes)) return false;
      works.forEach((work, index) => this.count(work, outcomes[index]!));
      this.outage = false;
      return true;
    } catch {
      // Whatever it was, alone it shows whose it is.
      return false;
    }
  }

  private async handle(work: Work, isAlive: () => boolean): Promise<void> {
    for (let attempt = 1; isAlive();) {
      try {
        await this.once(work);
        this.outage = false;
        return;
      } catch (error) {
        if (isOutage(error)) {
          await this.waitOut(error as Error);
          continue;
        }
        if (attempt >= tries) {
          await this.park(work, error as Error, isAlive);
          return;
        }
        attempt += 1;
        await this.options.time.sleep(this.options.time.random() * 50 * 2 ** attempt);
      }
    }
    // The offset must not be resolved: whoever owns the partition next does this work.
    throw new StoppedError();
  }

  private async once(work: Work): Promise<void> {
    const { unitOfWork, inbox } = this.options;
    const { row, event } = work;
    const cause = causeOf(event);
    const outcome = await unitOfWork.run(cause, (tx) => this.within(tx, work), { lane: row.lane?.(event) });
    if (isRefusal(outcome)) {
      await unitOfWork.run(cause, async (tx) => {
        if ((await inbox.admit(row.name, event, tx)) === 'new') {
          journalRefusal(row.name, event, outcome, tx);
        }
      });
    }
    this.count(work, isRefusal(outcome) ? 'refused' : outcome);
  }

  private async within(tx: Transaction, { row, event, at }: Work): Promise<Outcome | Refusal> {
    const { inbox, parking } = this.options;
    const admission = await inbox.admit(row.name, event, tx);
    if (admission === 'behind-a-parked-one') await parking.queueBehind(row.name, event, at, tx);
    if (admission !== 'new') return admission;
    const result = await row.run(event, tx);
    return isRefusal(result) ? result : 'done';
  }

  private count({ row, event }: Work, outcome: Outcome | 'refused'): void {
    metrics.handled.inc({ reaction: row.name, outcome });
    if (outcome !== 'done') return;
    const seconds = (this.options.clock.now().getTime() - event.time.getTime()) / 1000;
    metrics.decisionToEffect.observe({ reaction: row.name }, Math.max(0, seconds));
  }

  private async park({ row, event, at }: Work, error: Error, isAlive: () => boolean): Promise<void> {
    const { unitOfWork, parking, logger } = this.options;
    const why = whereIn(error);
    while (isAlive()) {
      try {
        await unitOfWork.run(causeOf(event), (tx) =>
          parking.park(row.name, event, at, { why, attempts: tries }, tx),
        );
        logger.error({ reaction: row.name, eventId: event.id, type: event.type, why }, 'event parked');
        return;
      } catch (failure) {
        if (!isOutage(failure)) throw failure;
        await this.waitOut(failure as Error);
      }
    }
    throw new StoppedError();
  }

  private async waitOut(error: Error): Promise<void> {
    // Conflicts that outlasted their patience are waited out too, but then nothing is away.
    const isAway = failureOf(error.cause ?? error) !== 'conflict';
    if (isAway && !this.outage) {
      this.options.logger.warn({ reason: error.name }, 'the database does not answer: consuming waits');
    }
    this.outage = isAway;
    await this.options.time.sleep(250 + this.options.time.random() * 250);
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
