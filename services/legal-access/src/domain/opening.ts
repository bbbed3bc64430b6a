import { minutesOfDay, weekday, type LocalDate } from '@passerelle/calendar';

/** A place is open on that weekday (1 is Monday) from one clock time to another, `09:00`. */
export interface Opening {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** True when the whole span fits in one opening of that weekday. Clock times: a permanence never passes midnight. */
export function isOpen(
  openings: readonly Opening[],
  day: LocalDate,
  startTime: string,
  durationMinutes: number,
): boolean {
  const start = minutesOfDay(startTime);
  return openings.some(
    (opening) =>
      opening.weekday === weekday(day) &&
      minutesOfDay(opening.from) <= start &&
      start + durationMinutes <= minutesOfDay(opening.to),
  );
}

/** Two openings of one weekday that overlap, or one that ends before it starts. */
export function isMuddled(openings: readonly Opening[]): boolean {
  const ordered = openings.toSorted((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1));
  return ordered.some((opening, index) => {
    const next = ordered[index + 1];
    const overlaps = next?.weekday === opening.weekday && next.from < opening.to;
    return opening.to <= opening.from || overlaps;
  });
}
