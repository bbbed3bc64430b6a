import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { keys } from '../../api/keys';
import type { Problem } from '../../api/problem';

export interface HandOver {
  readonly from: string;
  readonly to: string;
  readonly needIds: readonly string[];
}

interface HandedOver {
  readonly handed: number;
  readonly left: readonly string[];
}

/** The service takes so many in one act. */
const atOnce = 100;

export async function handOver({ from, to, needIds }: HandOver): Promise<HandedOver> {
  let handed = 0;
  const left: string[] = [];
  for (let at = 0; at < needIds.length; at += atOnce) {
    const body = { from, to, needIds: needIds.slice(at, at + atOnce) };
    const done = await answer<HandedOver>(api.POST('/api/ccas/needs/hand-over', { body }));
    handed += done.handed;
    left.push(...done.left);
  }
  return { handed, left };
}

export function useHandOver(done: (after: HandedOver, order: HandOver) => void) {
  const client = useQueryClient();
  return useMutation<HandedOver, Problem, HandOver>({
    mutationFn: handOver,
    onSuccess: done,
    onSettled: (_after, _error, { needIds }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.needs }),
        ...needIds.map((id) => client.invalidateQueries({ queryKey: keys.need(id) })),
      ]),
  });
}

/** What went back is what had gone. */
export function handBack({ from, to, needIds }: HandOver, left: readonly string[]): () => Promise<unknown> {
  return () => handOver({ from: to, to: from, needIds: needIds.filter((id) => !left.includes(id)) });
}
