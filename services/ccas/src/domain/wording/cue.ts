import type { Topic } from '@passerelle/contracts';
import { plain, stopWords } from './normalise';

/**
 * What in a resident's words speaks for a topic, as text separated by commas: `strong` settles it alone (3), two `usual`
 * do (2 each), `weak` only helps (1).
 *
 * A cue is one or several words, found close together in any order. `a|b` is either, `stem*` any ending, `a_b` side by
 * side. Accents, capitals, plurals and small words (de, la, pour…) do not count. `age-baby`, `age-child`, `age-young`
 * and `age-adult` stand for an age that the text gives.
 */
export interface Cues {
  readonly strong: string;
  readonly usual: string;
  readonly weak: string;
}

export type Subject = Topic | 'elsewhere';

/** One word of the lexicon, as it is looked up: `licenci*` is a stem, `loyer` a word. */
export interface Pattern {
  readonly id: number;
  readonly text: string;
  readonly stem: boolean;
}

export interface Cue {
  readonly id: number;
  readonly subject: Subject;
  readonly weight: number;
  readonly text: string;
  /** For each word of the cue, its alternatives; each is one pattern or several side by side. */
  readonly slots: readonly (readonly (readonly number[])[])[];
}

export interface Lexicon {
  readonly patterns: readonly Pattern[];
  readonly cues: readonly Cue[];
}

export function compileLexicon(subjects: Readonly<Record<Subject, Cues>>): Lexicon {
  const patterns: Pattern[] = [];
  const cues: Cue[] = [];
  const ids = new Map<string, number>();
  const patternId = (word: string): number => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const id = patterns.length;
    patterns.push({ id, text: word.replace('*', ''), stem: word.endsWith('*') });
    ids.set(word, id);
    return id;
  };
  for (const [subject, { strong, usual, weak }] of Object.entries(subjects) as [Subject, Cues][]) {
    for (const [list, weight] of [
      [strong, 3],
      [usual, 2],
      [weak, 1],
    ] as const) {
      for (const text of list.split(',').map((cue) => cue.trim())) {
        const slots = text ? parseSlots(text, patternId) : [];
        if (slots.length > 0) cues.push({ id: cues.length, subject, weight, text, slots });
      }
    }
  }
  return { patterns, cues };
}

function parseSlots(text: string, patternId: (word: string) => number): number[][][] {
  return text
    .split(/\s+/)
    .map((slot) => slot.split('|').map((side) => words(side).map(patternId)))
    .map((alternatives) => alternatives.filter((sideBySide) => sideBySide.length > 0))
    .filter((alternatives) => alternatives.length > 0);
}

function words(side: string): string[] {
  return side
    .split('_')
    .map(plain)
    .filter((word) => word !== '' && !stopWords.has(word));
}
