import { CannotImport } from '../cannot-import';
import { shapeOf, type Shape } from './cell-shapes';
import { fieldNames, fields, headerSynonyms, type Field } from './column-names';
import { guessFirstNames } from './first-names';
import { plain } from './plain';
import type { RawRecord } from './records';

/** Where each field is, from 0. */
export type Columns = Partial<Readonly<Record<Field, number>>>;

export interface Layout {
  readonly columns: Columns;
  readonly headers: readonly string[];
  /** The records after the header, in order. */
  readonly rows: readonly RawRecord[];
}

export interface LayoutOptions {
  /** `--column need=Motif`: the person knows better. */
  readonly asked?: Partial<Record<Field, string>>;
  readonly today: string;
}

/** Titles and logos come before the header of many spreadsheets. */
const HEADER_WITHIN = 15;
const ENOUGH_HEADERS = 2;

export function layOut(records: readonly RawRecord[], { asked = {}, today }: LayoutOptions): Layout {
  const at = headerAt(records, asked);
  const headers = at < 0 ? [] : records[at]!.cells.map((cell) => cell.trim());
  const rows = records.slice(at + 1);
  const columns: Partial<Record<Field, number>> = byRequest(headers, asked, widest(records));
  byHeader(headers, columns);
  byContent(rows, columns, today);
  if (columns.lastName !== undefined && columns.firstName !== undefined) delete columns.fullName;
  refuseWhenIncomplete(columns, headers);
  return { columns, headers, rows };
}

/** The row of the first ones that reads most like headers; -1 when the file begins with data. */
function headerAt(records: readonly RawRecord[], asked: Partial<Record<Field, string>>): number {
  const wanted = new Set(Object.values(asked).map(plain));
  let best = -1;
  let most = ENOUGH_HEADERS - 1;
  records.slice(0, HEADER_WITHIN).forEach((record, index) => {
    const known = record.cells.filter((cell) => fieldOfHeader(cell) || wanted.has(plain(cell))).length;
    // A sentence of the resident may begin with a word of ours: headers are most of their row.
    if (known > most && known >= record.cells.filter((cell) => cell.trim()).length / 3) {
      most = known;
      best = index;
    }
  });
  return best;
}

function byRequest(
  headers: readonly string[],
  asked: Partial<Record<Field, string>>,
  width: number,
): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {};
  for (const [field, header] of Object.entries(asked) as [Field, string][]) {
    const named = headers.findIndex((name) => plain(name) === plain(header));
    const numbered = /^\d+$/.test(header) ? Number(header) - 1 : -1;
    const index = named >= 0 ? named : numbered;
    if (index < 0 || index >= width) {
      throw new CannotImport(
        `Je ne trouve pas de colonne « ${header} » pour « ${fieldNames[field]} ». ${seen(headers)}`,
      );
    }
    columns[field] = index;
  }
  return columns;
}

function byHeader(headers: readonly string[], columns: Partial<Record<Field, number>>): void {
  const taken = new Set(Object.values(columns));
  const matches = headers
    .map((header, index) => ({ index, ...(fieldOfHeader(header) ?? { field: undefined, exactness: 0 }) }))
    .sort((a, b) => b.exactness - a.exactness || a.index - b.index);
  for (const { field, index } of matches) {
    if (!field || taken.has(index) || columns[field] !== undefined) continue;
    columns[field] = index;
    taken.add(index);
  }
}

/** The longest synonym that the header is, or begins with. An exact header is worth more than a beginning. */
export function fieldOfHeader(header: string): { field: Field; exactness: number } | undefined {
  const words = plain(header);
  let best: { field: Field; exactness: number } | undefined;
  for (const field of fields) {
    for (const synonym of headerSynonyms[field]) {
      const exactness = words === synonym ? 1_000 : words.startsWith(`${synonym} `) ? synonym.length : 0;
      if (exactness > (best?.exactness ?? 0)) best = { field, exactness };
    }
  }
  return best;
}

function byContent(rows: readonly RawRecord[], columns: Partial<Record<Field, number>>, today: string): void {
  const sample = rows.filter((row) => !row.broken).slice(0, 400);
  if (!sample.length) return;
  const taken = new Set(Object.values(columns));
  const free = Array.from({ length: widest(sample) }, (_, index) => index)
    .filter((index) => !taken.has(index))
    .map((index) => ({
      index,
      shape: shapeOf(
        sample.map((row) => row.cells[index] ?? ''),
        today,
      ),
    }));
  const take = (field: Field, fits: (shape: Shape) => number) => {
    if (columns[field] !== undefined) return;
    const best = free
      .filter(({ index }) => !taken.has(index))
      .map(({ index, shape }) => ({ index, fit: shape.filled ? fits(shape) : 0 }))
      .sort((a, b) => b.fit - a.fit || a.index - b.index)[0];
    if (!best || best.fit <= 0) return;
    columns[field] = best.index;
    taken.add(best.index);
  };
  take('email', ({ emails }) => emails - 0.6);
  take('phone', ({ phones, days }) => (days > 0.5 ? 0 : phones - 0.6));
  const thisYear = Number(today.slice(0, 4));
  take('contactDate', ({ days, year }) => (year !== undefined && year >= thisYear - 3 ? days - 0.6 : 0));
  take('birthDate', ({ days, year }) => (year !== undefined && year < thisYear - 3 ? days - 0.6 : 0));
  take('urgency', ({ urgencies, distinct }) => (distinct < 0.5 ? urgencies - 0.8 : 0));
  take('address', ({ addresses, emails }) => (emails > 0.5 ? 0 : addresses - 0.5));
  takeNames(free, sample, columns, taken);
  take('need', ({ words, phones, days }) => (phones > 0.5 || days > 0.5 ? 0 : words - 2));
}

function takeNames(
  free: readonly { index: number; shape: Shape }[],
  sample: readonly RawRecord[],
  columns: Partial<Record<Field, number>>,
  taken: Set<number>,
): void {
  if (columns.fullName !== undefined || (columns.lastName !== undefined && columns.firstName !== undefined))
    return;
  const named = free
    .filter(
      ({ index, shape }) =>
        !taken.has(index) && shape.names > 0.9 && shape.filled > 0.5 && shape.distinct > 0.05,
    )
    .map(({ index }) => index);
  const cells = (index: number) => sample.map((row) => row.cells[index] ?? '');
  if (columns.lastName === undefined && columns.firstName === undefined && named.length >= 2) {
    const scored = named.map((index) => ({ index, share: guessFirstNames(cells(index)) }));
    const first = scored.reduce((best, next) => (next.share > best.share ? next : best));
    if (first.share < 0.2) return;
    const others = scored.filter(({ index }) => index !== first.index);
    const nearest = others.reduce((a, b) =>
      Math.abs(b.index - first.index) < Math.abs(a.index - first.index) ? b : a,
    );
    columns.firstName = first.index;
    columns.lastName = nearest.index;
  } else if (columns.lastName !== undefined && named.length) {
    columns.firstName = named.reduce((a, b) =>
      guessFirstNames(cells(b)) > guessFirstNames(cells(a)) ? b : a,
    );
  } else return;
  taken.add(columns.firstName);
  taken.add(columns.lastName);
}

function refuseWhenIncomplete(columns: Columns, headers: readonly string[]): void {
  const missing: string[] = [];
  if (columns.fullName === undefined) {
    if (columns.lastName === undefined) missing.push(fieldNames.lastName);
    if (columns.firstName === undefined) missing.push(fieldNames.firstName);
  }
  if (columns.need === undefined) missing.push(fieldNames.need);
  if (columns.contactDate === undefined) missing.push(fieldNames.contactDate);
  if (!missing.length) return;
  throw new CannotImport(
    `Je ne reconnais pas la colonne : ${missing.join(', ')}. ${seen(headers)} ` +
      `Indiquez-la, par exemple : --column ${missing[0]}="Nom de la colonne" (ou son numéro).`,
  );
}

function seen(headers: readonly string[]): string {
  return headers.length
    ? `Colonnes du fichier : ${headers.map((header) => `« ${header} »`).join(', ')}.`
    : 'Le fichier n’a pas de ligne d’en-tête que je reconnaisse.';
}

function widest(records: readonly RawRecord[]): number {
  return records.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}
