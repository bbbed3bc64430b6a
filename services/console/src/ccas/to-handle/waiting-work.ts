import { useQuery } from '@tanstack/react-query';
import type { GoAhead, Need, NeedList, NeedStatus } from '../../api/answers/needs';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import type { Kind } from './shown-kind';

/**
 * What waits for the CCAS. The rest waits for a service, which has its own list. A promise that was not kept and words
 * that nobody understood come before what no service takes yet: there, little can be done today.
 */
const waiting = ['returned', 'expired', 'to-classify', 'awaiting-service'] as const satisfies NeedStatus[];
const atMost = 200;
/** A need without a topic is published by nobody: the live stream cannot tell it. */
const untoldMs = 30_000;

/** Of everything, shown or not. */
export type Totals = Readonly<Record<(typeof waiting)[number], number>>;

async function waitingNeeds() {
  const lists = await Promise.all(
    waiting.map((status) => read<NeedList>('/api/ccas/needs', { query: { status, limit: atMost } })),
  );
  return {
    needs: lists.flatMap(({ items }) => items).sort(byTurn),
    totals: Object.fromEntries(waiting.map((status, at) => [status, lists[at]!.total])) as Totals,
    total: lists.reduce((sum, { total }) => sum + total, 0),
  };
}

export function useWaitingWork() {
  const may = useMay();
  const needs = useQuery({ queryKey: keys.toHandle, queryFn: waitingNeeds, refetchInterval: untoldMs });
  const goAheads = useQuery({
    queryKey: keys.goAheads,
    enabled: may('list', 'go-ahead'),
    queryFn: () => read<List<GoAhead>>('/api/ccas/go-aheads', { query: { status: 'asked' } }),
  });
  return { needs, goAheads };
}

/** What can be decided first; then the urgent; then the oldest wait. */
export function byTurn(one: Need, other: Need): number {
  const unserved = (need: Need) => Number(need.status === 'awaiting-service');
  if (unserved(one) !== unserved(other)) return unserved(one) - unserved(other);
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

/** How many of a kind, and whether there may be more than were read. */
export function countOf(kind: Kind, needs: readonly Need[], totals: Totals | undefined): string {
  const all = totals ?? { returned: 0, expired: 0, 'to-classify': 0, 'awaiting-service': 0 };
  switch (kind) {
    case 'a-classer':
      return String(all['to-classify']);
    case 'a-reorienter':
      return String(all.returned + all.expired);
    case 'sans-service':
      return String(all['awaiting-service']);
    case 'urgents':
    case 'accords': {
      const isAll = Object.values(all).every((total) => total <= atMost);
      return `${needs.filter((need) => isOfKind(need, kind)).length}${isAll ? '' : ' ou plus'}`;
    }
  }
}
