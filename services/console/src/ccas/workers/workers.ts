import { useQuery } from '@tanstack/react-query';
import type { WorkerLoad } from '../../api/answers/needs';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';

/** Who follows needs here, and how many: those who have most to decide first. */
export function useWorkers() {
  return useQuery({
    queryKey: keys.workers,
    queryFn: () => read<List<WorkerLoad>>('/api/ccas/needs/workers'),
  });
}
