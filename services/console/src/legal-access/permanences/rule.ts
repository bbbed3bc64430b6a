import { addDays, mondayOf, weekdayOf } from '../../ui/calendar';

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** How often, as the form offers it; the service takes any rule of an agenda (RFC 5545). */
export type Frequency = 'weekly' | 'fortnightly' | 'monthly';

export interface Rhythm {
  readonly frequency: Frequency;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  /** Which of the month: 1 to 4, or -1 for the last. */
  readonly nth: number;
}

export function rruleOf({ frequency, weekdays: chosen, nth }: Rhythm): string {
  const days = [...chosen].sort((a, b) => a - b).map((day) => codes[day - 1]!);
  switch (frequency) {
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${days.join(',')}`;
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${days.join(',')}`;
    case 'monthly':
      return `FREQ=MONTHLY;BYDAY=${days.map((day) => `${nth}${day}`).join(',')}`;
  }
}

/** The days on which that rhythm falls, from the first day on: weeks are counted from the one of the first day. */
export function daysOf({ frequency, weekdays: chosen, nth }: Rhythm, from: string, to: string): string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!chosen.includes(weekdayOf(day))) continue;
    if (frequency === 'fortnightly' && weeksBetween(from, day) % 2 === 1) continue;
    if (frequency === 'monthly' && !isNth(day, nth)) continue;
    found.push(day);
  }
  return found;
}

const weeksBetween = (from: string, to: string) =>
  Math.round((Date.parse(mondayOf(to)) - Date.parse(mondayOf(from))) / (7 * 86_400_000));

function isNth(day: string, nth: number): boolean {
  if (nth === -1) return addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  return Math.ceil(Number(day.slice(8)) / 7) === nth;
}

const particular = 'Selon une règle particulière';
const understood = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'WKST']);

/** The rule as people say it. */
export function ruleWords(rrule: string): string {
  const parts = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]));
  const days = parts.get('BYDAY')?.split(',') ?? [];
  if (days.length === 0 || [...parts.keys()].some((part) => !understood.has(part))) return particular;
  const names = days.map(dayName);
  switch (`${parts.get('FREQ')} ${parts.get('INTERVAL') ?? '1'}`) {
    case 'WEEKLY 1':
      return days.length === codes.length ? 'Chaque jour' : `Chaque ${list(names)}`;
    case 'WEEKLY 2':
      return `Un ${list(names)} sur deux`;
    case 'MONTHLY 1':
      return days.every((day) => day.length > 2) ? monthWords(days, names) : particular;
    default:
      return particular;
  }
}

const dayName = (day: string): string =>
  weekdays[codes.indexOf(day.slice(-2) as (typeof codes)[number])] ?? day;

function monthWords(days: readonly string[], names: readonly string[]): string {
  const nths = days.map((day) => nthWords(Number(day.slice(0, -2))));
  if (new Set(names).size === 1) return `Le ${nths.join(' et le ')} ${names[0]} du mois`;
  return `Le ${days.map((_, at) => `${nths[at]} ${names[at]}`).join(' et le ')} du mois`;
}

export function nthWords(nth: number): string {
  if (nth === -1) return 'dernier';
  return nth === 1 ? '1er' : `${nth}e`;
}

const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;
