import type { LegalSession } from '../../api/answers/legal-access';
import { span } from '../../ui/calendar';
import { roomAndProfession } from '../law-words';

/** A session in the week: when, who receives, and how full it is. */
export function SessionBlock({ session }: { readonly session: LegalSession }) {
  const { startsAt, endsAt, status } = session;
  return (
    <>
      <b className={`block truncate font-semibold ${status === 'cancelled' ? 'line-through' : ''}`}>
        {span(startsAt, endsAt)}
      </b>
      <span className="block truncate">{roomAndProfession(session)}</span>
      <span className="block truncate text-ink-2">{fullness(session)}</span>
    </>
  );
}

export function fullness({ status, booked, free }: Pick<LegalSession, 'status' | 'booked' | 'free'>): string {
  if (status === 'cancelled') return 'Annulée';
  const taken = `${booked} pris`;
  if (status === 'closed') return `${taken}, ne prend plus de rendez-vous`;
  return free === 0 ? `${taken}, complète` : `${taken}, ${free > 1 ? `${free} libres` : '1 libre'}`;
}
