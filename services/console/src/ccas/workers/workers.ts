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

export const workerName = (worker: Pick<WorkerLoad, 'name'> | undefined): string =>
  worker?.name ?? 'Agent sans nom connu';

export function needCount(count: number): string {
  return count > 1 ? `${count} besoins` : `${count} besoin`;
}

/** « 3 besoins confiés à Amel Kaci. 1 besoin reste : clos ou déjà confié. » */
export function handedSentence(handed: number, name: string, left: number): string {
  const done = `${needCount(handed)} ${handed > 1 ? 'confiés' : 'confié'} à ${name}.`;
  if (left === 0) return done;
  return `${done} ${needCount(left)} ${left > 1 ? 'restent : clos ou déjà confiés' : 'reste : clos ou déjà confié'}.`;
}
