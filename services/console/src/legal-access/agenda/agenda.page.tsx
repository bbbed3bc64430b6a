import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { LegalSession } from '../../api/answers/legal-access';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useHotkey } from '../../app/hotkeys';
import { Button, buttonClass } from '../../ui/button';
import { addDays, dayWords, mondayOf } from '../../ui/calendar';
import { Card } from '../../ui/card';
import { parisToday } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { LawHead } from '../law-head';
import { atMost, usePlaces } from '../reads';
import { AgendaFilter } from './agenda-filter';
import type { AgendaSearch } from './agenda-search';
import { SessionDialog } from './session-dialog';
import { agendasByPlace, agendasByProfession, weekOf, type Agenda } from './week';
import { WeekGrid } from './week-grid';

const route = getRouteApi('/acces-au-droit/agenda');

/** The week, by place with its opening hours under the sessions, or by professional. */
export function AgendaPage() {
  const search = route.useSearch();
  const monday = mondayOf(search.semaine ?? parisToday());
  const { agendas, sessions, error, retry } = useAgendas(search.par, monday);
  const shown = agendas?.filter(({ key }) => search.qui === undefined || key === search.qui);
  return (
    <>
      <LawHead title={`Semaine du ${dayWords(monday)}`} under={sessions && summary(sessions)}>
        <Turn monday={monday} search={search} />
      </LawHead>
      <AgendaFilter search={search} agendas={agendas ?? []} />
      {error && <ProblemNote error={error} onRetry={retry} />}
      {!shown && !error && <Loading />}
      {shown && <Weeks monday={monday} search={search} shown={shown} />}
      <OpenSession search={search} />
    </>
  );
}

interface WeeksProps {
  readonly monday: string;
  readonly search: AgendaSearch;
  readonly shown: readonly Agenda[];
}

function Weeks({ monday, search, shown }: WeeksProps) {
  if (shown.length === 0) return <Nothing search={search} />;
  return (
    <div className="flex flex-col gap-4">
      {shown.map((agenda) => (
        <Card key={agenda.key} title={agenda.title}>
          <WeekGrid week={weekOf(monday, agenda)} search={search} hasOpenings={agenda.openings.length > 0} />
        </Card>
      ))}
    </div>
  );
}

/** Over the page, by its address: closed, the page is where it was. */
function OpenSession({ search }: { readonly search: AgendaSearch }) {
  const navigate = useNavigate();
  if (search.ouvrir === undefined) return null;
  const close = () =>
    void navigate({
      to: '/acces-au-droit/agenda',
      search: { ...search, ouvrir: undefined },
      resetScroll: false,
    });
  return <SessionDialog sessionId={search.ouvrir} onClose={close} />;
}

function useAgendas(par: AgendaSearch['par'], monday: string) {
  const places = usePlaces();
  const sessions = useWeek(monday);
  const held = sessions.data?.items;
  const isRead = places.data !== undefined && held !== undefined;
  return {
    agendas: !isRead
      ? undefined
      : par === 'professionnel'
        ? agendasByProfession(held)
        : agendasByPlace(places.data.items, held),
    sessions: held,
    error: places.error ?? sessions.error,
    retry: () => void Promise.all([places.refetch(), sessions.refetch()]),
  };
}

function useWeek(monday: string) {
  return useQuery({
    queryKey: keys.week(monday),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: true,
    queryFn: () =>
      read<List<LegalSession>>('/api/legal-access/sessions', {
        query: { from: monday, to: addDays(monday, 6), limit: atMost },
      }),
  });
}

function summary(sessions: readonly LegalSession[]): string {
  const held = sessions.filter(({ status }) => status !== 'cancelled');
  const free = held.reduce((sum, session) => sum + session.free, 0);
  const booked = held.reduce((sum, session) => sum + session.booked, 0);
  if (held.length === 0) return 'Aucune séance cette semaine';
  const many = held.length > 1 ? `${held.length} séances` : '1 séance';
  return `${many}, ${booked} rendez-vous, ${free > 1 ? `${free} créneaux libres` : `${free} créneau libre`}`;
}

/** ← and → turn the page of the week. */
function Turn({ monday, search }: { readonly monday: string; readonly search: AgendaSearch }) {
  const navigate = useNavigate();
  const week = (semaine: string | undefined) => ({ ...search, ouvrir: undefined, semaine });
  const before = week(addDays(monday, -7));
  const after = week(addDays(monday, 7));
  useHotkey('arrowleft', () => void navigate({ to: '/acces-au-droit/agenda', search: before }));
  useHotkey('arrowright', () => void navigate({ to: '/acces-au-droit/agenda', search: after }));
  return (
    <>
      <Link to="/acces-au-droit/agenda" search={before} className={buttonClass('plain')}>
        <span aria-hidden>←</span> Semaine précédente
      </Link>
      <Link to="/acces-au-droit/agenda" search={week(undefined)} className={buttonClass('quiet')}>
        Cette semaine
      </Link>
      <Link to="/acces-au-droit/agenda" search={after} className={buttonClass('plain')}>
        Semaine suivante <span aria-hidden>→</span>
      </Link>
      <Button look="quiet" onPress={() => window.print()}>
        Imprimer
      </Button>
    </>
  );
}

function Nothing({ search }: { readonly search: AgendaSearch }) {
  return (
    <Card>
      <EmptyState title="Rien à montrer pour cette semaine">
        {search.qui === undefined ? (
          <Link to="/acces-au-droit/permanences" className="link">
            Voir les permanences
          </Link>
        ) : (
          <Link to="/acces-au-droit/agenda" search={{ ...search, qui: undefined }} className="link">
            Tout afficher
          </Link>
        )}
      </EmptyState>
    </Card>
  );
}
