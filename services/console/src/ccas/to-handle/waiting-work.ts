import { useQuery } from '@tanstack/react-query';
import type { GoAhead, Need, NeedList, NeedStatus } from '../../api/answers/needs';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import type { Kind } from './shown-kind';

/** What waits for a decision of the CCAS. The rest waits for a service, which has its own list. */
const waiting: readonly NeedStatus[] = ['returned', 'expired', 'to-classify', 'awaiting-service'];
const atMost = 200;

export interface WaitingWork {
  readonly needs: readonly Need[];
  readonly goAheads: readonly GoAhead[];
  /** Of everything, shown or not. */
  readonly total: number;
}

async function waitingNeeds() {
  const lists = await Promise.all(
    waiting.map((status) => read<NeedList>('/api/ccas/needs', { query: { status, limit: atMost } })),
  );
  return {
    needs: lists.flatMap(({ items }) => items).sort(byWait),
    total: lists.reduce((sum, { total }) => sum + total, 0),
  };
}

export function useWaitingWork() {
  const may = useMay();
  const needs = useQuery({ queryKey: keys.toHandle, queryFn: waitingNeeds });
  const goAheads = useQuery({
    queryKey: keys.goAheads,
    enabled: may('list', 'go-ahead'),
    queryFn: () => read<List<GoAhead>>('/api/ccas/go-aheads', { query: { status: 'asked' } }),
  });
  return { needs, goAheads };
}

/** Urgent first, then the oldest wait: a promise that was broken is the oldest of all. */
export function byWait(one: Need, other: Need): number {
  if (one.urgency !== other.urgency) return one.urgency === 'urgent' ? -1 : 1;
  return sinceOf(one).localeCompare(sinceOf(other)) || one.id.localeCompare(other.id);
}

const sinceOf = (need: Need) => need.waits?.since ?? need.notedAt;

export function isOfKind(need: Need, kind: Kind | undefined): boolean {
  switch (kind) {
    case undefined:
      return true;
    case 'urgents':
      return need.urgency === 'urgent';
    case 'a-classer':
      return need.status === 'to-classify';
    case 'a-reorienter':
      return need.status === 'returned' || need.status === 'expired';
    case 'sans-service':
      return need.status === 'awaiting-service';
    case 'accords':
      return false;
  }
}
