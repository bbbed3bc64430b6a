import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { fr } from 'date-fns/locale/fr';
import { PARIS, parisInstant, parisTime } from './paris';
import type { LocalDate } from './local-date';

/** "jeudi 3 décembre", "mardi 1er décembre". An instant is read on a Paris calendar. */
export function frenchDay(when: Date | LocalDate): string {
  return written(when, 'MMMM');
}

/** "jeudi 3 décembre 2026": for papers that are kept. */
export function frenchDayAndYear(when: Date | LocalDate): string {
  return written(when, 'MMMM yyyy');
}

/** "14 h", "14 h 30", "9 h 05". The spaces do not break at the end of a line. */
export function frenchTime(instant: Date): string {
  const [hours, minutes] = parisTime(instant).split(':');
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** "jeudi 3 décembre, 14 h". */
export function frenchDateTime(instant: Date): string {
  return `${frenchDay(instant)}, ${frenchTime(instant)}`;
}

function written(when: Date | LocalDate, end: string): string {
  // Noon is on the same day in Paris whatever the clocks do that night.
  const instant = typeof when === 'string' ? parisInstant(when, '12:00') : when;
  const date = new TZDate(instant.getTime(), PARIS);
  const number = date.getDate() === 1 ? '1er' : String(date.getDate());
  return `${format(date, 'EEEE', { locale: fr })} ${number} ${format(date, end, { locale: fr })}`;
}
