import { daysBetween } from './local-date';
import { parisInstant } from './paris';
import { isPublicHoliday } from './public-holidays';
import { daysOfRule, parseRrule } from './recurrence-rule';
import { isSchoolHoliday } from './school-calendar';
import type { LocalDate } from './local-date';
import type { SchoolZone } from './school-calendar.schema';
import type { Span } from './slots';

/** Longest span that one call answers, in days: three years. */
export const LONGEST_SPAN_DAYS = 3 * 366;

export interface OccurrencesQuery {
  /** First day looked at. */
  readonly from: LocalDate;
  /** Last day looked at, included. */
  readonly to: LocalDate;
  /**
   * First day of the series: what "every other week", COUNT and the absent BYDAY are reckoned from. Give it
   * whenever `from` moves with the calendar, else every other week would change week. Default: `from`.
   */
  readonly anchor?: LocalDate;
  /** What a Paris clock shows at the start, 'HH:mm', the same in summer and winter. */
  readonly startTime: string;
  /** Elapsed minutes, 1 to 1,440. */
  readonly durationMinutes: number;
  /** Leaves out the public holidays of metropolitan France. */
  readonly skipPublicHolidays?: boolean;
  /** Leaves out the school holidays of that zone. */
  readonly skipSchoolHolidays?: SchoolZone | undefined;
}

export interface Occurrence extends Span {
  readonly day: LocalDate;
}

/**
 * The dated sessions of a recurrence, in order, at most one a day. Skipped days still count towards COUNT,
 * as in RFC 5545. Throws RruleRefused (a French sentence) for a rule that `validateRrule` refuses, and
 * RangeError for a span of more than three years, a time or a length that is not one.
 */
export function occurrences(rrule: string, query: OccurrencesQuery): Occurrence[] {
  const { from, to, startTime, durationMinutes } = query;
  checkSpan(from, to, durationMinutes);
  const rule = parseRrule(rrule);
  const found: Occurrence[] = [];
  for (const day of daysOfRule(rule.text, query.anchor ?? from, from, to)) {
    const startsAt = parisInstant(day, startTime);
    if (rule.until && startsAt > rule.until) break;
    if (isSkipped(day, query)) continue;
    found.push({ day, startsAt, endsAt: new Date(startsAt.getTime() + durationMinutes * 60_000) });
  }
  return found;
}

function isSkipped(day: LocalDate, query: OccurrencesQuery): boolean {
  if (query.skipPublicHolidays && isPublicHoliday(day)) return true;
  return query.skipSchoolHolidays !== undefined && isSchoolHoliday(day, query.skipSchoolHolidays);
}

function checkSpan(from: LocalDate, to: LocalDate, durationMinutes: number): void {
  if (daysBetween(from, to) > LONGEST_SPAN_DAYS) {
    throw new RangeError(`From ${from} to ${to} is more than ${LONGEST_SPAN_DAYS} days`);
  }
  if (!Number.isInteger(durationMinutes) || durationMinutes < 1 || durationMinutes > 1_440) {
    throw new RangeError(`Not a length in minutes (1 to 1440): ${durationMinutes}`);
  }
}
