import type { WorkerLoad } from '../../api/answers/needs';

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
