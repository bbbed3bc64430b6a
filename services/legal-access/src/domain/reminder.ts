import { addDays, dueAt, parisDay } from '@passerelle/calendar';

/** The day before at 08:00, Paris; nothing when that moment has gone: a booking for tomorrow is its own reminder. */
export function reminderAt(startsAt: Date, now: Date): Date | undefined {
  const at = dueAt(addDays(parisDay(startsAt), -1), 0);
  return at <= now ? undefined : at;
}
