import type { KeyboardEvent, ReactNode } from 'react';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'right';
  /** Left out of cards, where it would repeat what is beside it. */
  readonly wideOnly?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Keys that act on the row that has the focus, such as `s`. */
  readonly onKey?: (key: string, row: Row) => void;
  readonly isPast?: (row: Row) => boolean;
}

/**
 * A table on a desk, cards on a phone. ↑ and ↓ go from row to row: each row holds one link marked `data-row-link`.
 * Roles are said aloud because a browser forgets them once the rows are laid out as cards.
 */
export function Table<Row>({ caption, rows, columns, rowKey, onKey, isPast }: TableProps<Row>) {
  const byKey = (event: KeyboardEvent, row: Row) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return step(event);
    if (onKey && event.target instanceof HTMLAnchorElement) onKey(event.key.toLowerCase(), row);
  };
  return (
    <table role="table" className="w-full border-collapse max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row">
          {columns.map(({ title, align }) => (
            <th key={title} role="columnheader" scope="col" className={`${headClass} ${alignClass(align)}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            onKeyDown={(event) => byKey(event, row)}
            className={`${rowClass} ${isPast?.(row) ? 'bg-sunken text-ink-3' : ''}`}
          >
            {columns.map(({ title, cell, align, wideOnly }) => (
              <td
                key={title}
                role="cell"
                className={`${cellClass} ${alignClass(align)} ${wideOnly ? 'max-md:hidden' : ''}`}
              >
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const headClass = 'border-b border-line px-3.5 py-2 text-xs font-medium whitespace-nowrap text-ink-3';
const rowClass =
  'border-b border-line last:border-b-0 hover:bg-sunken/50 has-[a:focus-visible]:bg-info-bg/60 ' +
  'max-md:grid max-md:gap-1 max-md:px-4 max-md:py-3';
const cellClass = 'px-3.5 py-2.5 align-top max-md:block max-md:p-0 max-md:text-left';
const alignClass = (align: 'right' | undefined) => (align === 'right' ? 'text-right' : 'text-left');

function step(event: KeyboardEvent): void {
  const links = [
    ...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('[data-row-link]') ?? []),
  ];
  const here = links.findIndex((link) => event.currentTarget.contains(link));
  const next = links[here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
