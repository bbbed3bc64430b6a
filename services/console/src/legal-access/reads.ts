import { useQuery } from '@tanstack/react-query';
import type { DayList, Demand, LegalRequest, PermanenceRequest, Place } from '../api/answers/legal-access';
import type { List } from '../api/answers/list';
import { read } from '../api/client';
import { keys } from '../api/keys';
import { useMay } from '../app/session';

export const atMost = 500;

/** The requests of one state, of one topic or of all. */
export function useRequests(status: 'waiting' | 'placed', topic?: string) {
  const may = useMay();
  return useQuery({
    queryKey: [...keys.requests, status, topic],
    enabled: may('list', 'request'),
    queryFn: () =>
      read<List<LegalRequest>>('/api/legal-access/requests', { query: { status, topic, limit: atMost } }),
  });
}

/** No event tells that a session was cancelled or closed elsewhere: it is asked again when one comes back to the page. */
export function useDayList(day: 'today' | 'tomorrow', enabled = true) {
  return useQuery({
    queryKey: keys.dayList(day),
    enabled,
    refetchOnWindowFocus: true,
    queryFn: () => read<DayList>(`/api/legal-access/${day}`),
  });
}

export function useDemands() {
  const may = useMay();
  return useQuery({
    queryKey: keys.demands,
    enabled: may('list', 'demand'),
    queryFn: () => read<List<Demand>>('/api/legal-access/demands'),
  });
}

export function usePermanenceRequests() {
  const may = useMay();
  return useQuery({
    queryKey: keys.permanenceRequests,
    enabled: may('list', 'permanence-request'),
    queryFn: () =>
      read<List<PermanenceRequest>>('/api/legal-access/permanence-requests', { query: { limit: atMost } }),
  });
}

export function usePlaces() {
  return useQuery({
    queryKey: keys.places,
    staleTime: 60_000,
    queryFn: () => read<List<Place>>('/api/legal-access/places'),
  });
}
