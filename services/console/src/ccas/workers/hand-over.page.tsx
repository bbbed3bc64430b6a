import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Need } from '../../api/answers/needs';
import { keys } from '../../api/keys';
import { tellDone } from '../../app/undo';
import { EmptyState } from '../../ui/empty-state';
import { Listed } from '../../ui/listed';
import { focusTitle, PageHead } from '../../ui/page-head';
import { everyNeed } from '../every-need';
import { HandOverBar } from './hand-over-bar';
import { handBack, useHandOver } from './hand-over';
import { HandOverTable } from './hand-over-table';
import { handedSentence, needCount, workerName } from './worker-words';
import { useWorkers } from './workers';

const route = getRouteApi('/ccas/charge/confier');

/** Somebody is away, or has too much: their needs go to a colleague, some of them or all. */
export function HandOverPage() {
  const { de: from, choix } = route.useSearch();
  const workers = useWorkers();
  const needs = useNeedsOf(from);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set(choix === undefined ? [] : [choix]));
  const shown = needs.data ?? [];
  const going = shown.filter(({ id }) => chosen.has(id));
  const of = (id: string | undefined) => workers.data?.items.find((worker) => worker.id === id);
  const act = useHandOver(({ handed, left }, order) => {
    // Only who may be given needs can be given theirs back.
    const canGoBack = handed > 0 && of(order.from)?.mayBeGiven === true;
    const sentence = handedSentence(handed, workerName(of(order.to)), left.length);
    tellDone(sentence, canGoBack ? handBack(order, left) : undefined);
    choose(new Set());
    focusTitle();
  });
  if (from === undefined) return <Whose />;
  return (
    <>
      <PageHead
        title={`Confier les besoins de ${workerName(of(from))}`}
        over={
          <Link to="/ccas/charge" className="link">
            Charge par travailleur social
          </Link>
        }
        under={needs.data && `${needCount(shown.length)} en cours`}
      />
      {shown.length > 0 && (
        <HandOverBar
          colleagues={(workers.data?.items ?? []).filter(({ id, mayBeGiven }) => mayBeGiven && id !== from)}
          count={going.length}
          error={act.error}
          isBusy={act.isPending}
          onHandOver={(to) => act.mutate({ from, to, needIds: going.map(({ id }) => id) })}
        />
      )}
      <Listed asked={needs} isEmpty={shown.length === 0} empty={<NothingLeft />}>
        <HandOverTable needs={shown} chosen={chosen} onChoose={choose} />
      </Listed>
    </>
  );
}

function useNeedsOf(worker: string | undefined) {
  return useQuery<Need[]>({
    queryKey: [...keys.needs, 'of-worker', worker],
    enabled: worker !== undefined,
    queryFn: () => everyNeed({ worker }),
  });
}

function Whose() {
  return (
    <>
      <PageHead title="Confier des besoins" />
      <EmptyState title="Choisissez d’abord dont les besoins sont à confier">
        <Link to="/ccas/charge" className="link">
          Charge par travailleur social
        </Link>
      </EmptyState>
    </>
  );
}

function NothingLeft() {
  return (
    <EmptyState title="Aucun besoin en cours">
      Tout ce que cette personne suivait est confié ou clos.{' '}
      <Link to="/ccas/charge" className="link">
        Revenir à la charge de chacun
      </Link>
    </EmptyState>
  );
}
