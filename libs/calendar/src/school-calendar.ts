import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isLocalDate } from './local-date';
import { shippedSchoolCalendar } from './school-calendar.data';
import type { LocalDate } from './local-date';

/** Versailles, Paris, Créteil, Montpellier and Toulouse are zone C. */
export type SchoolZone = 'A' | 'B' | 'C';

const day = z.string().refine(isLocalDate, 'un jour s’écrit AAAA-MM-JJ');

const holiday = z
  .strictObject({
    name: z.string().min(1),
    zones: z.array(z.enum(['A', 'B', 'C'])).min(1),
    /** First day of the holiday. */
    from: day,
    /** Day that classes start again: not a holiday. */
    until: day,
    /** True while nobody has compared the line with the Ministry's own page. */
    toVerify: z.boolean().default(false),
  })
  .refine((it) => it.from < it.until, 'la fin précède le début');

/** Shape of SCHOOL_CALENDAR_FILE. Nothing is said of days outside [knownFrom, knownUntil). */
export const schoolCalendarSchema = z.strictObject({
  source: z.string().min(1),
  knownFrom: day,
  knownUntil: day,
  holidays: z.array(holiday),
});

/** As written in the file. */
export type SchoolCalendarFile = z.input<typeof schoolCalendarSchema>;
export type SchoolCalendar = z.infer<typeof schoolCalendarSchema>;
export type SchoolHoliday = SchoolCalendar['holidays'][number];

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
