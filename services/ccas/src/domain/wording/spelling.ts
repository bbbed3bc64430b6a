import { editDistance } from './edit-distance';
import type { Pattern } from './cue';

/** Beyond what any typo is forgiven. */
const TOO_FAR = 3;

/** A shorter word has too many neighbours to be read with a typo. */
const SHORTEST_MISSPELT = 5;

const MOST_REMEMBERED = 5_000;

/** Endings that do not change what a word means here: plural and feminine. */
const ENDINGS = ['', 's', 'x', 'e', 'es'];

/** Finds the patterns that a word is, or is misspelt from. */
export class Spelling {
  readonly #words = new Map<string, number[]>();
  readonly #stems = new Map<string, number[]>();
  readonly #byLetter = new Map<string, Pattern[]>();
  /** People use few words: what an unknown one is misspelt from is looked up once. */
  readonly #known = new Map<string, number[]>();
  readonly #spared: ReadonlySet<string>;

  constructor(patterns: readonly Pattern[], spared: ReadonlySet<string>) {
    this.#spared = spared;
    for (const pattern of patterns) {
      if (pattern.stem) push(this.#stems, pattern.text, pattern.id);
      else for (const ending of ENDINGS) push(this.#words, pattern.text + ending, pattern.id);
      if (pattern.text.length >= SHORTEST_MISSPELT) push(this.#byLetter, pattern.text.charAt(0), pattern);
    }
  }

  /** Empty for a word that the lexicon does not know, however spelt. */
  patternsOf(word: string): number[] {
    const stems = this.#stemsOf(word);
    const exact = this.#words.get(word);
    if (exact) return [...exact, ...stems];
    if (this.#spared.has(word) || /\d|^age-/.test(word)) return stems;
    // A stem is often right by chance ("regroupemant" begins as "regroupe"): the whole word may still be misspelt.
    return [...stems, ...this.#remembered(word)];
  }

  #stemsOf(word: string): number[] {
    const found: number[] = [];
    for (let length = 2; length <= word.length; length++)
      found.push(...(this.#stems.get(word.slice(0, length)) ?? []));
    return found;
  }

  #remembered(word: string): number[] {
    const known = this.#known.get(word);
    if (known) return known;
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    const found = this.#misspelt(word);
    this.#known.set(word, found);
    return found;
  }

  #misspelt(word: string): number[] {
    let nearest = TOO_FAR;
    let found: number[] = [];
    for (const pattern of this.#candidates(word)) {
      const distance = this.#distance(word, pattern);
      if (distance === 0 || distance === TOO_FAR || distance > nearest) continue;
      if (distance < nearest) found = [];
      nearest = distance;
      found.push(pattern.id);
    }
    return found;
  }

  *#candidates(word: string): Generator<Pattern> {
    for (const pattern of this.#byLetter.get(word.charAt(0)) ?? []) {
      const length = pattern.text.length;
      if (pattern.stem ? word.length >= length - 1 : Math.abs(word.length - length) <= 3) yield pattern;
    }
  }

  #distance(word: string, { text, stem }: Pattern): number {
    const limit = allowed(Math.min(text.length, word.length), stem);
    const forms = stem ? [-1, 0, 1].map((more) => word.slice(0, text.length + more)) : singulars(word);
    if (forms.some((form) => isSlip(form, text))) return 1;
    if (limit === 0) return TOO_FAR;
    const distance = Math.min(...forms.map((form) => editDistance(form, text, limit)));
    return distance > limit ? TOO_FAR : distance;
  }
}

/** The same letters in another order of two neighbours, or one letter doubled or not: safe even in a short word. */
function isSlip(form: string, text: string): boolean {
  if (form.length === text.length) return sorted(form) === sorted(text) && editDistance(form, text, 1) === 1;
  return Math.abs(form.length - text.length) === 1 && undoubled(form) === undoubled(text);
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

function undoubled(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

function singulars(word: string): string[] {
  const forms = [word];
  for (const ending of ['s', 'x', 'e', 'es']) {
    if (word.endsWith(ending)) forms.push(word.slice(0, -ending.length));
  }
  return forms;
}

/**
 * How many wrong letters are forgiven: one from six letters on, two from nine. The first letter is never forgiven:
 * it is seldom mistyped, and often all that tells two words apart (loyer, foyer).
 */
function allowed(length: number, stem: boolean): number {
  if (length < 6) return 0;
  return length < 9 || stem ? 1 : 2;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
