import { speakFor } from '../api/client';

const kept = 'passerelle-territory';

/** The territory that the pages are about: the last one chosen, as long as the agent still works for it. */
export function territoryOf(territories: readonly string[]): string {
  const chosen = localStorage.getItem(kept);
  return chosen !== null && territories.includes(chosen) ? chosen : (territories[0] ?? '');
}

export function speakForTerritoryOf(territories: readonly string[]): void {
  speakFor(territoryOf(territories));
}

/** Everything on the screen was about the other one: the page begins again. */
export function chooseTerritory(territory: string): void {
  localStorage.setItem(kept, territory);
  location.assign('/');
}
