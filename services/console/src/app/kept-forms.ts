import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';

/**
 * What is typed outlives a reload, a crash and a sign-in in the same tab. It may hold what a resident said: never longer than the
 * tab, never for another agent, and no more once it is sent or its owner signs out.
 */
const prefix = 'passerelle-form:';
const owner = 'passerelle-forms-of';

/** Somebody else at this desk finds nothing of the one before. */
export function keepFormsOf(sub: string): void {
  if (sessionStorage.getItem(owner) === sub) return;
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  sessionStorage.setItem(owner, sub);
}

export function keptForm<Value>(name: string): Value | undefined {
  const text = sessionStorage.getItem(prefix + name);
  return text === null ? undefined : (JSON.parse(text) as Value);
}

export function keepForm(name: string, value: unknown): void {
  sessionStorage.setItem(prefix + name, JSON.stringify(value));
}

export function forgetForm(name: string): void {
  sessionStorage.removeItem(prefix + name);
}

export interface Kept<Value> {
  readonly value: Value;
  readonly set: Dispatch<SetStateAction<Value>>;
  /** Sent, or given up: it begins anew. */
  readonly forget: () => void;
}

/**
 * `useState` for a form. `name` says which form of which file; `isStarted` whether there is anything to keep. `start` makes the
 * ids of what is created: they are kept with the text, so that sending again after a reload doubles nothing.
 */
export function useKept<Value>(
  name: string,
  start: () => Value,
  isStarted: (value: Value) => boolean,
): Kept<Value> {
  const [value, set] = useState<Value>(() => keptForm<Value>(name) ?? start());
  useEffect(() => {
    if (isStarted(value)) keepForm(name, value);
    else forgetForm(name);
  }, [name, value, isStarted]);
  const forget = () => {
    forgetForm(name);
    set(start());
  };
  return { value, set, forget };
}

const nothing = () => '';
const isWritten = (text: string) => text !== '';

/** The same for one text. */
export const useKeptText = (name: string): Kept<string> => useKept(name, nothing, isWritten);
