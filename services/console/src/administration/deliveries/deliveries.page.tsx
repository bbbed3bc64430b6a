import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { List } from '../../api/answers/list';
import type { Delivery } from '../../api/answers/messages';
import { answer, api, read } from '../../api/client';
import { keys } from '../../api/keys';
import { asProblem } from '../../api/problem';
import { tellDone } from '../../app/undo';
import { useFileIds } from '../../people/files';
import { Arrivals } from '../../ui/arrivals';
import { EmptyState } from '../../ui/empty-state';
import { Listed } from '../../ui/listed';
import { PageHead } from '../../ui/page-head';
import { Pages } from '../../ui/pages';
import { useSteady } from '../../ui/steady';
import { DeliveryFilterBar } from './delivery-filter-bar';
import type { DeliveryFilters } from './delivery-filters';
import { DeliveryTable } from './delivery-table';

const route = getRouteApi('/envois');
const pageSize = 50;
/** What is planned or put off is told by no topic: asked again while somebody looks. */
const againMs = 10_000;

/** Everything that leaves the house, where it stands, and what an agent can do about it. */
export function DeliveriesPage() {
  const filters = route.useSearch();
  const page = filters.page ?? 1;
  const list = useDeliveries(filters, page);
  const steady = useSteady(JSON.stringify(filters), list.data?.items, ({ id }) => id);
  const total = list.data?.total ?? 0;
  const retrying = useRetry();
  return (
    <>
      <PageHead title="Envois" under={list.data && countSentence(total)} />
      <DeliveryFilterBar filters={filters} />
      <Arrivals
        count={page === 1 ? steady.arrived : 0}
        one="nouvel envoi"
        many="nouveaux envois"
        onShow={steady.adopt}
      />
      <Listed asked={list} isEmpty={steady.rows.length === 0} empty={<Nothing />}>
        <DeliveryTable
          deliveries={steady.rows}
          gone={steady.gone}
          isRetrying={retrying.isPending}
          onRetry={retrying.mutate}
        />
      </Listed>
      <Pages page={page} of={Math.ceil(total / pageSize)}>
        {(to, label, words) => (
          <Link to="/envois" search={{ ...filters, page: to }} aria-label={words} className="link px-2 py-1">
            {label}
          </Link>
        )}
      </Pages>
    </>
  );
}

function useDeliveries({ etat, personne }: DeliveryFilters, page: number) {
  const { ids, isReady } = useFileIds(personne);
  const asked = { status: etat, personId: ids, outside: true };
  return useQuery({
    queryKey: [...keys.deliveries, 'list', asked, page],
    enabled: isReady,
    placeholderData: keepPreviousData,
    refetchInterval: againMs,
    queryFn: () =>
      read<List<Delivery>>('/api/notifications/deliveries', {
        query: { ...asked, limit: pageSize, offset: (page - 1) * pageSize },
      }),
  });
}

function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Delivery) =>
      answer(
        api.POST('/api/notifications/deliveries/{id}/retry', { params: { path: { id } }, body: { version } }),
      ),
    onSuccess: () => tellDone('Nouvel essai lancé.'),
    onError: (error) => tellDone(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: keys.deliveries }),
  });
}

function countSentence(total: number): string {
  return total > 1 ? `${total.toLocaleString('fr-FR')} envois` : `${total} envoi`;
}

function Nothing() {
  return (
    <EmptyState title="Aucun envoi ne correspond">
      <Link to="/envois" search={{}} className="link">
        Retirer tous les filtres
      </Link>
    </EmptyState>
  );
}
