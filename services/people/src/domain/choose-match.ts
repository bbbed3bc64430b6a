import type { Comparison } from './match-identity';

export interface Compared {
  /** The kept person, where the one compared is merged into another. */
  readonly personId: string;
  readonly comparison: Comparison;
}

export interface Choice {
  readonly verdict: 'same' | 'doubtful' | 'new';
  /** Only with `same`. */
  readonly personId?: string;
  /** Who must be looked at, best first, one line a person. */
  readonly candidates: readonly Compared[];
}

/** At most one person can be the same: two that both look it are two people, and a person must look. */
export function chooseMatch(compared: readonly Compared[]): Choice {
  const candidates = bestOfEach(compared.filter((one) => one.comparison.likeness !== 'new'));
  const sure = candidates.filter((one) => one.comparison.likeness === 'same');
  const exact = sure.filter((one) => one.comparison.names === 'same' && one.comparison.birthDate === 'same');
  const chosen = exact.length > 0 ? exact : sure;
  if (chosen.length === 1 && chosen[0]) return { verdict: 'same', personId: chosen[0].personId, candidates };
  return { verdict: candidates.length > 0 ? 'doubtful' : 'new', candidates };
}

function bestOfEach(compared: readonly Compared[]): Compared[] {
  const best = new Map<string, Compared>();
  for (const one of compared) {
    const known = best.get(one.personId);
    if (!known || rank(one) > rank(known)) best.set(one.personId, one);
  }
  return [...best.values()].sort((a, b) => rank(b) - rank(a) || (a.personId < b.personId ? -1 : 1));
}

function rank({ comparison }: Compared): number {
  return (comparison.likeness === 'same' ? 1000 : 0) + comparison.score;
}
