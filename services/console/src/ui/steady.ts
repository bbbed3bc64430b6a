import { useState } from 'react';

export interface Steady<Row> {
  readonly rows: readonly Row[];
  /** Came since, and are held back until asked for. */
  readonly arrived: number;
  /** Still shown where they were, though no longer in the list. */
  readonly gone: ReadonlySet<string>;
  readonly adopt: () => void;
}

/** Rows keep their place under the cursor: what changed changes in place, what came waits, what left stays in grey. */
export function settle<Row>(
  shown: readonly Row[],
  latest: readonly Row[],
  idOf: (row: Row) => string,
): { rows: Row[]; arrived: number; gone: Set<string> } {
  const now = new Map(latest.map((row) => [idOf(row), row]));
  const before = new Set(shown.map(idOf));
  return {
    rows: shown.map((row) => now.get(idOf(row)) ?? row),
    arrived: latest.filter((row) => !before.has(idOf(row))).length,
    gone: new Set([...before].filter((id) => !now.has(id))),
  };
}

/** `view` names what is looked at: another one starts afresh. */
export function useSteady<Row>(
  view: string,
  latest: readonly Row[] | undefined,
  idOf: (row: Row) => string,
): Steady<Row> {
  const [kept, setKept] = useState<{ view: string; rows: readonly Row[] }>();
  const adopt = () => setKept({ view, rows: latest ?? [] });
  if (latest !== undefined && kept?.view !== view) adopt();
  const shown = kept?.view === view ? kept.rows : (latest ?? []);
  return { ...settle(shown, latest ?? shown, idOf), adopt };
}
