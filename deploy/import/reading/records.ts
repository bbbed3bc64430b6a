/** One row of the file as it is written: where it begins (the first line of the file is 1) and its cells. */
export interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why its cells cannot be trusted. */
  readonly broken?: 'unclosed-quote' | 'too-long';
}

/** A row longer than this is not a row that a person wrote. */
export const LONGEST_ROW = 100_000;
/** A quoted cell may hold line breaks, but one that goes on and on is a quote that somebody forgot to close. */
const MOST_LINES_IN_A_ROW = 60;

/**
 * Splits a text into rows. A forgotten quote spoils its own line, never the rest of the file: that line is given
 * back as broken and reading goes on with the next one.
 */
export function* records(text: string, separator: string): Generator<RawRecord> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const read = readRow(text, at, separator) ?? brokenRow(text, at, separator);
    if (read.cells.some((cell) => cell.trim())) yield { line, cells: read.cells, ...reason(read) };
    line += read.lines;
    at = read.next;
  }
}

interface Read {
  cells: string[];
  next: number;
  lines: number;
  broken?: RawRecord['broken'];
}

function reason(read: Read): Pick<RawRecord, 'broken'> {
  return read.broken ? { broken: read.broken } : {};
}

/** Undefined when a quote is opened and never closed as a quote should be. */
function readRow(text: string, start: number, separator: string): Read | undefined {
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    const cell =
      text[quoteAt(text, at, separator)] === '"'
        ? quoted(text, quoteAt(text, at, separator), separator)
        : bare(text, at, separator);
    if (!cell || cell.end - start > LONGEST_ROW) return undefined;
    lines += cell.lines;
    if (lines > MOST_LINES_IN_A_ROW) return undefined;
    cells.push(cell.value);
    if (text[cell.end] !== separator) return { cells, next: afterBreak(text, cell.end), lines };
    at = cell.end + 1;
  }
}

/** Spreadsheets made by hand sometimes have a space before the opening quote. */
function quoteAt(text: string, at: number, separator: string): number {
  let seen = at;
  while (text[seen] === ' ' && separator !== ' ') seen++;
  return seen;
}

interface Cell {
  value: string;
  end: number;
  lines: number;
}

function bare(text: string, start: number, separator: string): Cell | undefined {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
    if (++end - start > LONGEST_ROW) return undefined;
  }
  return { value: text.slice(start, end), end, lines: 0 };
}

function quoted(text: string, open: number, separator: string): Cell | undefined {
  let value = '';
  let at = open + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0 || close - open > LONGEST_ROW) return undefined;
    value += text.slice(at, close);
    if (text[close + 1] === '"') {
      value += '"';
      at = close + 2;
      continue;
    }
    let end = close + 1;
    while (text[end] === ' ') end++;
    if (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
      return undefined;
    return { value, end, lines: breaks(value) };
  }
}

function brokenRow(text: string, start: number, separator: string): Read {
  const lf = text.indexOf('\n', start);
  const cr = lf < 0 ? text.indexOf('\r', start) : -1;
  const end = lf < 0 ? (cr < 0 ? text.length : cr) : lf;
  const row = text.slice(start, Math.min(end, start + 2_000)).replace(/\r$/, '');
  const broken = end - start > LONGEST_ROW ? 'too-long' : 'unclosed-quote';
  return { cells: row.split(separator), next: afterBreak(text, end), lines: 1, broken };
}

function afterBreak(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

function breaks(value: string): number {
  return value.match(/\r\n|\n|\r/g)?.length ?? 0;
}
