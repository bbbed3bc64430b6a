import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logging/logger';

export interface Attempts {
  /** What is being waited for, as the beginning of a sentence: `MongoDB`. */
  readonly what: string;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Told each time, for readiness. */
  readonly waiting: (why: string) => void;
  /** An error that waiting will not mend is thrown; by default every one is waited out. */
  readonly mends?: (error: unknown) => boolean;
  readonly firstPauseMs?: number;
}

/**
 * Tries until it works or the service stops. One clear sentence when it starts to wait and one when the wait is over: a broker
 * that is down for an hour must not fill a disk.
 */
export async function persistUntil(attempt: () => Promise<void>, attempts: Attempts): Promise<void> {
  const { what, logger, signal, waiting } = attempts;
  for (
    let count = 1, pauseMs = attempts.firstPauseMs ?? 250;
    ;
    count += 1, pauseMs = Math.min(pauseMs * 2, 5_000)
  ) {
    try {
      await attempt();
      if (count > 1) logger.info({ attempts: count }, `${what} answers now`);
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (attempts.mends && !attempts.mends(error)) throw error;
      waiting(`${what} does not answer: ${firstLine(error)}`);
      if (count === 1) logger.warn({ err: error }, `${what} does not answer; waiting for it`);
      else logger.debug({ err: error, attempt: count }, `${what} still does not answer`);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
    }
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);
}
