import type { RequestLine } from '../api/answers/legal-access';
import { moment } from '../ui/dates';

type Data = RequestLine['data'];

const when = ({ startsAt }: Data) => (typeof startsAt === 'string' ? ` : ${moment(startsAt)}` : '');

const sentences: Readonly<Record<string, (data: Data) => string>> = {
  RequestFiled: () => 'Demande reçue',
  RequestQueued: () => 'Attend une date',
  RequestReoriented: () => 'Sujet changé par le CCAS',
  AppointmentBooked: (data) => `Rendez-vous fixé${when(data)}`,
  AppointmentMoved: (data) => `Rendez-vous déplacé${when(data)}`,
  AppointmentConfirmed: () => 'Venue confirmée',
  AppointmentCancelled: (data) => `Rendez-vous annulé${when(data)}`,
  AttendanceRecorded: ({ attendance }) => (attendance === 'attended' ? 'Présence notée' : 'Absence notée'),
  RequestReturned: () => 'Demande rendue au CCAS',
  RequestClosed: () => 'Demande close',
};

/** One line of the journal of a request, as people say it. */
export const sentenceOf = ({ type, data }: RequestLine): string =>
  sentences[type]?.(data) ?? 'Demande modifiée';

/** « par Nadia Lemoine »; of what the software did alone, nobody. */
export function whoDid({ actor, actorName }: RequestLine): string | undefined {
  if (actor === undefined || actor === null) return undefined;
  if (!actor.startsWith('link:')) return `par ${actorName ?? 'un agent'}`;
  return actor.includes('permanence') ? 'par le partenaire' : 'par la personne';
}
