import type { EventEnvelope } from '@passerelle/contracts';
import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import { metrics } from '../metrics';
import { causeOf } from '../parking/parked-events';
import type { ParkingLot } from '../parking/parking-lot';
import { beginSpan, type SpanDescription } from '../tracing';
import { isOutage } from '../unit-of-work/failures';
import type { Transaction } from '../unit-of-work/types';
import type { Clock, RunOptions, UnitOfWork } from '../unit-of-work/unit-of-work';
import { becauseOf } from '../unit-of-work/unread-transaction';
import type { Inbox } from './inbox';
import type { Reaction } from './reaction';
import { journalRefusal } from './refused-reaction';
import type { KeyLane, Work } from './work';

export interface AttemptOptions {
  readonly unitOfWork: UnitOfWork;
  readonly inbox: Inbox;
  readonly parking: ParkingLot;
  readonly clock: Clock;
}

export type Outcome = 'done' | 'seen' | 'behind-a-parked-one' | 'of-a-newer-build';

/** Under which an outcome is parked. */
const reasons: Partial<Record<Outcome | 'refused', string>> = {
  'behind-a-parked-one': 'behind',
  'of-a-newer-build': 'unknown-contract',
};

/** One event for one reaction, behind the inbox. Whoever calls decides what a failure means. */
export class Attempt {
  constructor(private readonly options: AttemptOptions) {}

  /**
   * Works of one key in their order, as long as they read nothing: the cheapest way. Gives back what is left of them, and whether
   * its first has failed.
   */
  async unread(lane: KeyLane): Promise<{ readonly left: KeyLane; readonly hasFailed: boolean }> {
    for (const [index, work] of lane.entries()) {
      const left = lane.slice(index);
      try {
        const cause = causeOf(work.event);
        const unread = await this.options.unitOfWork.runUnread(cause, (tx) => this.within(tx, work));
        if (!unread) return { left, hasFailed: false };
        await this.conclude(work, unread.result);
      } catch (error) {
        return { left, hasFailed: !isOutage(error) };
      }
    }
    return { left: [], hasFailed: false };
  }

  async once(work: Work, options: Omit<RunOptions, 'lane'> = {}): Promise<void> {
    const { row, event } = work;
    const outcome = await this.options.unitOfWork.run(causeOf(event), (tx) => this.within(tx, work), {
      lane: row.lane?.(event),
      ...options,
    });
    await this.conclude(work, outcome);
  }

  /** A refusal rolled everything back: it is journaled by itself, with the inbox. */
  private async conclude(work: Work, outcome: Outcome | Refusal): Promise<void> {
    const { row, event } = work;
    if (!isRefusal(outcome)) return this.count(work, outcome);
    const { unitOfWork, inbox, parking } = this.options;
    const concluded = await unitOfWork.run(causeOf(event), async (tx) => {
      const admission = await inbox.admit(row.name, event, tx);
      if (admission === 'behind-a-parked-one') await parking.queueBehind(row, event, work.at, tx);
      if (admission !== 'new') return admission;
      journalRefusal(row.name, event, outcome, tx);
      return 'refused';
    });
    if (!isRefusal(concluded)) this.count(work, concluded);
  }

  async within(tx: Transaction, work: Work): Promise<Outcome | Refusal> {
    const { inbox, parking } = this.options;
    const { row, event, at, fromTheFuture } = work;
    if (fromTheFuture) {
      if (await inbox.has(row.name, event, tx)) return 'seen';
      await parking.waitForBuild(row, event, at, fromTheFuture, tx);
      return 'of-a-newer-build';
    }
    const admission = await inbox.admit(row.name, event, tx);
    if (admission === 'behind-a-parked-one') await parking.queueBehind(row, event, at, tx);
    if (admission !== 'new') return admission;
    const result = await this.run(row, event, tx);
    return isRefusal(result) ? result : 'done';
  }

  private async run(row: Reaction, event: EventEnvelope, tx: Transaction) {
    const span = beginSpan(reactionSpan(row.name, event));
    const { traceparent } = span;
    try {
      // Asked again: one that could not say is given to its reaction all the same, and fails here, for its key alone.
      const concerned = row.concerns?.(event) ?? true;
      const own = traceparent === tx.traceparent ? tx : becauseOf(tx, { ...causeOf(event), traceparent });
      const result = concerned ? await row.run(event, own) : undefined;
      span.end();
      return result;
    } catch (error) {
      // One that had to read, and is run again with a session, is not told.
      if (!tx.later) span.end(error);
      throw error;
    }
  }

  count({ row, event }: Work, outcome: Outcome | 'refused'): void {
    metrics.handled.inc({ reaction: row.name, outcome });
    const reason = reasons[outcome];
    if (reason) metrics.parked.inc({ reason });
    if (outcome !== 'done') return;
    const seconds = (this.options.clock.now().getTime() - event.time.getTime()) / 1000;
    metrics.decisionToEffect.observe({ reaction: row.name }, Math.max(0, seconds));
  }

  isStale({ row, event }: Work): boolean {
    const age = this.options.clock.now().getTime() - event.time.getTime();
    if (row.staleAfterMs === undefined || age <= row.staleAfterMs) return false;
    metrics.handled.inc({ reaction: row.name, outcome: 'stale' });
    return true;
  }
}

function reactionSpan(reaction: string, event: EventEnvelope): SpanDescription {
  const attributes = { 'messaging.operation.type': 'process', 'passerelle.event': event.id };
  return { name: `react ${reaction}`, kind: 'CONSUMER', parent: event.traceparent, attributes };
}
