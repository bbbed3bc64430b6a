import type { Window } from '../domain/allocation';

/**
 * Sessions that have a free slot in that window for that topic: the same rule as the allocation's, as a query. A date
 * that a partner gave on request holds beyond the horizon.
 */
export function freeSessionsFilter(topic: string, { from, until }: Window) {
  return {
    'state.topics': topic,
    'state.status': 'open',
    'state.lastFreeAt': { $gte: from },
    $or: [{ 'state.startsAt': { $lte: until } }, { 'state.permanenceRequestId': { $exists: true } }],
  };
}
