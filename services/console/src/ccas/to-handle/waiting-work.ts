import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { GoAhead, WorkCount, WorkList } from '../../api/answers/needs';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import type { Kind } from './shown-kind';

export const pageSize = 50;

/** As the service calls them; go-aheads are another list. */
const asked = {
  urgents: 'urgent',
  'a-classer': 'to-classify',
  'a-reorienter': 'to-reorient',
  'sans-service': 'awaiting-service',
  accords: undefined,
} as const satisfies Record<Kind, string | undefined>;

/** What waits for the CCAS, in the order of the service; the rest waits for a service, which has its own list. */
export function useWaitingWork(shown: Kind | undefined, page: number) {
  const may = useMay();
  const kind = shown && asked[shown];
  const needs = useQuery({
    queryKey: [...keys.toHandle, { kind, page }],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = { kind, limit: pageSize, offset: (page - 1) * pageSize };
      // Until the next part is read, the one before stays: rows say which part they are.
      return { part: `${kind} ${page}`, ...(await read<WorkList>('/api/ccas/needs/to-handle', { query })) };
    },
  });
  const goAheads = useQuery({
    queryKey: keys.goAheads,
    enabled: may('list', 'go-ahead'),
    queryFn: () => read<List<GoAhead>>('/api/ccas/go-aheads', { query: { status: 'asked' } }),
  });
  return { needs, goAheads };
}

export type Counts = Readonly<Record<WorkCount, number>>;

/** How many of a kind there are, on this page or not. */
export function countOf(kind: Exclude<Kind, 'accords'>, counts: Counts | undefined): number {
  if (!counts) return 0;
  switch (kind) {
    case 'urgents':
      return counts.urgent;
    case 'a-classer':
      return counts['to-classify'];
    case 'a-reorienter':
      return counts.returned + counts.expired;
    case 'sans-service':
      return counts['awaiting-service'];
  }
}

export function countOfAll(counts: Counts): number {
  return (['a-classer', 'a-reorienter', 'sans-service'] as const).reduce(
    (sum, kind) => sum + countOf(kind, counts),
    0,
  );
}
