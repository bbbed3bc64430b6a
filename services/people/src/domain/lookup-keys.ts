import type { Identity } from './identity';
import { normalisePhone } from './normalise-phone';
import { nameWords } from './normalise-name';
import { soundOf } from './sound';
import { readTrackingCode } from './tracking-code';

/**
 * Words by which a person is found, all in one indexed list:
 * `w:` a word of the names, `n:` that word with one letter less (for slips), `s:` its sound,
 * `i:` both names in any order, `p:` phone, `m:` mail, `d:` birth date, `t:` tracking code.
 */
export function lookupKeys(identity: Identity, trackingCode: string): string[] {
  const words = wordsOf(identity);
  return [
    ...new Set([
      ...words.map((word) => `w:${word}`),
      ...words.flatMap(nearKeys),
      ...words.map((word) => `s:${soundOf(word)}`),
      ...matchKeys(identity),
      `t:${trackingCode}`,
    ]),
  ];
}

/** Whoever may be the same person shares one of these. */
export function matchKeys(identity: Identity): string[] {
  return [
    `i:${[glue(identity.first), glue(identity.last)].sort().join('|')}`,
    ...identity.phones.map((phone) => `p:${phone}`),
    ...identity.mails.map((mail) => `m:${mail}`),
    ...(identity.birthDate === undefined ? [] : [`d:${identity.birthDate}`]),
  ];
}

function glue(words: string): string {
  return words.replaceAll(' ', '');
}

/** « Marie-Claire » is found by marie, by claire and by marieclaire. */
function wordsOf(identity: Identity): string[] {
  const parts = [identity.first, identity.last].flatMap((name) => [...name.split(' '), glue(name)]);
  return [...new Set(parts.filter((word) => word !== ''))];
}

/** The word and every word one letter shorter: two spellings one slip apart share one of them. */
function nearKeys(word: string): string[] {
  const letters = [...word].slice(0, 14);
  if (letters.length < 4) return [`n:${letters.join('')}`];
  const shorter = letters.map((_, index) => letters.filter((__, other) => other !== index).join(''));
  return [...new Set([letters.join(''), ...shorter])].map((near) => `n:${near}`);
}

/** One thing a person must have, by any of its keys: an exact one, or one that starts so. */
export interface SearchTerm {
  /** Tried first. */
  readonly exact: readonly string[];
  /** Starts of keys, for a word being typed. */
  readonly starts: readonly string[];
  /** Tried when too few were found: slips and sounds. */
  readonly near: readonly string[];
  /** The normalised word, for ranking; absent for a phone, a mail, a date or a code. */
  readonly word?: string;
}

/** What an agent types in the one search field, cut into terms that must all be met. Empty when nothing can be searched. */
export function searchTerms(query: string, readDate: (typed: string) => string | undefined): SearchTerm[] {
  const phone = phoneTerm(query);
  if (phone) return [phone];
  const birthDate = readDate(query);
  if (birthDate !== undefined) return [keyed(`d:${birthDate}`)];
  return query
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .slice(0, 6)
    .flatMap((part) => partTerms(part, readDate));
}

function partTerms(part: string, readDate: (typed: string) => string | undefined): SearchTerm[] {
  if (part.includes('@')) return [{ exact: [], starts: [`m:${part.toLowerCase()}`], near: [] }];
  const birthDate = /\d/.test(part) ? readDate(part) : undefined;
  if (birthDate !== undefined) return [keyed(`d:${birthDate}`)];
  const code = readTrackingCode(part);
  if (code !== undefined && /\d/.test(code)) return [keyed(`t:${code}`)];
  return nameWords(part).map((word) => wordTerm(word, code));
}

function wordTerm(word: string, code: string | undefined): SearchTerm {
  const exact = [`w:${word}`, ...(code === undefined ? [] : [`t:${code}`])];
  return { exact, starts: [`w:${word}`], near: [...nearKeys(word), `s:${soundOf(word)}`], word };
}

function phoneTerm(query: string): SearchTerm | undefined {
  const compact = query.replace(/[\s.()/-]/g, '');
  const whole = /^\+?\d{9,15}$/.test(compact) ? normalisePhone(query) : undefined;
  if (whole !== undefined) return keyed(`p:${whole}`);
  return /^0[1-9]\d{2,7}$/.test(compact)
    ? { exact: [], starts: [`p:+33${compact.slice(1)}`], near: [] }
    : undefined;
}

function keyed(key: string): SearchTerm {
  return { exact: [key], starts: [], near: [] };
}
