import { Chance } from '../../day/chance';

/** One strike to come: its kind, and the lots from which it draws its target and its numbers. */
export interface Card<Kind extends string = string> {
  readonly kind: Kind;
  /** How many of its kind come before it. */
  readonly turn: number;
  readonly lots: Chance;
  /** Of this list, in turn: over the run each has its strike. The order is the seed's. */
  readonly inTurn: <T>(among: readonly T[]) => T;
}

/** As a deck of cards that is shuffled again when it is through: no kind is forgotten. The same seed deals the same strikes. */
export function dealStrikes<Kind extends string>(
  seed: number,
  count: number,
  kinds: readonly Kind[],
  weights: Partial<Record<Kind, number>> = {},
): Card<Kind>[] {
  const lots = new Chance(seed);
  const deck = kinds.flatMap((kind) => Array.from({ length: weights[kind] ?? 1 }, () => kind));
  const turns = new Map<Kind, number>();
  const dealt: Card<Kind>[] = [];
  while (dealt.length < count) {
    for (const kind of lots.shuffled(deck).slice(0, count - dealt.length)) {
      const turn = turns.get(kind) ?? 0;
      turns.set(kind, turn + 1);
      dealt.push(card(kind, turn, seed, lots.below(2 ** 31)));
    }
  }
  return dealt;
}

function card<Kind extends string>(kind: Kind, turn: number, seed: number, own: number): Card<Kind> {
  return {
    ...{ kind, turn, lots: new Chance(own) },
    inTurn: (among) => new Chance(seed).shuffled(among)[turn % among.length]!,
  };
}
