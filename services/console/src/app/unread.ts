import { useQuery } from '@tanstack/react-query';
import type { Inbox } from '../api/answers/messages';
import { read } from '../api/client';
import { keys } from '../api/keys';
import { useMay } from './session';

/** How many messages wait for the reader. */
export function useUnread(): number {
  const may = useMay();
  const { data } = useQuery({
    queryKey: [...keys.messages, 'unread'],
    enabled: may('list', 'message'),
    queryFn: () => read<Inbox>('/api/notifications/messages', { query: { unread: true, limit: 1 } }),
  });
  return data?.unread ?? 0;
}
