import type { Topic } from '@passerelle/contracts';
import type { Subject } from './cue';
import { CueFinder, type FoundCue } from './find-cues';
import { lexicon } from './lexicon/lexicon';
import { sparedWords } from './lexicon/spared-words';
import { partsAddedOn, partsPerhapsAddedOn } from './added-on';
import { tokens } from './normalise';
import { Spelling } from './spelling';

/** What a resident's own words are about; `undecided` is an answer: a worker reads them in "à classer". */
export type Classification =
  | { readonly kind: 'topic'; readonly topic: Topic; readonly because: readonly string[] }
  | { readonly kind: 'undecided' };

const undecided: Classification = { kind: 'undecided' };

/** Below this, nothing speaks clearly enough. */
const ENOUGH = 3;
/** A second subject this strong is a second need, whatever the first one's lead. */
const SECOND_NEED = 3;
/** How far ahead the first subject must be. */
const MARGIN = 2;

const finder = new CueFinder(lexicon, new Spelling(lexicon.patterns, sparedWords));

/** Precision first: two subjects, a weak one or one that is no topic here are left to a worker, never guessed. */
export function classifyWording(text: string): Classification {
  const words = tokens(text);
  const scores = scoreSubjects(finder.find(words));
  const [first, second] = [...scores.entries()].toSorted(([, a], [, b]) => b.score - a.score);
  if (!first || first[0] === 'elsewhere' || first[1].score < ENOUGH) return undecided;
  const rival = second?.[1].score ?? 0;
  if (rival >= SECOND_NEED || first[1].score - rival < MARGIN) return undecided;
  if (asksForMore(text, first[0])) return undecided;
  const because = first[1].at.map((position) => words[position] ?? '');
  return { kind: 'topic', topic: first[0], because };
}

interface Score {
  readonly score: number;
  readonly helped: boolean;
  readonly at: readonly number[];
}

/** A second need is often said in words that the lexicon does not know, or hardly: where it is joined on tells. */
function asksForMore(text: string, subject: Subject): boolean {
  const scoresOf = (part: string) => scoreSubjects(finder.find(tokens(part)));
  return (
    partsAddedOn(text).some((part) => !scoresOf(part).has(subject)) ||
    partsPerhapsAddedOn(text)
      .map(scoresOf)
      .some((scores) => scores.size > 0 && !scores.has(subject))
  );
}

/** A cue inside a longer one says nothing of its own: "permis" in "permis de séjour", "salaire" in "saisie sur salaire". */
function scoreSubjects(found: readonly FoundCue[]): Map<Subject, Score> {
  const scores = new Map<Subject, Score>();
  const telling = found
    .filter((cue) => !found.some((longer) => isInside(cue, longer)))
    .toSorted((a, b) => b.cue.weight - a.cue.weight || b.at.length - a.at.length);
  for (const { cue, at } of telling) {
    const sofar = scores.get(cue.subject) ?? { score: 0, helped: false, at: [] };
    // Each word counts once for a subject, so that two ways of saying one thing do not make it twice as sure.
    if (at.some((position) => sofar.at.includes(position))) continue;
    // Weak cues help once: many of them are only the way people talk of their family or their work.
    if (cue.weight === 1 && sofar.helped) continue;
    scores.set(cue.subject, {
      score: sofar.score + cue.weight,
      helped: sofar.helped || cue.weight === 1,
      at: [...sofar.at, ...at],
    });
  }
  return scores;
}

function isInside(short: FoundCue, long: FoundCue): boolean {
  return short.at.length < long.at.length && short.at.every((position) => long.at.includes(position));
}
