import { decode, type Encoding } from './reading/encoding';
import { layOut, type Columns } from './reading/columns';
import type { Field } from './reading/column-names';
import { records, type RawRecord } from './reading/records';
import { guessSeparator, withoutHint, type Separator } from './reading/separator';
import { checkRow } from './rows/check-row';
import { isBad, type BadRow, type GoodRow } from './rows/row';
import { CannotImport } from './cannot-import';

export interface ReadOptions {
  readonly today: string;
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  readonly columns?: Partial<Record<Field, string>>;
}

export interface SpreadsheetRead {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly columns: Columns;
  readonly headers: readonly string[];
  readonly rows: readonly RawRecord[];
  readonly good: readonly GoodRow[];
  readonly bad: readonly BadRow[];
  readonly remark?: string;
}

/** From the bytes of a file to rows that can be used and rows that cannot, without asking anybody. */
export function readSpreadsheet(bytes: Buffer, options: ReadOptions): SpreadsheetRead {
  const { text: whole, encoding, remark } = decode(bytes, options.encoding);
  const { text, hint } = withoutHint(whole);
  const separator = options.separator ?? hint ?? guessSeparator(text);
  const layout = layOut([...records(text, separator)], {
    today: options.today,
    ...(options.columns && { asked: options.columns }),
  });
  if (!layout.rows.length)
    throw new CannotImport('Le fichier n’a pas de ligne sous son en-tête : il n’y a rien à importer.');
  const checked = layout.rows.map((row) =>
    checkRow(row, { columns: layout.columns, width: layout.headers.length, today: options.today }),
  );
  return {
    encoding,
    separator,
    columns: layout.columns,
    headers: layout.headers,
    rows: layout.rows,
    good: checked.filter((row): row is GoodRow => !isBad(row)),
    bad: checked.filter(isBad),
    ...(remark && { remark }),
  };
}
