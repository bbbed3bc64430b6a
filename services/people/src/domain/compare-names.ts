import { givenNamesOneSlipFrom, isGivenName } from './given-names';
import { shortNames } from './short-names.data';
import { slipsBetween } from './slip-of-the-keyboard';
import { soundOf } from './sound';

/** Normalised words, never empty. */
export interface Names {
  readonly first: string;
  readonly last: string;
}

/**
 * How far two full names are from each other, closest first.
 * `same`: the same words, in any order. `slip`: a slip that cannot be another person's name.
 * `alike`: may be a slip, a short form or an initial, and may be a brother or a twin. `first-only`: the first name alone.
 */
export const nameLevels = ['same', 'slip', 'alike', 'first-only', 'other'] as const;
export type NameLevel = (typeof nameLevels)[number];

type Word = 'same' | 'slip' | 'alike' | 'other';

export function compareNames(a: Names, b: Names): NameLevel {
  if (bag(a) === bag(b) || glued(a) === glued(b) || glued(a) === glued(swap(b))) return 'same';
  // Either of the two may be the one whose columns were swapped.
  return closest(oneWay(a, b), closest(oneWay(a, swap(b)), oneWay(swap(a), b)));
}

function isNamed(first: string): boolean {
  return first.split(' ').some(isGivenName);
}

function closest(a: NameLevel, b: NameLevel): NameLevel {
  return nameLevels.indexOf(a) <= nameLevels.indexOf(b) ? a : b;
}

function oneWay(a: Names, b: Names): NameLevel {
  const first = compareFirst(a.first, b.first);
  // Where the other word is nobody's given name, the columns may be swapped, and these may be twins' first names.
  const last = isNamed(a.first) ? compareLast(a.last, b.last) : compareFirst(a.last, b.last);
  if (first === 'other') return 'other';
  if (last === 'other') return first === 'same' ? 'first-only' : 'other';
  // One slip is a slip; two at once are a guess.
  if (first === 'same' && last !== 'alike') return 'slip';
  if (last === 'same' && first === 'slip') return 'slip';
  return 'alike';
}

/**
 * Family names may be typed by ear, cut at a hyphen or lengthened by marriage: the first name and the birth date still
 * tell. Where a word that differs is also a given name, the two columns may have been swapped, and it may be a twin's.
 */
export function compareLast(a: string, b: string): Word {
  if (joined(a) === joined(b)) return 'same';
  if (differingWords(a, b).some(isGivenName)) return compareFirst(a, b);
  if (writtenAlike(joined(a), joined(b)) || soundAlike(a, b)) return 'slip';
  if (sharesLongWord(a, b)) return [...a.split(' '), ...b.split(' ')].some(isGivenName) ? 'alike' : 'slip';
  return slipsBetween(joined(a), joined(b), 2) <= 2 && shorter(a, b) >= 3 ? 'alike' : 'other';
}

/** One slip, or two in a long name that is no given name misspelt. */
function writtenAlike(a: string, b: string): boolean {
  const slips = slipsBetween(a, b, 2);
  if (slips === 2)
    return shorter(a, b) >= 7 && ![a, b].some((name) => givenNamesOneSlipFrom(name).length > 0);
  return slips === 1 && shorter(a, b) >= 4;
}

function soundAlike(a: string, b: string): boolean {
  return shorter(a, b) >= 4 && soundsOf(a) === soundsOf(b);
}

function shorter(a: string, b: string): number {
  return Math.min(joined(a).length, joined(b).length);
}

function differingWords(a: string, b: string): string[] {
  const [wordsA, wordsB] = [a.split(' '), b.split(' ')];
  return [
    ...wordsA.filter((word) => !wordsB.includes(word)),
    ...wordsB.filter((word) => !wordsA.includes(word)),
  ];
}

function soundsOf(name: string): string {
  return name.split(' ').map(soundOf).join('');
}

function sharesLongWord(a: string, b: string): boolean {
  const words = new Set(b.split(' '));
  return a.split(' ').some((word) => word.length >= 4 && words.has(word));
}

/** Twins share everything but this: a slip counts only where the misspelt word is nobody's name. */
export function compareFirst(a: string, b: string): Word {
  const [one, other] = [joined(a), joined(b)];
  if (one === other) return 'same';
  if (isShortFor(one, other) || isShortFor(other, one)) return isSureShortForm(one, other) ? 'slip' : 'alike';
  const slips = slipsBetween(one, other, 2);
  if (slips === 1 && shorter(one, other) >= 4) return isTypo(a, b) ? 'slip' : 'alike';
  return resemble(a, b, slips) ? 'alike' : 'other';
}

function resemble(a: string, b: string, slips: number): boolean {
  return (
    (slips <= 2 && shorter(a, b) >= 5) ||
    sharesWordOrInitial(a, b) ||
    soundOf(joined(a)) === soundOf(joined(b))
  );
}

function isShortFor(short: string, long: string): boolean {
  return Object.hasOwn(shortNames, short) && (shortNames[short]?.includes(long) ?? false);
}

function isSureShortForm(a: string, b: string): boolean {
  const short = a.length < b.length ? a : b;
  return shortNames[short]?.length === 1 && !isGivenName(short);
}

/** Exactly one of the two is a given name, and the other is not its feminine, masculine or foreign form. */
function isTypo(a: string, b: string): boolean {
  const [wordsA, wordsB] = [a.split(' '), b.split(' ')];
  if (wordsA.length !== wordsB.length) return isTypoOfWord(joined(a), joined(b));
  const differing = wordsA.flatMap((word, index) =>
    word === wordsB[index] ? [] : [[word, wordsB[index] ?? '']],
  );
  return differing.length === 1 && isTypoOfWord(differing[0]?.[0] ?? '', differing[0]?.[1] ?? '');
}

/** The misspelt one must be one slip from that name and from no other: « Sofiab » is Sofia or Sofian, nobody knows. */
function isTypoOfWord(a: string, b: string): boolean {
  if (isGivenName(a) === isGivenName(b) || differInEnding(a, b) || differInBeginning(a, b)) return false;
  return givenNamesOneSlipFrom(isGivenName(a) ? b : a).length === 1;
}

const endings = /(?:[aeiouy]+s?|[nlt]e|s)$/;

/** Louis and Louise, Lucie and Lucia, Yanis and Yani: what is before the ending is the same. */
function differInEnding(a: string, b: string): boolean {
  if (a.startsWith(b) || b.startsWith(a) || a.slice(0, -1) === b.slice(0, -1)) return true;
  return a.replace(endings, '') === b.replace(endings, '');
}

/** Emma and Gemma, Talia and Italia: the first letter is seldom mistyped, and often makes another name. */
function differInBeginning(a: string, b: string): boolean {
  return a[0] !== b[0];
}

/** « Jean » and « Jean-Pierre », « J. » and « Jeanne ». */
function sharesWordOrInitial(a: string, b: string): boolean {
  const [wordsA, wordsB] = [a.split(' '), b.split(' ')];
  if (wordsA.some((word) => word.length > 2 && wordsB.includes(word))) return true;
  const [short, long] = joined(a).length < joined(b).length ? [wordsA, wordsB] : [wordsB, wordsA];
  return short.every((initial, index) => initial.length === 1 && (long[index]?.startsWith(initial) ?? false));
}

function joined(name: string): string {
  return name.replaceAll(' ', '');
}
function bag(names: Names): string {
  return [...names.first.split(' '), ...names.last.split(' ')].sort().join(' ');
}
function glued(names: Names): string {
  return joined(names.last) + '|' + joined(names.first);
}
function swap(names: Names): Names {
  return { first: names.last, last: names.first };
}
