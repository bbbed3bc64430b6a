import { useQuery } from '@tanstack/react-query';
import type { DayList, LegalRequest } from '../../api/answers/legal-access';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import { atMost, useDayList } from '../reads';

/** An appointment of today, or a past one whose end nobody noted. */
export interface Due {
  readonly needId: string;
  readonly personId: string;
  readonly topicLabel: string;
  readonly startsAt: string;
  readonly placeName: string;
  readonly confirmed: boolean;
}

export function useAttendanceDue() {
  const enabled = useMay()('record-attendance', 'request');
  const past = useQuery({
    queryKey: [...keys.requests, 'attendance-due'],
    enabled,
    refetchOnWindowFocus: true,
    queryFn: () =>
      read<List<LegalRequest>>('/api/legal-access/requests', {
        query: { attendanceDue: true, limit: atMost },
      }),
  });
  const today = useDayList('today', enabled);
  const isRead = past.data !== undefined && today.data !== undefined;
  return {
    enabled,
    rows: isRead ? dueFrom(past.data.items, today.data.items) : undefined,
    error: past.error ?? today.error,
    retry: () => void Promise.all([past.refetch(), today.refetch()]),
  };
}

/** One line an appointment, the oldest first. */
export function dueFrom(past: readonly LegalRequest[], today: DayList['items']): Due[] {
  const rows = new Map<string, Due>();
  for (const { needId, personId, topicLabel, appointment } of past) {
    if (!appointment) continue;
    const { startsAt, placeName, confirmed = false } = appointment;
    rows.set(needId, { needId, personId, topicLabel, startsAt, placeName, confirmed });
  }
  for (const { placeName, slots } of today) {
    for (const { needId, personId, topicLabel, startsAt, confirmed = false, attendance } of slots) {
      if (needId === undefined || personId === undefined || attendance !== undefined) continue;
      rows.set(needId, { needId, personId, topicLabel: topicLabel ?? '', startsAt, placeName, confirmed });
    }
  }
  return [...rows.values()].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}
