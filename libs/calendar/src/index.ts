export { addDays, daysBetween, isLocalDate, localDate, weekday } from './local-date';
export type { LocalDate } from './local-date';
export {
  DUE_HOUR,
  PARIS,
  dueAt,
  isTimeOfDay,
  minutesOfDay,
  parisDay,
  parisInstant,
  parisTime,
} from './paris';
export { frenchDateTime, frenchDay, frenchDayAndYear, frenchTime } from './french';
export { isPublicHoliday, publicHolidayName } from './public-holidays';
export {
  isSchoolHoliday,
  reloadSchoolCalendar,
  restoreShippedSchoolCalendar,
  schoolCalendarCovers,
  schoolHolidays,
} from './school-calendar';
export { schoolCalendarSchema } from './school-calendar.schema';
export type { SchoolCalendar, SchoolHoliday, SchoolZone } from './school-calendar.schema';
export { RruleRefused, validateRrule } from './recurrence-rule';
export type { RruleCheck } from './recurrence-rule';
export { LONGEST_SPAN_DAYS, occurrences } from './occurrences';
export type { Occurrence, OccurrencesQuery } from './occurrences';
export { slots } from './slots';
export type { Span } from './slots';
