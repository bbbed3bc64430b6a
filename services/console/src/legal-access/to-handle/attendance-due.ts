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
  const all = [...past.flatMap(pastDue), ...today.flatMap(dueToday)];
  const rows = new Map(all.map((due) => [due.needId, due]));
  return [...rows.values()].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

function pastDue({ needId, personId, topicLabel, appointment }: LegalRequest): Due[] {
  if (!appointment) return [];
  const { startsAt, placeName, confirmed = false } = appointment;
  return [{ needId, personId, topicLabel, startsAt, placeName, confirmed }];
}

function dueToday({ placeName, slots }: DayList['items'][number]): Due[] {
  return slots.flatMap(({ needId, personId, topicLabel = '', startsAt, confirmed = false, attendance }) =>
    needId === undefined || personId === undefined || attendance !== undefined
      ? []
      : [{ needId, personId, topicLabel, startsAt, placeName, confirmed }],
  );
}
