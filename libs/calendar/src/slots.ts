/** A span of time, end excluded. */
export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const MS_PER_MINUTE = 60_000;
/** A day of one-minute slots. More is a mistake of unit. */
const MOST_SLOTS = 1_440;

/**
 * Cuts a span into consecutive slots of that many elapsed minutes. A remainder shorter than a slot is
 * left out; an empty or reversed span gives none. Throws RangeError when `minutes` is not a whole number
 * of at least 1, or when the span holds more than 1,440 slots.
 */
export function slots(startsAt: Date, endsAt: Date, minutes: number): Span[] {
  if (!Number.isInteger(minutes) || minutes < 1)
    throw new RangeError(`Not a slot length in minutes: ${minutes}`);
  const length = minutes * MS_PER_MINUTE;
  const count = Math.max(0, Math.floor((endsAt.getTime() - startsAt.getTime()) / length));
  if (count > MOST_SLOTS)
    throw new RangeError(`${count} slots of ${minutes} minutes: more than ${MOST_SLOTS}`);
  return Array.from({ length: count }, (_, index) => ({
    startsAt: new Date(startsAt.getTime() + index * length),
    endsAt: new Date(startsAt.getTime() + (index + 1) * length),
  }));
}
