import { CannotImport } from '../cannot-import';
import { records } from './records';

const names = { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation', '|': 'barre verticale' } as const;
export type Separator = keyof typeof names;
const separators = Object.keys(names) as Separator[];

const SAMPLE_ROWS = 60;

export function separatorName(separator: Separator): string {
  return names[separator];
}

/** What `--separator` takes: the character itself, or a name that a shell lets through. */
export function askedSeparator(text: string): Separator | undefined {
  const spoken: Readonly<Record<string, Separator>> = {
    tab: '\t',
    '\\t': '\t',
    pipe: '|',
    semicolon: ';',
    comma: ',',
  };
  return spoken[text.toLowerCase()] ?? separators.find((separator) => separator === text);
}

/** Excel writes its own hint on a first line of its own: `sep=;`. */
export function withoutHint(text: string): { text: string; hint?: Separator } {
  const match = /^sep=([;,|\t])\r?\n/i.exec(text);
  // The line stays, empty, so that lines keep their numbers.
  return match ? { text: `\n${text.slice(match[0].length)}`, hint: match[1] as Separator } : { text };
}

/** The separator that cuts most rows into the same number of cells, more than one. */
export function guessSeparator(text: string): Separator {
  const scored = separators
    .map((separator) => ({ separator, score: regularity(text, separator) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]!;
  if (best.score === 0) {
    throw new CannotImport(
      'Je ne vois pas de colonnes dans ce fichier : aucune ligne n’est découpée par « ; », « , », une tabulation ou « | ». ' +
        'Indiquez le séparateur avec --separator.',
    );
  }
  return best.separator;
}

function regularity(text: string, separator: Separator): number {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { cells } of records(text.slice(0, 200_000), separator)) {
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    if (++rows === SAMPLE_ROWS) break;
  }
  let best = 0;
  for (const [cells, times] of counts) {
    // Many columns on a few rows must not beat a few columns on all of them.
    if (cells > 1) best = Math.max(best, (times / rows) ** 2 * Math.min(cells, 12));
  }
  return best;
}
