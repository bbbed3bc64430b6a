import type { ReactNode } from 'react';
import { Card } from './card';
import { Loading } from './loading';
import { ProblemNote } from './problem-note';

interface ListedProps {
  /** As useQuery gives it. */
  readonly asked: { readonly isPending: boolean; readonly error: unknown; readonly refetch: () => unknown };
  readonly isEmpty: boolean;
  /** What an empty list says to do next. */
  readonly empty: ReactNode;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A list in a card: what went wrong, what is on its way, nothing, or the list. */
export function Listed({ asked, isEmpty, empty, title, children }: ListedProps) {
  return (
    <>
      {asked.error !== null && (
        <div className="mb-3">
          <ProblemNote error={asked.error} onRetry={() => void asked.refetch()} />
        </div>
      )}
      <Card title={title} bare>
        {asked.isPending ? <Loading /> : isEmpty ? empty : children}
      </Card>
    </>
  );
}
