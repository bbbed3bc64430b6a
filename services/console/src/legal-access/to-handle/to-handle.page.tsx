import { Link, useNavigate } from '@tanstack/react-router';
import type { LegalRequest } from '../../api/answers/legal-access';
import { useHotkey } from '../../app/hotkeys';
import { Arrivals } from '../../ui/arrivals';
import { buttonClass } from '../../ui/button';
import { daysSince } from '../../ui/calendar';
import { Card } from '../../ui/card';
import { days } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { useSteady } from '../../ui/steady';
import { LawHead } from '../law-head';
import { useDemands, usePermanenceRequests, useRequests } from '../reads';
import { AttendanceCard } from './attendance-card';
import { useAttendanceDue } from './attendance-due';
import { AwaitedAnswers } from './awaited-answers';
import { WaitingTable } from './waiting-table';

/** The home of the access to law: today's people first, who waits for a date, what partners owe. */
export function LawToHandlePage() {
  const waiting = useRequests('waiting');
  const due = useAttendanceDue();
  const oldestFirst = waiting.data && [...waiting.data.items].sort(bySince);
  return (
    <>
      <LawHead title="À traiter" under={oldestFirst && summary(waiting.data!.total, oldestFirst[0]?.since)}>
        <FindDate />
      </LawHead>
      {waiting.error && <ProblemNote error={waiting.error} onRetry={() => void waiting.refetch()} />}
      {due.error && <ProblemNote error={due.error} onRetry={due.retry} />}
      <div className="flex flex-col gap-4">
        {due.rows && <AttendanceCard rows={due.rows} />}
        <WaitingCard requests={oldestFirst} isPending={waiting.isPending} />
        <Owed />
      </div>
      <Keys canNote={due.enabled} />
    </>
  );
}

interface WaitingCardProps {
  readonly requests: readonly LegalRequest[] | undefined;
  readonly isPending: boolean;
}

function WaitingCard({ requests, isPending }: WaitingCardProps) {
  const demands = useDemands();
  const steady = useSteady('waiting', requests, ({ needId }) => needId);
  const isAny = steady.rows.length > 0;
  return (
    <div>
      <Arrivals
        count={steady.arrived}
        one="nouvelle demande"
        many="nouvelles demandes"
        onShow={steady.adopt}
      />
      <Card bare title={isAny ? 'Attendent une date' : undefined}>
        {isPending && <Loading />}
        {isAny && (
          <WaitingTable requests={steady.rows} gone={steady.gone} demands={demands.data?.items ?? []} />
        )}
        {requests && !isAny && <NobodyWaits />}
      </Card>
    </div>
  );
}

function Owed() {
  const asked = usePermanenceRequests().data?.items.filter(isAwaited) ?? [];
  return <AwaitedAnswers asked={asked} />;
}

const bySince = (one: LegalRequest, other: LegalRequest) =>
  (one.since ?? '').localeCompare(other.since ?? '') || one.needId.localeCompare(other.needId);

const isAwaited = ({ status }: { readonly status: string }) => status === 'held' || status === 'asked';

function summary(total: number, oldest: string | undefined): string {
  if (total === 0) return 'Personne n’attend de date';
  const waited = oldest === undefined ? 0 : daysSince(oldest);
  const since = waited === 0 ? '' : `, la plus ancienne depuis ${days(waited)}`;
  return total === 1 ? `1 demande attend une date${since}` : `${total} demandes attendent une date${since}`;
}

function FindDate() {
  const navigate = useNavigate();
  useHotkey('d', () => void navigate({ to: '/acces-au-droit/dates' }));
  return (
    <Link to="/acces-au-droit/dates" className={buttonClass('filled')}>
      Trouver une date
      <kbd aria-hidden className="border-current bg-transparent text-current max-sm:hidden">
        D
      </kbd>
    </Link>
  );
}

function NobodyWaits() {
  return (
    <EmptyState title="Personne n’attend de date">
      Chaque demande a son rendez-vous. Ils sont dans{' '}
      <Link to="/acces-au-droit/agenda" className="link">
        l’agenda de la semaine
      </Link>
      .
    </EmptyState>
  );
}

function Keys({ canNote }: { readonly canNote: boolean }) {
  return (
    <p className="no-print mt-2.5 text-xs text-ink-3 max-sm:hidden">
      <kbd>↑</kbd> <kbd>↓</kbd> parcourir · <kbd>Entrée</kbd> trouver une date
      {canNote && (
        <>
          {' '}
          · <kbd>V</kbd> venue · <kbd>A</kbd> absente
        </>
      )}{' '}
      · <kbd>D</kbd> chercher une date
    </p>
  );
}
