import type { ReactNode } from 'react';

/** A row of chips, one of which is on: each leads to an address of its own. */
export function FilterChips({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={label} className="no-print mb-3 flex flex-wrap gap-2">
      {children}
    </nav>
  );
}

/** For a link of the router. */
export const chipClass =
  'inline-flex min-h-8 items-center gap-1.5 rounded-full border border-line bg-surface px-3 text-xs font-medium text-ink-2 ' +
  'hover:border-line-strong aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-surface';
