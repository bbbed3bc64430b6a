/** Real dates, in Paris, as people say them: « jeudi 3 décembre, 14 h ». */
const zone = { timeZone: 'Europe/Paris' } as const;
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('fr-FR', options);

const formats = {
  weekday: format({ ...zone, weekday: 'long', day: 'numeric', month: 'long' }),
  short: format({ ...zone, weekday: 'short', day: 'numeric', month: 'short' }),
  year: format({ ...zone, year: 'numeric' }),
  // A day has no zone: it is the same everywhere.
  day: format({ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
  clock: format({ ...zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }),
};

/** `1988-03-12` → 12 mars 1988, 1er mars 1988. */
export function longDay(day: string): string {
  return first(formats.day.format(new Date(`${day}T00:00:00Z`)));
}

/** 14 h, 9 h 05, on one line. */
export function clock(instant: string | Date): string {
  const parts = formats.clock.formatToParts(new Date(instant));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const hour = Number(of('hour'));
  return of('minute') === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${of('minute')}`;
}

/** jeudi 3 décembre, 14 h; with the year when it is another one. */
export function moment(instant: string, now = new Date()): string {
  return `${weekday(instant, now)}, ${clock(instant)}`;
}

export function weekday(instant: string, now = new Date()): string {
  const at = new Date(instant);
  const year = formats.year.format(at);
  return first(formats.weekday.format(at)) + (year === formats.year.format(now) ? '' : ` ${year}`);
}

/** lun. 23 nov., 9 h 12: for the side of a timeline. */
export function shortMoment(instant: string): string {
  return `${first(formats.short.format(new Date(instant)))}, ${clock(instant)}`;
}

/** Today in Paris, AAAA-MM-JJ. */
export function parisToday(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { ...zone, dateStyle: 'short' }).format(now);
}

export function ageOn(birthDate: string, today = parisToday()): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** 0 → aujourd’hui, 1 → 1 jour. */
export function days(count: number): string {
  if (count === 0) return 'aujourd’hui';
  return count === 1 ? '1 jour' : `${count} jours`;
}

/** French says « le 1er ». */
function first(text: string): string {
  return text.replace(/(^|\s)1 (?=[a-zéû])/, '$11er ');
}
