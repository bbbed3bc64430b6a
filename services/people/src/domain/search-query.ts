import { isGivenName } from './given-names';
import { nearKeys } from './lookup-keys';
import { nameWords } from './normalise-name';
import { normalisePhone } from './normalise-phone';
import { soundOf } from './sound';
import { readTrackingCode } from './tracking-code';

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

/** Terms that must all be met, the rarest first: the index starts from it. Empty when nothing can be searched. */
export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  /** Start of the key that holds a whole name, when a whole name was typed: one look in the index. */
  readonly together?: string;
}

/** What an agent types in the one search field. */
export function searchQuery(typed: string, readDate: (typed: string) => string | undefined): SearchQuery {
  const whole = phoneTerm(typed) ?? dateTerm(typed, readDate);
  if (whole) return { terms: [whole] };
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  const terms = parts.slice(0, 6).flatMap((part) => partTerms(part, readDate));
  const words = terms.flatMap((term) => term.word ?? []);
  const isName = words.length > 1 && words.length === terms.length;
  return { terms: rarestFirst(terms), ...(isName ? { together: `c:${words.join(' ')}` } : {}) };
}

function rarestFirst(terms: readonly SearchTerm[]): SearchTerm[] {
  return [...terms].sort((a, b) => commonness(a) - commonness(b));
}

/** Phones, dates and codes are rare; given names are shared by many; a long word less than a short one. */
function commonness({ word }: SearchTerm): number {
  return word === undefined ? 0 : (isGivenName(word) ? 100 : 50) - Math.min(word.length, 20);
}

function partTerms(part: string, readDate: (typed: string) => string | undefined): SearchTerm[] {
  if (part.includes('@')) return [{ exact: [], starts: [`m:${part.toLowerCase()}`], near: [] }];
  const date = dateTerm(part, readDate);
  if (date) return [date];
  const code = readTrackingCode(part);
  if (code !== undefined && /\d/.test(code)) return [keyed(`t:${code}`)];
  return nameWords(part).map((word) => wordTerm(word, code));
}

/** A word that could be a tracking code without a digit is looked up as both. */
function wordTerm(word: string, code: string | undefined): SearchTerm {
  const exact = [`w:${word}`, ...(code === undefined ? [] : [`t:${code}`])];
  return { exact, starts: [`w:${word}`], near: [...nearKeys(word), `s:${soundOf(word)}`], word };
}

function phoneTerm(typed: string): SearchTerm | undefined {
  const compact = typed.replace(/[\s.()/-]/g, '');
  const whole = /^\+?\d{9,15}$/.test(compact) ? normalisePhone(typed) : undefined;
  if (whole !== undefined) return keyed(`p:${whole}`);
  return /^0[1-9]\d{2,7}$/.test(compact)
    ? { exact: [], starts: [`p:+33${compact.slice(1)}`], near: [] }
    : undefined;
}

function dateTerm(typed: string, readDate: (typed: string) => string | undefined): SearchTerm | undefined {
  const birthDate = /\d/.test(typed) ? readDate(typed) : undefined;
  return birthDate === undefined ? undefined : keyed(`d:${birthDate}`);
}

function keyed(key: string): SearchTerm {
  return { exact: [key], starts: [], near: [] };
}
