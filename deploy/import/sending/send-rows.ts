import type { BadRow, GoodRow } from '../rows/row';
import { groupsOf } from '../rows/groups';
import { RowRefused, type Api } from './api';
import { sendRow, type Sent } from './send-row';

export interface SendOptions {
  readonly territory: string;
  /** How many groups of rows travel at once. */
  readonly concurrency: number;
  readonly onRow?: () => void;
  readonly signal?: AbortSignal;
}

export interface SendOutcome {
  readonly sent: readonly Sent[];
  /** Rows that looked usable and that a service refused. */
  readonly refused: readonly BadRow[];
}

/** Sends every row or throws; a row that is refused stops nothing, and is given back. */
export async function sendRows(
  api: Api,
  rows: readonly GoodRow[],
  options: SendOptions,
): Promise<SendOutcome> {
  const waiting = groupsOf(rows).values();
  const sent: Sent[] = [];
  const refused: BadRow[] = [];
  let failed = false;
  const work = async () => {
    for (const group of waiting) {
      for (const [at, row] of group.entries()) {
        if (failed) return;
        options.signal?.throwIfAborted();
        const outcome = await sendOrRefuse(api, row, options.territory, at === 0);
        if ('why' in outcome) refused.push(outcome);
        else sent.push(outcome);
        options.onRow?.();
      }
    }
  };
  const workers = Array.from({ length: options.concurrency }, () =>
    work().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  // All of them come to rest before the first failure is told: nothing is in flight behind the last line printed.
  const ends = await Promise.allSettled(workers);
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
  const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;
  return { sent: sent.sort(byLine), refused: refused.sort(byLine) };
}

async function sendOrRefuse(
  api: Api,
  row: GoodRow,
  territory: string,
  first: boolean,
): Promise<Sent | BadRow> {
  try {
    return await sendRow(api, row, territory, first);
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    return { line: row.line, why: 'refused', reason: `Refusée par Passerelle : ${error.message}` };
  }
}
