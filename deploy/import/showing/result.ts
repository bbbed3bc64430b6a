import type { SpreadsheetRead } from '../read-file';
import type { Why } from '../rows/row';
import type { SendOutcome } from '../sending/send-rows';

/** What `--json` writes. Lines are those of the file; its first line is 1. */
export interface Result {
  readonly rows: number;
  readonly good: number;
  readonly bad: readonly { readonly line: number; readonly why: Why }[];
  readonly toClassify: readonly number[];
  readonly people: number;
  /** Rows of two people kept apart who may be one. */
  readonly doubtful: readonly (readonly [number, number])[];
  readonly byTopic: Readonly<Record<string, number>>;
  readonly byField: Readonly<Record<string, number>>;
}

export function resultOf(
  read: Pick<SpreadsheetRead, 'rows' | 'bad'>,
  { sent, refused }: SendOutcome,
): Result {
  const classified = sent.filter(({ topic }) => topic !== undefined);
  const bad = [...read.bad, ...refused].sort((a, b) => a.line - b.line);
  return {
    rows: read.rows.length,
    good: classified.length,
    bad: bad.map(({ line, why }) => ({ line, why })),
    toClassify: sent.filter(({ topic }) => topic === undefined).map(({ line }) => line),
    people: new Set(sent.map(({ personId }) => personId)).size,
    doubtful: doubtfulPairs(sent),
    byTopic: count(classified.map(({ topic }) => topic!)),
    byField: count(classified.flatMap(({ field }) => field ?? [])),
  };
}

/** Each person stands for the first of their lines; people who were there before the import have none. */
function doubtfulPairs(sent: SendOutcome['sent']): [number, number][] {
  const firstLine = new Map<string, number>();
  for (const { personId, line } of sent) if (!firstLine.has(personId)) firstLine.set(personId, line);
  const pairs = new Map<string, [number, number]>();
  for (const { personId, maybe } of sent) {
    for (const other of maybe) {
      const [a, b] = [firstLine.get(personId), firstLine.get(other)];
      if (a === undefined || b === undefined || a === b) continue;
      pairs.set(`${Math.min(a, b)}-${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)]);
    }
  }
  return [...pairs.values()].sort((one, two) => one[0] - two[0] || one[1] - two[1]);
}

function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
