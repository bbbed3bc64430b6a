import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Need, WorkList } from '../../api/answers/needs';
import { useHotkey } from '../../app/hotkeys';
import { useMay } from '../../app/session';
import { Arrivals } from '../../ui/arrivals';
import { buttonClass } from '../../ui/button';
import { days } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Listed } from '../../ui/listed';
import { PageHead } from '../../ui/page-head';
import { Pages } from '../../ui/pages';
import { useSteady } from '../../ui/steady';
import { ReorientDialog } from '../need/reorient-dialog';
import { GoAheads } from './go-aheads';
import { KindChips } from './kind-chips';
import type { Kind } from './shown-kind';
import { countOfAll, pageSize, useWaitingWork } from './waiting-work';
import { WorkTable } from './work-table';

const route = getRouteApi('/ccas');

/** The home of the CCAS: what waits for its decision, the oldest promise first. */
export function ToHandlePage() {
  const { voir, page = 1 } = route.useSearch();
  const { needs, goAheads } = useWaitingWork(voir, page);
  const asked = goAheads.data?.items ?? [];
  return (
    <>
      <PageHead title="À traiter" under={needs.data && summary(needs.data)}>
        <NoteNeed />
      </PageHead>
      <KindChips counts={needs.data?.counts} goAheads={asked.length} shown={voir} />
      <div className="flex flex-col gap-4">
        {(voir === undefined || voir === 'accords') && (
          <GoAheads asked={asked} isAlone={voir === 'accords'} />
        )}
        {voir !== 'accords' && <Work asked={needs} kind={voir} page={page} />}
      </div>
    </>
  );
}

interface WorkProps {
  readonly asked: ReturnType<typeof useWaitingWork>['needs'];
  readonly kind: Kind | undefined;
  readonly page: number;
}

function Work({ asked, kind, page }: WorkProps) {
  const steady = useSteady(asked.data?.part ?? '', asked.data?.items, ({ id }) => id);
  const [chosen, choose] = useState<Need>();
  // What it has become since the key was pressed.
  const reoriented = chosen && (steady.rows.find(({ id }) => id === chosen.id) ?? chosen);
  const act = useActs(choose);
  return (
    <div>
      <Arrivals
        count={page === 1 ? steady.arrived : 0}
        one="nouveau besoin"
        many="nouveaux besoins"
        onShow={steady.adopt}
      />
      <Listed asked={asked} isEmpty={steady.rows.length === 0} empty={<NothingWaits />}>
        <WorkTable needs={steady.rows} gone={steady.gone} onKey={act} />
      </Listed>
      <WorkPages kind={kind} page={page} total={asked.data?.total} />
      {steady.rows.length > 0 && <Keys />}
      {reoriented && <ReorientDialog need={reoriented} onClose={() => choose(undefined)} />}
    </div>
  );
}

interface WorkPagesProps {
  readonly kind: Kind | undefined;
  readonly page: number;
  readonly total: number | undefined;
}

function WorkPages({ kind, page, total = 0 }: WorkPagesProps) {
  return (
    <Pages page={page} of={Math.ceil(total / pageSize)}>
      {(to, label, words) => (
        <Link to="/ccas" search={{ voir: kind, page: to }} aria-label={words} className="link px-2 py-1">
          {label}
        </Link>
      )}
    </Pages>
  );
}

function summary({ counts, oldest }: WorkList): string {
  const total = countOfAll(counts);
  if (total === 0) return 'Aucun besoin n’attend de décision';
  const since =
    oldest === undefined || oldest.days === 0 ? '' : `, le plus ancien depuis ${days(oldest.days)}`;
  return total === 1
    ? `1 besoin attend une décision${since}`
    : `${total} besoins attendent une décision${since}`;
}

function NoteNeed() {
  const navigate = useNavigate();
  const mayNote = useMay()('identify', 'need');
  useHotkey('n', mayNote ? () => void navigate({ to: '/ccas/noter' }) : undefined);
  if (!mayNote) return null;
  return (
    <Link to="/ccas/noter" className={buttonClass('filled')}>
      Noter un besoin
      <kbd aria-hidden className="border-current bg-transparent text-current max-sm:hidden">
        N
      </kbd>
    </Link>
  );
}

/** S: choose a topic. O: send elsewhere. On the row that has the focus. */
function useActs(reorient: (need: Need) => void) {
  const navigate = useNavigate();
  const may = useMay();
  return (key: string, need: Need) => {
    if (!may('change', 'need')) return;
    if (key === 's' && need.status === 'to-classify') void navigate({ to: '/ccas/classer' });
    if (key === 'o' && need.status !== 'to-classify') reorient(need);
  };
}

function NothingWaits() {
  return (
    <EmptyState title="Rien n’attend ici">
      Tout ce que le CCAS devait décider l’est. Les besoins suivis par un service sont dans{' '}
      <Link to="/ccas/besoins" className="link">
        tous les besoins
      </Link>
      .
    </EmptyState>
  );
}

function Keys() {
  return (
    <p className="no-print mt-2.5 text-xs text-ink-3 max-sm:hidden">
      <kbd>↑</kbd> <kbd>↓</kbd> parcourir · <kbd>Entrée</kbd> ouvrir · <kbd>S</kbd> choisir un sujet ·{' '}
      <kbd>O</kbd> orienter ailleurs · <kbd>N</kbd> noter un besoin
    </p>
  );
}
