import type { ReactNode } from 'react';

/** An empty page says what to do next. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      <p className="text-base font-medium">{title}</p>
      {children !== undefined && <div className="max-w-prose text-ink-2">{children}</div>}
    </div>
  );
}
