import { useQuery } from '@tanstack/react-query';
import type { LegalRequest } from '../../api/answers/legal-access';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import { atMost, useDayList } from '../reads';
import { dueFrom } from './due';

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
