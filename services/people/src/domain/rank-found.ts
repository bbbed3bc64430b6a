import type { Identity } from './identity';
import type { SearchTerm } from './search-query';
import { slipsBetween } from './slip-of-the-keyboard';
import { soundOf } from './sound';

/** How well a person answers what was typed, 0 to 100: whole words first, then starts, then slips, then sounds. */
export function rankFound(identity: Identity, terms: readonly SearchTerm[]): number {
  const words = [...identity.first.split(' '), ...identity.last.split(' ')];
  const glued = [identity.first.replaceAll(' ', ''), identity.last.replaceAll(' ', '')];
  const scores = terms.map((term) => bestScore(term.word, [...words, ...glued]));
  return scores.length === 0 ? 0 : Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}

function bestScore(typed: string | undefined, words: readonly string[]): number {
  if (typed === undefined) return 100;
  return Math.max(0, ...words.map((word) => wordScore(typed, word)));
}

function wordScore(typed: string, word: string): number {
  if (typed === word) return 100;
  if (word.startsWith(typed)) return 85;
  const slips = slipsBetween(typed, word, 2);
  if (slips === 1) return 70;
  if (soundOf(typed) === soundOf(word)) return 60;
  return slips === 2 ? 45 : 0;
}
