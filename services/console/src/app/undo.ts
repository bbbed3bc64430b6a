import { useSyncExternalStore } from 'react';

/** What was just done, and the command that undoes it. Mails wait 15 seconds; the undo is offered for 10. */
export interface Done {
  readonly id: number;
  readonly sentence: string;
  readonly undo?: () => Promise<unknown>;
  /** How the undo is called where it is not one. */
  readonly undoLabel?: string;
}

export const undoForMs = 10_000;

let shown: Done | undefined;
let count = 0;
const listeners = new Set<() => void>();

function show(next: Done | undefined): void {
  shown = next;
  for (const tell of listeners) tell();
}

/** Says what was done, with its undo where there is one. A newer one takes its place. */
export function tellDone(sentence: string, undo?: () => Promise<unknown>, undoLabel?: string): void {
  count += 1;
  show({ id: count, sentence, undo, undoLabel });
}

export function forgetDone(id: number): void {
  if (shown?.id === id) show(undefined);
}

export function useDone(): Done | undefined {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => shown,
  );
}
