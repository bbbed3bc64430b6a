import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `attempt` until it returns without throwing, then gives its value. When time is up, fails with the last error,
 * so that a red test shows what was still wrong.
 */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  { withinMs = 10_000, everyMs = 25 }: { withinMs?: number; everyMs?: number } = {},
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() >= deadline) throw error;
    }
    await sleep(everyMs);
  }
}
