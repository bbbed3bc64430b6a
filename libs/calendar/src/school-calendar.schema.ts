import { z } from 'zod';
import { isLocalDate } from './local-date';

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
