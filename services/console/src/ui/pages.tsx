import type { ReactNode } from 'react';

interface PagesProps {
  readonly page: number;
  readonly of: number;
  /** A link of the router to that page. */
  readonly children: (page: number, label: string, words: string) => ReactNode;
}

export function Pages({ page, of, children }: PagesProps) {
  if (of <= 1) return null;
  return (
    <nav
      aria-label="Pages de la liste"
      className="no-print mt-3 flex items-center justify-center gap-4 text-sm"
    >
      {page > 1 && children(page - 1, '← Précédente', 'Page précédente')}
      <span className="text-ink-2">
        Page {page} sur {of}
      </span>
      {page < of && children(page + 1, 'Suivante →', 'Page suivante')}
    </nav>
  );
}
