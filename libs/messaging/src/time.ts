import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Durations and chance, injected so that a simulation can deal them from a seed. What day it is in the town is the `Clock`'s.
 */
export interface Time {
  /** Milliseconds on a clock that never goes back. */
  monotonicMs(): number;
  /** Resolves after so many milliseconds, or as soon as `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls `act` each so many milliseconds until the returned function is called. */
  every(ms: number, act: () => void): () => void;
  /** From 0 to 1, for jitter. */
  random(): number;
}

export const systemTime: Time = {
  monotonicMs: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
  every(ms, act) {
    const timer = setInterval(act, ms);
    return () => clearInterval(timer);
  },
  random: () => Math.random(),
};

/** Rejects when `work` has not settled after so many milliseconds: a server that is away may never answer, nor some calls of kafkajs. */
export async function within<T>(ms: number, work: Promise<T>, time: Time): Promise<T> {
  const over = new AbortController();
  const late = time.sleep(ms, over.signal).then(() => {
    if (!over.signal.aborted) throw new Error(`no answer within ${ms / 1_000} s`);
  });
  try {
    return (await Promise.race([work, late])) as T;
  } finally {
    over.abort();
  }
}
