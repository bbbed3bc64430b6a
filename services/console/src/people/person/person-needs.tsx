import { useQuery } from '@tanstack/react-query';
import type { Need, NeedList } from '../../api/answers/needs';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { NeedStage } from '../../ccas/need-stage';
import { NeedTitle } from '../../ccas/need-title';
import { nextStep } from '../../ccas/need-words';
import { Card } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { Table } from '../../ui/table';

/** Open first, then the history. */
export function PersonNeeds({ personId }: { readonly personId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: keys.needList({ personId }),
    queryFn: () => read<NeedList>('/api/ccas/needs', { query: { personId, limit: 200 } }),
  });
  const needs = [...(data?.items ?? [])].sort(openFirst);
  return (
    <Card title="Besoins" bare>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={3} />}
      {data && needs.length === 0 && <EmptyState title="Aucun besoin noté pour cette personne" />}
      {needs.length > 0 && (
        <Table
          caption="Besoins de la personne"
          rows={needs}
          rowKey={({ id }) => id}
          columns={[
            { title: 'Besoin, dans ses mots', cell: (need) => <NeedTitle need={need} /> },
            { title: 'Où en est-on', cell: (need) => <NeedStage need={need} /> },
            {
              title: 'Prochaine étape',
              cell: (need) => need.status !== 'closed' && <b className="font-semibold">{nextStep(need)}</b>,
            },
          ]}
        />
      )}
    </Card>
  );
}

function openFirst(one: Need, other: Need): number {
  const closed = (need: Need) => Number(need.status === 'closed');
  return closed(one) - closed(other) || other.notedAt.localeCompare(one.notedAt);
}
