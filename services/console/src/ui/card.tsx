import type { ReactNode } from 'react';

interface CardProps {
  readonly title?: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** The content brings its own margins, as a table does. */
  readonly bare?: boolean;
}

export function Card({ title, aside, children, bare }: CardProps) {
  const inside = (
    <>
      {title !== undefined && (
        <div className={`flex flex-wrap items-center gap-3 ${bare ? 'px-4 pt-3.5 pb-1' : 'pb-3'}`}>
          <h2 className="text-base font-semibold">{title}</h2>
          {aside !== undefined && <div className="ml-auto">{aside}</div>}
        </div>
      )}
      {children}
    </>
  );
  const box = `rounded-m border border-line bg-surface shadow-card ${bare ? '' : 'p-4 sm:p-5'}`;
  return title === undefined ? (
    <div className={box}>{inside}</div>
  ) : (
    <section aria-label={title} className={box}>
      {inside}
    </section>
  );
}
