import { addDays, DUE_HOUR, isPublicHoliday, parisDay, parisInstant, weekday } from '@passerelle/calendar';

/** The next 08:00 in Paris, after this instant, of a day when the town hall works. */
export function nextWorkingMorning(after: Date): Date {
  for (let day = parisDay(after); ; day = addDays(day, 1)) {
    const morning = parisInstant(day, DUE_HOUR);
    if (morning > after && weekday(day) <= 5 && !isPublicHoliday(day)) return morning;
  }
}
