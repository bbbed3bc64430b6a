import type { Notified } from './delivery';
import { place } from './writing/appointment-details';
import type { Words } from './writing/writing';

/** What goes into somebody's own calendar. */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  /** The appointment's id: moving or cancelling finds the same entry, never a second one. */
  readonly uid: string;
  readonly sequence: number;
  /** When this state of it was decided: the same however often the mail is tried. */
  readonly decidedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly location: string;
}

/** Calendars are shared and shown on lock screens: to somebody in danger it is an appointment somewhere, no more. */
export function calendarPart(
  method: 'request' | 'cancel',
  { fact, plannedAt: decidedAt }: Pick<Notified, 'fact' | 'plannedAt'>,
  words: Words,
  neutral: boolean,
): CalendarPart | undefined {
  const { appointmentId: uid, startsAt, endsAt, revision = 0, placeAddress = '' } = fact;
  if (uid === undefined || startsAt === undefined || endsAt === undefined) return undefined;
  return {
    method: method === 'request' ? 'REQUEST' : 'CANCEL',
    uid,
    sequence: revision,
    decidedAt,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    summary: neutral ? 'Rendez-vous' : `Rendez-vous : ${words.topic(fact.topic ?? '')}`,
    location: neutral ? placeAddress : place(fact),
  };
}
