import { useEffect, useRef, type ReactNode } from 'react';

interface PageHeadProps {
  readonly title: string;
  /** Above the title: where one is. */
  readonly over?: ReactNode;
  /** Under the title: one sentence. */
  readonly under?: ReactNode;
  /** Buttons of the page. */
  readonly children?: ReactNode;
}

/** The title of a page: the tab's too, and what a screen reader hears when one arrives. */
export function PageHead({ title, over, under, children }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Passerelle`;
    // A field that asked for the focus keeps it.
    const held = document.activeElement;
    const isFree =
      held === null || held === document.body || held.closest('nav, header, [role=dialog]') !== null;
    if (isFree) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        {over !== undefined && <div className="text-xs text-ink-3">{over}</div>}
        <h1 ref={heading} tabIndex={-1} className="text-xl font-semibold tracking-tight break-words">
          {title}
        </h1>
        {under !== undefined && <div className="text-sm text-ink-2">{under}</div>}
      </div>
      {children !== undefined && <div className="no-print flex flex-wrap items-center gap-2">{children}</div>}
    </div>
  );
}

/** After an act that takes away what had the focus. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
