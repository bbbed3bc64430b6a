import { useSyncExternalStore } from 'react';

export const appearances = [
  ['system', 'Comme le système'],
  ['light', 'Clair'],
  ['dark', 'Sombre'],
] as const;
export type Appearance = (typeof appearances)[number][0];

const kept = 'passerelle-appearance';
const listeners = new Set<() => void>();

export function appearance(): Appearance {
  const found = localStorage.getItem(kept);
  return found === 'light' || found === 'dark' ? found : 'system';
}

/** Before the first paint: no flash of the other one. */
export function applyAppearance(): void {
  const chosen = appearance();
  if (chosen === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = chosen;
}

export function chooseAppearance(chosen: Appearance): void {
  if (chosen === 'system') localStorage.removeItem(kept);
  else localStorage.setItem(kept, chosen);
  applyAppearance();
  for (const tell of listeners) tell();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, appearance);
}
