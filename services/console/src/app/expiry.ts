import { useSyncExternalStore } from 'react';

/** Whether a service said that the session is over. The page stays as it is: what is typed is not lost. */
let over = false;
const listeners = new Set<() => void>();

export function sessionIsOver(now: boolean): void {
  if (over === now) return;
  over = now;
  for (const tell of listeners) tell();
}

export function useSessionIsOver(): boolean {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => over,
  );
}
