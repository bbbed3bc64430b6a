/**
 * A calendar day without time or zone, written '2026-12-03'. What people mean by "le 3 décembre":
 * it does not move when a server sits in another time zone. Sorts as text.
 */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const MS_PER_DAY = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** True when the text is a day that exists ('2026-02-29' is not one). */
export function isLocalDate(text: string): text is LocalDate {
  return midnightOf(text) !== undefined;
}

/** Brands a text as a day. Throws RangeError when it is not a real day. */
export function localDate(text: string): LocalDate {
  return isLocalDate(text) ? text : refuse(text);
}

/** Midnight UTC of that day, in milliseconds: only for arithmetic on days, never an instant in France. */
export function utcMidnight(day: LocalDate): number {
  return midnightOf(day) ?? refuse(day);
}

/** The day n calendar days later (earlier when n is negative). n is a whole number. */
export function addDays(day: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n)) throw new RangeError(`A number of days is a whole number, not ${n}`);
  return localDate(new Date(utcMidnight(day) + n * MS_PER_DAY).toISOString().slice(0, 10));
}

/** Calendar days from the first day to the second; negative when the second comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / MS_PER_DAY;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: LocalDate): number {
  return new Date(utcMidnight(day)).getUTCDay() || 7;
}

function midnightOf(text: string): number | undefined {
  if (!SHAPE.test(text)) return undefined;
  const midnight = new Date(0);
  const day = Number(text.slice(8));
  // Not Date.UTC, which takes the year 26 for 1926. The 30th of February rolls over to March: its day tells.
  midnight.setUTCFullYear(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, day);
  const exists = midnight.getUTCMonth() === Number(text.slice(5, 7)) - 1 && midnight.getUTCDate() === day;
  return exists ? midnight.getTime() : undefined;
}

function refuse(text: string): never {
  throw new RangeError(`Not a calendar day (YYYY-MM-DD): ${JSON.stringify(text)}`);
}
