import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NeedList } from '../../api/answers/needs';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { EmptyState } from '../../ui/empty-state';
import { Listed } from '../../ui/listed';
import { PageHead } from '../../ui/page-head';
import { ClassifyOne } from './classify-one';

/** One need at a time, its words in large, one key a topic: a queue is emptied without the mouse. */
export function ClassifyPage() {
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const queue = useQuery({
    queryKey: [...keys.needs, 'to-classify'],
    queryFn: () => read<NeedList>('/api/ccas/needs/to-classify', { query: { limit: 100 } }),
  });
  const { items = [], total = 0 } = queue.data ?? {};
  const first = items.find(({ id }) => !passed.has(id));
  const client = useQueryClient();
  const comeBack = (id: string) => {
    setPassed((before) => new Set([...before].filter((other) => other !== id)));
    void client.invalidateQueries({ queryKey: keys.needs });
  };
  const pass = (id: string) => setPassed((before) => new Set([...before, id]));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title="Classer" under={queue.data && queueSentence(total)} />
      {first ? (
        <ClassifyOne key={first.id} need={first} onDone={pass} onLater={pass} onBack={comeBack} />
      ) : (
        <Listed asked={queue} isEmpty empty={<NothingLeft total={total} />}>
          {null}
        </Listed>
      )}
    </div>
  );
}

function NothingLeft({ total }: { readonly total: number }) {
  return total === 0 ? (
    <EmptyState title="Tout est classé">
      Les mots de chaque personne ont un sujet. Ceux qui ne sont pas reconnus viendront ici.
    </EmptyState>
  ) : (
    <EmptyState title="Vous avez vu toute la file">
      Les besoins passés restent à classer : rechargez la page pour les revoir.
    </EmptyState>
  );
}

function queueSentence(total: number): string {
  if (total === 0) return 'Aucun besoin à classer';
  return total === 1
    ? '1 besoin dont les mots ne disent pas clairement un sujet'
    : `${total} besoins dont les mots ne disent pas clairement un sujet`;
}
