import { Link } from '@tanstack/react-router';
import type { ExpectedSlot, LegalSession } from '../../api/answers/legal-access';
import type { NamedPerson } from '../../api/answers/people';
import { PersonName } from '../../people/person-name';
import { dayWords, span } from '../../ui/calendar';
import { Card } from '../../ui/card';
import { useMay } from '../../app/session';
import { clock, parisToday } from '../../ui/dates';
import { useNow } from '../../ui/now';
import { Tag } from '../../ui/tag';
import { roomAndProfession } from '../law-words';
import { firstPlace } from '../walk-in/room-left';

interface PlaceListProps {
  readonly place: string;
  readonly day: string;
  readonly sessions: readonly LegalSession<ExpectedSlot>[];
  readonly names: ReadonlyMap<string, NamedPerson> | undefined;
}

/** One place, one sheet: what the desk reads out, and a box to tick by hand. */
export function PlaceList({ place, day, sessions, names }: PlaceListProps) {
  return (
    <div className="sheet">
      <Card title={place} bare aside={<span className="text-xs text-ink-3">{dayWords(day)}</span>}>
        <p className="px-4 pb-2 text-xs text-ink-3">{sessions[0]?.placeAddress}</p>
        {sessions.map((session) => (
          <div key={session.id} className="border-t border-line px-4 py-3">
            <h3 className="font-semibold">
              {span(session.startsAt, session.endsAt)} · {roomAndProfession(session)}
              {session.status === 'closed' && (
                <span className="font-normal text-ink-2"> (ne prend plus de rendez-vous)</span>
              )}
            </h3>
            {day === parisToday() && <WalkInLink session={session} />}
            <Expected session={session} names={names} />
          </div>
        ))}
      </Card>
    </div>
  );
}

/** For whoever comes without having called. */
function WalkInLink({ session }: { readonly session: LegalSession<ExpectedSlot> }) {
  const mayReceive = useMay()('record-walk-in', 'session');
  const now = useNow(lookAgainMs);
  if (!mayReceive || firstPlace(session, now) === undefined) return null;
  return (
    <Link
      to="/acces-au-droit/sans-rendez-vous"
      search={{ choix: session.id }}
      className="link no-print inline-flex min-h-6 items-center text-sm"
    >
      Recevoir sans rendez-vous
    </Link>
  );
}
const lookAgainMs = 30_000;

function Expected({
  session: { slots },
  names,
}: {
  readonly session: LegalSession<ExpectedSlot>;
  readonly names: ReadonlyMap<string, NamedPerson> | undefined;
}) {
  return (
    <ul className="mt-1.5 divide-y divide-line">
      {slots.map((slot) => (
        <li key={slot.startsAt} className="flex items-start gap-3 py-1.5">
          <span aria-hidden className="mt-0.5 hidden size-4 shrink-0 border border-line-strong print:block" />
          <b className="w-16 shrink-0 font-semibold whitespace-nowrap">{clock(slot.startsAt)}</b>
          {slot.personId === undefined ? (
            <span className="text-ink-3">Libre</span>
          ) : (
            <div className="min-w-0 flex-1 sm:flex sm:gap-4">
              <div className="sm:w-64">
                <PersonName personId={slot.personId} names={names} />
              </div>
              <div className="flex flex-wrap content-start gap-1.5 sm:flex-1">
                <span>{slot.topicLabel}</span>
                {slot.urgency === 'urgent' && <Tag tone="bad">Urgent</Tag>}
                {slot.walkIn && <Tag>Sans rendez-vous</Tag>}
              </div>
              <div className="text-ink-2 sm:w-40 sm:text-right">{state(slot)}</div>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function state({ attendance, confirmed }: ExpectedSlot): string {
  if (attendance === 'attended') return 'Venue';
  if (attendance === 'absent') return 'Absente';
  return confirmed ? 'Venue confirmée' : 'À confirmer';
}
