import type { LegalSession, Place } from '../../api/answers/legal-access';
import { addDays, minutesInParis, minutesOf, parisDayOf, weekdayOf } from '../../ui/calendar';
import { grouped } from '../../ui/grouped';

/** A row of the drawing is a quarter of an hour. */
const rowMinutes = 15;

export interface Band {
  readonly from: number;
  readonly to: number;
}

export interface Laid {
  readonly session: LegalSession;
  readonly from: number;
  readonly to: number;
  /** Sessions at the same time stand side by side. */
  readonly lane: number;
}

export interface WeekDay {
  readonly day: string;
  /** In minutes since midnight. */
  readonly openings: readonly Band[];
  readonly laid: readonly Laid[];
  readonly lanes: number;
}

export interface Week {
  readonly days: readonly WeekDay[];
  /** First and last minute drawn, whole hours. */
  readonly from: number;
  readonly to: number;
}

/** One agenda: a place with its opening hours, or a profession. */
export interface Agenda {
  readonly key: string;
  readonly title: string;
  readonly openings: Place['openings'];
  readonly sessions: readonly LegalSession[];
}

/** Every place has its agenda, empty or not; so has each partner that receives at its own premises. */
export function agendasByPlace(places: readonly Place[], sessions: readonly LegalSession[]): Agenda[] {
  const own = places.map(({ id, name, openings }) => ({
    key: id,
    title: name,
    openings,
    sessions: sessions.filter(({ placeId }) => placeId === id),
  }));
  const known = new Set(places.map(({ id }) => id));
  const elsewhere = grouped(
    sessions.filter(({ placeId }) => placeId === undefined || !known.has(placeId)),
    ({ placeName }) => placeName,
  );
  return [...own, ...elsewhere.map(([title, held]) => ({ key: title, title, openings: [], sessions: held }))];
}

export function agendasByProfession(sessions: readonly LegalSession[]): Agenda[] {
  return grouped(sessions, ({ profession }) => profession).map(([key, held]) => ({
    key,
    title: held[0]!.professionLabel,
    openings: [],
    sessions: held,
  }));
}

/** What is drawn of a week in which nothing opens and nothing is held. */
const usualHours: Band = { from: 9 * 60, to: 12 * 60 };

/** Monday to Friday, and the days after when something opens or is held on them. */
export function weekOf(monday: string, { openings, sessions }: Agenda): Week {
  const days = [1, 2, 3, 4, 5, 6, 7]
    .map((weekday) => dayOf(addDays(monday, weekday - 1), openings, sessions))
    .filter(({ day, openings: bands, laid }) => weekdayOf(day) <= 5 || bands.length + laid.length > 0);
  const spans = days.flatMap((day) => [...day.openings, ...day.laid]);
  const drawn = spans.length === 0 ? [usualHours] : spans;
  const from = Math.min(...drawn.map((one) => one.from));
  const to = Math.max(...drawn.map((one) => one.to));
  return { days, from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

function dayOf(day: string, openings: Place['openings'], sessions: readonly LegalSession[]): WeekDay {
  const bands = openings
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }));
  const held = sessions.filter(({ startsAt }) => parisDayOf(startsAt) === day);
  const laid = inLanes(held);
  return { day, openings: bands, laid, lanes: Math.max(1, ...laid.map(({ lane }) => lane)) };
}

/** Each session takes the first lane that is free when it begins. */
function inLanes(sessions: readonly LegalSession[]): Laid[] {
  const ends: number[] = [];
  return sessions.map((session) => {
    const from = minutesInParis(session.startsAt);
    const to = Math.max(minutesInParis(session.endsAt), from + rowMinutes);
    const free = ends.findIndex((end) => end <= from);
    const at = free === -1 ? ends.length : free;
    ends[at] = to;
    return { session, from, to, lane: at + 1 };
  });
}

/** Where a minute stands in the grid of a day: lines are counted from 1. */
export const rowOf = (minute: number, { from }: Pick<Week, 'from'>): number =>
  Math.round((minute - from) / rowMinutes) + 1;
export const rowsOf = ({ from, to }: Pick<Week, 'from' | 'to'>): number => (to - from) / rowMinutes;
