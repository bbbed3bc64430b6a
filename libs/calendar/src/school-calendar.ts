import { readFileSync } from 'node:fs';
import { shippedSchoolCalendar } from './school-calendar.data';
import { schoolCalendarSchema } from './school-calendar.schema';
import type { LocalDate } from './local-date';
import type { SchoolCalendar, SchoolHoliday, SchoolZone } from './school-calendar.schema';

const shipped = schoolCalendarSchema.parse(shippedSchoolCalendar);
let inForce: SchoolCalendar = shipped;

/** The calendar in force: the shipped one until `reloadSchoolCalendar`. */
export function schoolHolidays(zone: SchoolZone): SchoolHoliday[] {
  return inForce.holidays.filter((it) => it.zones.includes(zone));
}

/**
 * True when that zone's schools are on holiday. Answers false outside the years that the calendar in force
 * covers: ask `schoolCalendarCovers` where that matters.
 */
export function isSchoolHoliday(when: LocalDate, zone: SchoolZone): boolean {
  return inForce.holidays.some((it) => it.zones.includes(zone) && it.from <= when && when < it.until);
}

/** True when the calendar in force says something about that day. */
export function schoolCalendarCovers(when: LocalDate): boolean {
  return inForce.knownFrom <= when && when < inForce.knownUntil;
}

/**
 * Replaces the calendar in force by the JSON file at that path (SCHOOL_CALENDAR_FILE), for this process.
 * A file that cannot be read or is malformed throws, in one sentence, and changes nothing.
 */
export function reloadSchoolCalendar(path: string): SchoolCalendar {
  const parsed = schoolCalendarSchema.safeParse(readJson(path));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(
      `The school calendar ${path} is malformed at ${issue?.path.join('.') || 'its root'}: ${issue?.message}`,
    );
  }
  inForce = parsed.data;
  return inForce;
}

/** Back to the calendar shipped with the software. */
export function restoreShippedSchoolCalendar(): void {
  inForce = shipped;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`The school calendar ${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}
