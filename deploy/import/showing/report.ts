import { stringify } from 'csv-stringify/sync';
import type { SpreadsheetRead } from '../read-file';
import type { SendOutcome } from '../sending/send-rows';
import type { Result } from './result';

/**
 * The rows that a person must look at, as a spreadsheet: what happened, why, then the row as it was written. Corrected, it can
 * be given to the import again: rows that went in are recognised, the three first columns are ignored.
 */
export function reportOf(read: SpreadsheetRead, outcome: SendOutcome, result: Result): string | undefined {
  const said = new Map<number, [what: string, why: string][]>();
  const say = (line: number, what: string, why: string) =>
    said.set(line, [...(said.get(line) ?? []), [what, why]]);
  for (const { line, reason } of [...read.bad, ...outcome.refused]) say(line, 'Non importée', reason);
  for (const line of result.toClassify)
    say(line, 'Importée, à classer', 'Le besoin n’est pas reconnu : un agent choisira le sujet.');
  for (const [line, other] of result.doubtful) {
    say(
      other,
      'Importée, personne à vérifier',
      `Ressemble à la personne de la ligne ${line}, gardée à part.`,
    );
  }
  for (const { line, remarks } of read.good) {
    for (const remark of remarks) say(line, 'Importée avec une remarque', remark);
  }
  for (const [line, first] of repeated(outcome.sent)) {
    say(
      line,
      'Déjà notée',
      `Même personne, mêmes mots, même jour que la ligne ${first} : une seule demande est gardée.`,
    );
  }
  if (!said.size) return undefined;
  const cells = new Map(read.rows.map((row) => [row.line, row.cells]));
  const lines = [...said.entries()].sort(([a], [b]) => a - b);
  return stringify(
    [
      ['Ligne', 'Résultat de l’import', 'Raison', ...read.headers],
      ...lines.map(([line, reasons]) => [
        String(line),
        [...new Set(reasons.map(([what]) => what))].join(' ; '),
        reasons.map(([, why]) => why).join(' '),
        ...(cells.get(line) ?? []).map((cell) => harmless(cell.slice(0, 2_000))),
      ]),
    ],
    { delimiter: ';', bom: true, record_delimiter: 'windows' },
  );
}

/** Rows that are the same contact as an earlier one, with the line of that one. */
function repeated(sent: SendOutcome['sent']): [line: number, first: number][] {
  const firstWith = new Map<string, number>();
  return sent.flatMap(({ line, needId }): [number, number][] => {
    const first = firstWith.get(needId);
    if (first !== undefined) return [[line, first]];
    firstWith.set(needId, line);
    return [];
  });
}

/** A cell that a spreadsheet would run as a formula is shown as text. A phone number may keep its plus. */
function harmless(cell: string): string {
  return /^[=@\t\r]|^[+-](?!\d[\d .()-]*$)/.test(cell) && !/^\+\d[\d .()-]*$/.test(cell) ? `'${cell}` : cell;
}
