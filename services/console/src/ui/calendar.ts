import { clock, parisToday } from './dates';
import { grouped } from './grouped';

/** Days as AAAA-MM-JJ: the same everywhere, whatever the zone of the machine. */
const dayMs = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string => dayOf(at(day) + count * dayMs);
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / dayMs);

/** 1 is Monday. */
export const weekdayOf = (day: string): number => new Date(at(day)).getUTCDay() || 7;
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** The day that it is in Paris at that instant. */
export const parisDayOf = (instant: string): string => parisToday(new Date(instant));

/** Whole days from then until today. */
export const daysSince = (instant: string): number => daysBetween(parisDayOf(instant), parisToday());

const inParis = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What a Paris clock shows then, in minutes since midnight. */
export function minutesInParis(instant: string): number {
  return minutesOf(inParis.format(new Date(instant)));
}

/** `14:30` → 870. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** 870 → 14 h 30. */
export function timeWords(minutes: number): string {
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}

/** 14 h – 16 h 30. */
export const span = (from: string, to: string): string => `${clock(from)} – ${clock(to)}`;

const named = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const short = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const first = (text: string) => text.replace(/(^|\s)1 (?=[a-zéû])/, '$11er ');

/** `2026-12-03` → jeudi 3 décembre. */
export const dayWords = (day: string): string => first(named.format(at(day)));
/** jeu. 3 déc. */
export const shortDay = (day: string): string => first(short.format(at(day)));

/** Rows of a list by day, in the order in which they come. */
export const byDay = <Row>(rows: readonly Row[], instantOf: (row: Row) => string): [string, Row[]][] =>
  grouped(rows, (row) => parisDayOf(instantOf(row)));
