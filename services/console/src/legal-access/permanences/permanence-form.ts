import { minutesOf } from '../../ui/calendar';
import { parisToday } from '../../ui/dates';
import type { LawTopic } from '../law-words';
import { rruleOf, type Frequency } from './rule';

export type Profession = 'lawyer' | 'jurist' | 'family-adviser' | 'victim-support' | 'mjd';

/** What is typed. The id is made once: sent twice, it opens one permanence. */
export interface PermanenceForm {
  readonly id: string;
  readonly placeId: string;
  readonly room: string;
  readonly profession: Profession | '';
  readonly topics: readonly LawTopic[];
  readonly frequency: Frequency;
  readonly weekdays: readonly number[];
  readonly nth: number;
  readonly startTime: string;
  readonly endTime: string;
  readonly slotMinutes: string;
  readonly from: string;
  readonly to: string;
  readonly skipPublicHolidays: boolean;
  readonly skipSchoolHolidays: boolean;
}

export function emptyForm(id: string, topic: LawTopic | undefined): PermanenceForm {
  return {
    id,
    placeId: '',
    room: '',
    profession: '',
    topics: topic ? [topic] : [],
    frequency: 'weekly',
    weekdays: [],
    nth: 1,
    startTime: '14:00',
    endTime: '17:00',
    slotMinutes: '30',
    from: parisToday(),
    to: '',
    skipPublicHolidays: true,
    skipSchoolHolidays: false,
  };
}

/** The rest is proposed: it is not worth keeping alone. */
export const isStarted = ({ placeId, profession, weekdays }: PermanenceForm): boolean =>
  placeId !== '' || profession !== '' || weekdays.length > 0;

/** What is missing, at its field; empty when it can be sent. The service decides the rest. */
export function missing(form: PermanenceForm, rooms: readonly string[]): ReadonlyMap<string, string> {
  const found: [string, string][] = [];
  if (form.placeId === '') found.push(['placeId', 'Choisissez un lieu.']);
  if (rooms.length > 0 && form.room === '') found.push(['room', 'Choisissez une salle.']);
  if (form.profession === '') found.push(['profession', 'Dites qui reçoit.']);
  if (form.topics.length === 0) found.push(['topics', 'Choisissez au moins un sujet.']);
  if (form.weekdays.length === 0) found.push(['rrule', 'Choisissez au moins un jour.']);
  if (!(form.startTime < form.endTime)) found.push(['durationMinutes', 'La fin vient après le début.']);
  if (form.from === '') found.push(['from', 'Donnez la première date.']);
  return new Map(found);
}

/** Versailles, with its whole academy, is in zone C. */
const zone = 'C';

export function bodyOf(form: PermanenceForm) {
  const { id, placeId, room, topics, startTime, endTime, from, to, skipPublicHolidays } = form;
  return {
    ...{ id, placeId, startTime, from, skipPublicHolidays, topics: [...topics] },
    profession: form.profession as Profession,
    rrule: rruleOf(form),
    durationMinutes: minutesOf(endTime) - minutesOf(startTime),
    slotMinutes: Number(form.slotMinutes),
    ...(room !== '' && { room }),
    ...(to !== '' && { to }),
    ...(form.skipSchoolHolidays && ({ skipSchoolHolidays: zone } as const)),
  };
}
