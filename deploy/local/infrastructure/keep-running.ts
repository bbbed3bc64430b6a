import { setTimeout as sleep } from 'node:timers/promises';
import type { ManagedProcess } from './managed-process';

export interface Stopped {
  /** How it ended, for a sentence: `code 1`, `signal SIGKILL`. */
  how: string;
  /** When it is started again; absent when it is not. */
  nextTryMs?: number;
}

export interface KeptRunning {
  stop: (graceMs?: number) => Promise<void>;
}

/** EX_CONFIG of sysexits: the process read its configuration and refused it. Trying again changes nothing. */
const badConfiguration = 78;
const steadyAfterMs = 60_000;

/** 1, 2, 4… up to 30 seconds between tries. */
export function backoffMs(failures: number): number {
  return Math.min(1_000 * 2 ** failures, 30_000);
}

/** Starts a process, and starts it again each time it ends without being asked. A first start that fails is the caller's. */
export async function keepRunning(
  start: () => Promise<ManagedProcess>,
  onStopped: (stopped: Stopped) => void,
): Promise<KeptRunning> {
  let current = await start();
  let startedAt = performance.now();
  let stopping = false;
  const waiting = new AbortController();

  const watch = async () => {
    let failures = 0;
    while (!stopping) {
      const { code, signal } = await current.exited;
      if (stopping) return;
      if (performance.now() - startedAt > steadyAfterMs) failures = 0;
      const how = signal ? `signal ${signal}` : `code ${code}`;
      if (code === badConfiguration) return onStopped({ how });
      failures = await startAgain(failures, how);
    }
  };
  const startAgain = async (before: number, how: string): Promise<number> => {
    for (let failures = before, why = how; ; failures++) {
      onStopped({ how: why, nextTryMs: backoffMs(failures) });
      await sleep(backoffMs(failures), undefined, { signal: waiting.signal }).catch(() => undefined);
      if (stopping) return failures;
      startedAt = performance.now();
      try {
        current = await start();
        return failures + 1;
      } catch (error) {
        why = error instanceof Error ? error.message : String(error);
      }
    }
  };
  const watching = watch();
  return {
    stop: async (graceMs) => {
      stopping = true;
      waiting.abort();
      await current.stop(graceMs);
      await watching;
      // A restart may have been under way when the stop was asked.
      await current.stop(graceMs);
    },
  };
}
