import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LegalSession } from '../../api/answers/legal-access';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useNames } from '../../people/names';
import { PersonName } from '../../people/person-name';
import { topicLabel } from '../../ccas/topics';
import { parisDayOf, span } from '../../ui/calendar';
import { clock, weekday } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { Loading } from '../../ui/loading';
import { useNow } from '../../ui/now';
import { ProblemNote } from '../../ui/problem-note';
import { Tag } from '../../ui/tag';
import { roomAndProfession } from '../law-words';
import { useRequests } from '../reads';
import type { DatesSearch } from '../free-dates/dates-search';
import { SessionActs } from './session-acts';
import { fullness } from './session-block';

interface SessionDialogProps {
  readonly sessionId: string;
  readonly onClose: () => void;
}

export function SessionDialog({ sessionId, onClose }: SessionDialogProps) {
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.sessions, 'one', sessionId],
    queryFn: () => read<LegalSession>('/api/legal-access/sessions/{id}', { path: { id: sessionId } }),
  });
  const title = data ? `${roomAndProfession(data)}, ${weekday(data.startsAt)}` : 'Séance';
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={4} />}
      {data && <Opened session={data} onClose={onClose} />}
    </Dialog>
  );
}

function Opened({ session, onClose }: { readonly session: LegalSession; readonly onClose: () => void }) {
  const { placeName, placeAddress, startsAt, endsAt, topics } = session;
  return (
    <>
      <div>
        <p className="font-medium">
          {span(startsAt, endsAt)}, {placeName}
        </p>
        <p className="text-sm text-ink-2">{placeAddress}</p>
        <p className="mt-2 flex flex-wrap gap-1.5">
          {topics.map((topic) => (
            <Tag key={topic} tone="law">
              {topicLabel(topic)}
            </Tag>
          ))}
        </p>
        <p className="mt-2 text-sm text-ink-2">{fullness(session)}.</p>
      </div>
      {session.status !== 'cancelled' && <Slots session={session} />}
      <SessionActs session={session} onClose={onClose} />
    </>
  );
}

/** Who comes when. Of a past slot only the need is known here: a name is shown while its appointment stands. */
function Slots({ session: { slots, topics, startsAt, status } }: { readonly session: LegalSession }) {
  const now = useNow(30_000);
  const placed = useRequests('placed');
  const people = new Map(placed.data?.items.map(({ needId, personId }) => [needId, personId]));
  const names = useNames([...people.values()]);
  const search: DatesSearch = { sujet: topics[0] as DatesSearch['sujet'], des: parisDayOf(startsAt) };
  return (
    <ul aria-label="Créneaux" className="flex flex-col divide-y divide-line border-y border-line">
      {slots.map((slot) => (
        <li key={slot.startsAt} className="flex gap-4 py-1.5">
          <b className="w-16 shrink-0 font-semibold whitespace-nowrap">{clock(slot.startsAt)}</b>
          <div className="min-w-0">
            {slot.needId === undefined ? (
              status === 'open' && Date.parse(slot.startsAt) > now ? (
                <Link to="/acces-au-droit/dates" search={search} className="link">
                  Libre : donner cette date
                </Link>
              ) : (
                <span className="text-ink-3">Libre</span>
              )
            ) : people.has(slot.needId) ? (
              <PersonName personId={people.get(slot.needId)!} names={names} />
            ) : (
              <span className="text-ink-2">{attendanceWords(slot.attendance)}</span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function attendanceWords(attendance: 'attended' | 'absent' | undefined): string {
  if (attendance === 'attended') return 'Pris, la personne est venue';
  return attendance === 'absent' ? 'Pris, la personne était absente' : 'Pris';
}
