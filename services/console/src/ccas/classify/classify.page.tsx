import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NeedList } from '../../api/answers/needs';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { Card } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { ClassifyOne } from './classify-one';

/** One need at a time, its words in large, one key a topic: a queue is emptied without the mouse. */
export function ClassifyPage() {
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...keys.needs, 'to-classify'],
    queryFn: () => read<NeedList>('/api/ccas/needs/to-classify', { query: { limit: 100 } }),
  });
  const waiting = data?.items.filter(({ id }) => !passed.has(id)) ?? [];
  const pass = (id: string) => setPassed((before) => new Set([...before, id]));
  const [first] = waiting;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title="Classer" under={data && queueSentence(data.total)} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {first && <ClassifyOne key={first.id} need={first} onDone={pass} onLater={pass} />}
      {data && !first && (
        <Card bare>
          <EmptyState title={data.total === 0 ? 'Tout est classé' : 'Vous avez vu toute la file'}>
            {data.total === 0
              ? 'Les mots de chaque personne ont un sujet. Ceux qui ne sont pas reconnus viendront ici.'
              : 'Les besoins passés restent à classer : rechargez la page pour les revoir.'}
          </EmptyState>
        </Card>
      )}
    </div>
  );
}

function queueSentence(total: number): string {
  if (total === 0) return 'Aucun besoin à classer';
  return total === 1
    ? '1 besoin dont les mots ne disent pas clairement un sujet'
    : `${total} besoins dont les mots ne disent pas clairement un sujet`;
}
