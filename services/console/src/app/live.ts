import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { heardByThisBrowser, type Heard } from './live-source';
import { readAgainAfter } from './live-map';

type Key = readonly unknown[];

/** A burst of hints is one reading: an import does not make every desk ask a thousand times. */
const gatherMs = 120;
/** Another service's view of the same fact is there a moment after the fact itself. */
const againAfterMs = 700;

/** What other people and other services caused appears without reloading. Lists decide how: see `useSteady`. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stale = new Map<string, Key>();
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const later = (ms: number, act: () => void) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act();
      }, ms);
      timers.add(timer);
    };
    const refresh = () => {
      const gathered = [...stale.values()];
      stale.clear();
      readNow(client, gathered);
      later(againAfterMs, () => readNow(client, gathered));
    };
    const hear = (heard: Heard) => {
      if (heard.kind === 'again') return void client.invalidateQueries();
      if (stale.size === 0) later(gatherMs, refresh);
      for (const key of readAgainAfter(heard.hint)) stale.set(JSON.stringify(key), key);
    };
    const stop = heardByThisBrowser(hear);
    return () => {
      stop();
      timers.forEach(clearTimeout);
    };
  }, [client]);
}

function readNow(client: QueryClient, stale: readonly Key[]): void {
  for (const queryKey of stale) void client.invalidateQueries({ queryKey });
}
