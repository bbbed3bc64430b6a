import { givenNamesAToI } from './given-names-a-i.data';
import { givenNamesJToZ } from './given-names-j-z.data';
import { slipsBetween } from './slip-of-the-keyboard';

const known = new Set(`${givenNamesAToI} ${givenNamesJToZ}`.split(/\s+/).filter((name) => name !== ''));

/** Each known name under itself and under itself less one letter: two words one slip apart share one of these. */
const byShorter = new Map<string, string[]>();
for (const name of known) {
  for (const shorter of oneLetterLess(name))
    byShorter.set(shorter, [...(byShorter.get(shorter) ?? []), name]);
}

/** A normalised word that people are called by. */
export function isGivenName(word: string): boolean {
  return known.has(word);
}

/** The given names that one slip of the keyboard turns into this word. */
export function givenNamesOneSlipFrom(word: string): string[] {
  const near = new Set(oneLetterLess(word).flatMap((shorter) => byShorter.get(shorter) ?? []));
  return [...near].filter((name) => slipsBetween(name, word, 1) === 1);
}

function oneLetterLess(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
