import type { Chance } from '../../day/chance';

/** A UUID of version 4 whose digits are drawn: the same seed makes the same ids. */
export function drawnId(chance: Chance): string {
  const digits = Array.from({ length: 32 }, () => chance.below(16).toString(16));
  digits[12] = '4';
  digits[16] = '89ab'[chance.below(4)]!;
  const text = digits.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}

const syllables =
  'ba bel cor dan del fou gar gil hur jo kar lan ler mar mel nor pas quin ras sol tan vel xan yor zil'.split(
    ' ',
  );

/** So many syllables that two of them hardly ever look alike. */
export function drawnName(chance: Chance, length: number): string {
  const word = Array.from({ length }, () => chance.one(syllables)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** With weights, as they come in a day. */
export function weighted<Act>(
  table: readonly (readonly [weight: number, act: Act])[],
): (chance: Chance) => Act {
  const total = table.reduce((sum, [weight]) => sum + weight, 0);
  return (chance) => {
    let left = chance.below(total);
    for (const [weight, act] of table) {
      if (left < weight) return act;
      left -= weight;
    }
    throw new Error('weights add up to more than their total');
  };
}
