import { Link } from '@tanstack/react-router';
import type { Demand, PermanenceRequest } from '../../api/answers/legal-access';
import { Card } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { grouped } from '../../ui/grouped';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { LawHead } from '../law-head';
import { people, wait } from '../law-words';
import { useDemands, usePermanenceRequests, useRequests } from '../reads';
import { TopicDemand } from './topic-demand';

/** For each topic: who waits since when, what was asked of which partner, and what they answered. */
export function DemandPage() {
  const { board, demands, error, retry } = useBoard();
  const waiting = useRequests('waiting').data?.items ?? [];
  return (
    <>
      <LawHead title="Attentes par sujet" under={demands && summary(demands)} />
      {error && <ProblemNote error={error} onRetry={retry} />}
      {!board && !error && <Loading />}
      {board?.length === 0 && <NothingYet />}
      <div className="flex flex-col gap-4">
        {board?.map(({ demand, requests }) => (
          <TopicDemand
            key={demand.topic}
            demand={demand}
            asked={requests}
            waiting={waiting.filter(({ topic }) => topic === demand.topic)}
          />
        ))}
      </div>
    </>
  );
}

function useBoard() {
  const demands = useDemands();
  const asked = usePermanenceRequests();
  return {
    board: demands.data && asked.data && boardOf(demands.data.items, asked.data.items),
    demands: demands.data?.items,
    error: demands.error ?? asked.error,
    retry: () => void Promise.all([demands.refetch(), asked.refetch()]),
  };
}

/** Where people wait, or where a partner was asked something. */
export function boardOf(demands: readonly Demand[], asked: readonly PermanenceRequest[]) {
  const byTopic = new Map(grouped(asked, ({ topic }) => topic));
  return demands
    .map((demand) => ({ demand, requests: byTopic.get(demand.topic) ?? [] }))
    .filter(({ demand, requests }) => demand.waitingCount > 0 || requests.length > 0);
}

function summary(demands: readonly Demand[]): string {
  const waiting = demands.reduce((sum, { waitingCount }) => sum + waitingCount, 0);
  if (waiting === 0) return 'Personne n’attend de date';
  return `${people(waiting)} ${wait(waiting)} une date`;
}

function NothingYet() {
  return (
    <Card>
      <EmptyState title="Aucune attente">
        Quand assez de personnes attendent un même sujet, une permanence est demandée à un partenaire : le
        suivi s’affiche ici. Les dates fixées sont dans{' '}
        <Link to="/acces-au-droit/agenda" className="link">
          l’agenda
        </Link>
        .
      </EmptyState>
    </Card>
  );
}
