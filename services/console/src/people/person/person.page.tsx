import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { PersonPage as Page } from '../../api/answers/people';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { errorInstead } from '../../api/problem';
import { useHotkey } from '../../app/hotkeys';
import { useMay } from '../../app/session';
import { buttonClass } from '../../ui/button';
import { ageOn, longDay } from '../../ui/dates';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { fullName } from '../person-name';
import { CopyOfData } from './copy-of-data';
import { PersonAccesses } from './person-accesses';
import { PersonAppointments } from './person-appointments';
import { PersonJournal } from './person-journal';
import { PersonNeeds } from './person-needs';
import { PersonSide } from './person-side';

const route = getRouteApi('/personnes/$personId');

/** One person, one page: everything open or closed, as far as the reader's rights go. */
export function PersonPage() {
  const { personId } = route.useParams();
  const asked = useQuery({
    queryKey: keys.person(personId),
    queryFn: () => read<Page>('/api/people/persons/{id}', { path: { id: personId } }),
  });
  const error = errorInstead(asked);
  if (error) return <Failed error={error} retry={() => void asked.refetch()} />;
  return asked.data ? <Opened person={asked.data} /> : <Loading />;
}

function Opened({ person }: { readonly person: Page }) {
  const may = useMay();
  return (
    <>
      <PageHead title={fullName(person)} under={<Under person={person} />}>
        {may('export', 'person') && <CopyOfData person={person} />}
        {may('change', 'person') && person.status !== 'merged' && <EditLink personId={person.id} />}
        {may('identify', 'need') && (
          <Link to="/ccas/noter" search={{ personne: person.keptId }} className={buttonClass('filled')}>
            Noter un besoin
          </Link>
        )}
      </PageHead>
      {person.keptId !== person.id && <Merged keptId={person.keptId} />}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {may('list', 'need') && <PersonNeeds personId={person.keptId} />}
          {may('list', 'request') && <PersonAppointments personId={person.keptId} />}
          {may('list', 'access-log') && <PersonAccesses personId={person.keptId} />}
        </div>
        <div className="flex flex-col gap-5">
          <PersonSide person={person} />
          <PersonJournal personId={person.id} />
        </div>
      </div>
    </>
  );
}

/** The key does what the link does, where it is shown. */
function EditLink({ personId }: { readonly personId: string }) {
  const navigate = useNavigate();
  const to = { to: '/personnes/$personId/modifier', params: { personId } } as const;
  useHotkey('m', () => void navigate(to));
  return (
    <Link {...to} className={buttonClass('plain')}>
      Modifier
      <kbd aria-hidden className="max-sm:hidden">
        M
      </kbd>
    </Link>
  );
}

function Failed({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <>
      <PageHead title="Personne" />
      <ProblemNote error={error} onRetry={retry} />
    </>
  );
}

function Under({ person: { birthDate, trackingCode } }: { readonly person: Page }) {
  const born = birthDate === undefined ? '' : `${longDay(birthDate)}, ${ageOn(birthDate)} ans · `;
  return (
    <>
      {born}code de suivi {trackingCode}
    </>
  );
}

function Merged({ keptId }: { readonly keptId: string }) {
  return (
    <p className="mb-4 rounded-s bg-info-bg px-4 py-2.5 text-info">
      Cette fiche a été réunie avec une autre.{' '}
      <Link to="/personnes/$personId" params={{ personId: keptId }} className="link font-medium">
        Ouvrir la fiche gardée
      </Link>
    </p>
  );
}
