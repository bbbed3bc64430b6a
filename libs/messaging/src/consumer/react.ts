import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@passerelle/contracts';
import { isRefusal } from '@passerelle/domain-kit';
import type { Logger } from '../logger';
import { metrics } from '../metrics';
import { causeOf } from '../parking/parked-events';
import type { Position } from '../parking/parked-event';
import type { ParkingLot } from '../parking/parking-lot';
import { failureOf, UnavailableError } from '../unit-of-work/failures';
import type { Transaction } from '../unit-of-work/types';
import type { Clock, UnitOfWork } from '../unit-of-work/unit-of-work';
import type { Inbox } from './inbox';
import type { Reaction } from './reaction';
import { journalRefusal } from './refused-reaction';

export interface ReactOptions {
  readonly unitOfWork: UnitOfWork;
  readonly inbox: Inbox;
  readonly parking: ParkingLot;
  readonly clock: Clock;
  readonly logger: Logger;
}

const tries = 3;

/** Gives one event to one reaction, and returns once the outcome is durable: done, dropped, refused, or parked. */
export class React {
  /** While a server is away: the consumer's health says so. */
  outage = false;

  constructor(private readonly options: ReactOptions) {}

  async handle(row: Reaction, event: EventEnvelope, at: Position, isAlive: () => boolean): Promise<void> {
    const { clock } = this.options;
    if (row.staleAfterMs !== undefined && clock.now().getTime() - event.time.getTime() > row.staleAfterMs) {
      metrics.handled.inc({ reaction: row.name, outcome: 'stale' });
      return;
    }
    for (let attempt = 1; isAlive();) {
      try {
        await this.once(row, event, at);
        this.outage = false;
        return;
      } catch (error) {
        if (isOutage(error)) {
          await this.waitOut(error as Error);
          continue;
        }
        if (attempt >= tries) {
          await this.park(row, event, at, error as Error, isAlive);
          return;
        }
        attempt += 1;
        await sleep(Math.random() * 50 * 2 ** attempt);
      }
    }
    // The offset must not be resolved: whoever owns the partition next does this work.
    throw new StoppedError();
  }

  private async once(row: Reaction, event: EventEnvelope, at: Position): Promise<void> {
    const { unitOfWork, inbox, parking } = this.options;
    const cause = causeOf(event);
    const work = async (tx: Transaction) => {
      const admission = await inbox.admit(row.name, event, tx);
      if (admission === 'behind-a-parked-one') await parking.queueBehind(row.name, event, at, tx);
      if (admission !== 'new') return admission;
      const result = await row.run(event, tx);
      return isRefusal(result) ? result : 'done';
    };
    const outcome = await unitOfWork.run(cause, work, { lane: row.lane?.(event) });
    if (isRefusal(outcome)) {
      await unitOfWork.run(cause, async (tx) => {
        if ((await inbox.admit(row.name, event, tx)) === 'new') {
          journalRefusal(row.name, event, outcome, tx);
        }
      });
    }
    metrics.handled.inc({ reaction: row.name, outcome: isRefusal(outcome) ? 'refused' : outcome });
    if (outcome === 'done') {
      metrics.decisionToEffect.observe(
        { reaction: row.name },
        Math.max(0, (this.options.clock.now().getTime() - event.time.getTime()) / 1000),
      );
    }
  }

  private async park(
    row: Reaction,
    event: EventEnvelope,
    at: Position,
    error: Error,
    isAlive: () => boolean,
  ): Promise<void> {
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
    if (!this.outage) {
      this.options.logger.warn({ reason: error.name }, 'the database does not answer: consuming waits');
    }
    this.outage = true;
    await sleep(250 + Math.random() * 250);
  }
}

/** The consumer lost its partition or stops: not a failure of the event. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

function isOutage(error: unknown): boolean {
  return error instanceof UnavailableError || failureOf(error) === 'outage';
}

/** The message may quote a value; the error's name and its place in the code do not. */
function whereIn(error: Error): string {
  const frame = error.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? '';
  return `${error.name} ${frame.trim().replace(/(\(|at )\S*\//, '$1')}`.trim();
}
