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
  const demands = useDemands();
  const asked = usePermanenceRequests();
  const waiting = useRequests('waiting');
  const error = demands.error ?? asked.error ?? waiting.error;
  const isRead = demands.data !== undefined && asked.data !== undefined;
  const board = isRead ? boardOf(demands.data.items, asked.data.items) : [];
  return (
    <>
      <LawHead title="Attentes par sujet" under={isRead && summary(demands.data.items)} />
      {error && (
        <ProblemNote
          error={error}
          onRetry={() => void Promise.all([demands.refetch(), asked.refetch(), waiting.refetch()])}
        />
      )}
      {!isRead && !error && <Loading />}
      {isRead && board.length === 0 && <NothingYet />}
      <div className="flex flex-col gap-4">
        {board.map(({ demand, requests }) => (
          <TopicDemand
            key={demand.topic}
            demand={demand}
            asked={requests}
            waiting={waiting.data?.items.filter(({ topic }) => topic === demand.topic) ?? []}
          />
        ))}
      </div>
    </>
  );
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
