import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { LegalRequest } from '../../api/answers/legal-access';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { errorInstead } from '../../api/problem';
import { Card } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { LawHead } from '../law-head';
import { DatesFilter } from './dates-filter';
import { FreeDates } from './free-dates';
import { PickRequest } from './pick-request';
import { RequestPanel } from './request-panel';

const route = getRouteApi('/acces-au-droit/dates');

/** For who has somebody on the phone: the first free dates across all places, and the act that gives one. */
export function DatesPage() {
  const search = route.useSearch();
  const { pour: needId } = search;
  const request = useQuery({
    queryKey: keys.request(needId ?? ''),
    enabled: needId !== undefined,
    queryFn: () =>
      read<LegalRequest>('/api/legal-access/requests/{needId}', { path: { needId: needId ?? '' } }),
  });
  const instead = errorInstead(request);
  const chosen = needId === undefined ? undefined : request.data;
  const topic = chosen?.topic ?? search.sujet;
  return (
    <>
      <LawHead title="Trouver une date" under="Les premières dates libres, dans tous les lieux" />
      <div className="grid items-start gap-5 lg:grid-cols-[22rem_minmax(0,1fr)]">
        {needId === undefined ? (
          <PickRequest search={search} />
        ) : instead ? (
          <ProblemNote error={instead} onRetry={() => void request.refetch()} />
        ) : chosen ? (
          <RequestPanel request={chosen} search={search} />
        ) : (
          <Card>
            <Loading lines={4} />
          </Card>
        )}
        <div className="min-w-0">
          <DatesFilter search={search} topic={topic} fixed={chosen !== undefined} />
          {topic === undefined ? (
            <Card>
              <EmptyState title="De quoi s’agit-il ?">
                Choisissez un sujet ou une personne : les premières dates libres de tous les lieux s’affichent
                ici.
              </EmptyState>
            </Card>
          ) : (
            <FreeDates topic={topic} search={search} request={chosen} />
          )}
        </div>
      </div>
    </>
  );
}
