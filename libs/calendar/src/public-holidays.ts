import getJoursFeries from '@socialgouv/jours-feries';
import { localDate } from './local-date';
import type { LocalDate } from './local-date';

const byYear = new Map<number, ReadonlyMap<LocalDate, string>>();

/** True on the eleven public holidays of metropolitan France (Code du travail, L3133-1). */
export function isPublicHoliday(day: LocalDate): boolean {
  return publicHolidayName(day) !== undefined;
}

/** "Noël", "Lundi de Pâques"…; undefined on an ordinary day. */
export function publicHolidayName(day: LocalDate): string | undefined {
  return holidaysOf(Number(day.slice(0, 4))).get(day);
}

function holidaysOf(year: number): ReadonlyMap<LocalDate, string> {
  const known = byYear.get(year);
  if (known) return known;
  const holidays = new Map<LocalDate, string>();
  for (const [name, midnight] of Object.entries(getJoursFeries(year)))
    holidays.set(machineDay(midnight), name);
  byYear.set(year, holidays);
  return holidays;
}

/**
 * The package counts from Easter by blocks of 24 h in the machine's zone: where clocks changed in between,
 * it lands an hour before or after midnight. Two hours later it is the right day in every zone.
 */
function machineDay(midnight: Date): LocalDate {
  const safe = new Date(midnight.getTime() + 2 * 3_600_000);
  const month = String(safe.getMonth() + 1).padStart(2, '0');
  return localDate(`${safe.getFullYear()}-${month}-${String(safe.getDate()).padStart(2, '0')}`);
}
