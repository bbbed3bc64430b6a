import { tzOffset } from '@date-fns/tz';
import { addDays, localDate, utcMidnight } from './local-date';
import type { LocalDate } from './local-date';

/** The only zone of this software: metropolitan France. Overseas towns would make it a setting. */
export const PARIS = 'Europe/Paris';

/** "Day 10" of a promise is a calendar day at this hour, Paris time. */
export const DUE_HOUR = '08:00';

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** The day it is in Paris at that instant. */
export function parisDay(instant: Date): LocalDate {
  return localDate(parisClock(instant).slice(0, 10));
}

/** What a Paris clock shows at that instant, 'HH:mm'. */
export function parisTime(instant: Date): string {
  return parisClock(instant).slice(11, 16);
}

/**
 * The instant at which a Paris clock shows that time ('HH:mm', 24 h) on that day.
 *
 * On the last Sunday of March 02:00–02:59 does not exist: the answer is one hour later on the clock
 * ('02:30' gives 03:30). On the last Sunday of October 02:00–02:59 comes twice: the answer is the first
 * (summer time). Throws RangeError when the day or the time is not one.
 */
export function parisInstant(day: LocalDate, time: string): Date {
  const wall = utcMidnight(day) + minutesOfDay(time) * MS_PER_MINUTE;
  const before = offset(wall - MS_PER_DAY);
  const after = offset(wall + MS_PER_DAY);
  for (const candidate of [before, after]) {
    const instant = wall - candidate;
    if (offset(instant) === candidate) return new Date(instant);
  }
  return new Date(wall - before);
}

/** Calendar day + n at 08:00, Paris: when a promise made on that day falls due. */
export function dueAt(day: LocalDate, n: number): Date {
  return parisInstant(addDays(day, n), DUE_HOUR);
}

/** True when the text is a time of day, 'HH:mm' from 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/** Minutes since midnight on the clock. Throws RangeError when the text is not 'HH:mm'. */
export function minutesOfDay(time: string): number {
  const match = TIME.exec(time);
  if (!match) throw new RangeError(`Not a time of day (HH:mm): ${JSON.stringify(time)}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

const knownOffsets = new Map<number, number>();

/**
 * Milliseconds that Paris is ahead of UTC. Since 1911 it changes at a whole hour only, so one answer holds for
 * the hour; the platform's own takes ten microseconds, and decisions ask for it thousands of times.
 */
function offset(instant: number): number {
  const hour = Math.floor(instant / MS_PER_HOUR);
  const known = knownOffsets.get(hour);
  if (known !== undefined) return known;
  // A year has 8,766 hours: a process never looks at more than a few years at a time.
  if (knownOffsets.size > 100_000) knownOffsets.clear();
  const found = tzOffset(PARIS, new Date(instant)) * MS_PER_MINUTE;
  knownOffsets.set(hour, found);
  return found;
}

function parisClock(instant: Date): string {
  return new Date(instant.getTime() + offset(instant.getTime())).toISOString();
}
