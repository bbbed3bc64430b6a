import type { Cue, Lexicon } from './cue';
import type { Spelling } from './spelling';

export interface FoundCue {
  readonly cue: Cue;
  /** Positions of the words it was found in, rising. */
  readonly at: readonly number[];
}

/** Words of one cue may have this many others between them. */
const SLACK = 3;

/** A text that repeats one word must not cost more than a sentence. */
const MOST_PLACEMENTS = 40;

/** Every cue whose words are close together in the text. */
export class CueFinder {
  readonly #lexicon: Lexicon;
  readonly #spelling: Spelling;
  readonly #cuesOf: number[][];

  constructor(lexicon: Lexicon, spelling: Spelling) {
    this.#lexicon = lexicon;
    this.#spelling = spelling;
    this.#cuesOf = lexicon.patterns.map(() => []);
    // A cue is looked at when its first word is there: one entry per way of saying that word.
    for (const cue of lexicon.cues) {
      for (const [first] of cue.slots[0] ?? []) if (first !== undefined) this.#cuesOf[first]?.push(cue.id);
    }
  }

  find(words: readonly string[]): FoundCue[] {
    const hits = words.map((word) => new Set(this.#spelling.patternsOf(word)));
    const candidates = new Set([...hits].flatMap((set) => [...set].flatMap((id) => this.#cuesOf[id] ?? [])));
    return [...candidates].flatMap((id) => {
      const cue = this.#lexicon.cues[id];
      return cue ? placements(cue, hits).map((at) => ({ cue, at })) : [];
    });
  }
}

/** Every way in which the words of a cue stand close together. */
function placements(cue: Cue, hits: readonly ReadonlySet<number>[]): number[][] {
  const found: number[][] = [];
  const place = (slot: number, taken: readonly number[]): void => {
    if (found.length >= MOST_PLACEMENTS || !isClose(taken)) return;
    const alternatives = cue.slots[slot];
    if (!alternatives) {
      found.push(taken.toSorted((a, b) => a - b));
      return;
    }
    for (const sideBySide of alternatives) {
      for (const at of standsAt(sideBySide, hits)) {
        if (!at.some((position) => taken.includes(position))) place(slot + 1, [...taken, ...at]);
      }
    }
  };
  place(0, []);
  return found;
}

function isClose(at: readonly number[]): boolean {
  return at.length < 2 || Math.max(...at) - Math.min(...at) <= at.length - 1 + SLACK;
}

/** Where these patterns stand side by side. */
function standsAt(sideBySide: readonly number[], hits: readonly ReadonlySet<number>[]): number[][] {
  const found: number[][] = [];
  for (let start = 0; start + sideBySide.length <= hits.length; start++) {
    if (sideBySide.every((id, offset) => hits[start + offset]?.has(id))) {
      found.push(sideBySide.map((_, offset) => start + offset));
    }
  }
  return found;
}
