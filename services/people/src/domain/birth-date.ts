import type { AgeBand } from './age-band';

const months = [
  ...['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'],
];

/**
 * A day of birth as people write it (18/02/1950, 18.2.50, 1950-02-18, 18 février 1950, 18021950) as `1950-02-18`;
 * undefined when no such day exists. Two digits mean the last hundred years: in 2026, `26` is 2026 and `27` is 1927.
 */
export function readBirthDate(typed: string, today: string): string | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\d)(?:er|e)\b/, '$1');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const french = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{2}|\d{4})$/.exec(text) ?? compact(text);
  if (french) return day(fullYear(french[3] ?? '', today), Number(french[2]), Number(french[1]));
  const worded = /^(\d{1,2})[\s-]+([a-z]+)\.?[\s-]+(\d{2}|\d{4})$/.exec(text);
  if (worded) return day(fullYear(worded[3] ?? '', today), monthNamed(worded[2] ?? ''), Number(worded[1]));
  return undefined;
}

function compact(text: string): RegExpExecArray | null {
  return /^(\d{2})(\d{2})(\d{4})$/.exec(text);
}

/** Three letters tell every month but June and July. */
function monthNamed(word: string): number {
  if (word.length < 3) return 0;
  const found = months.filter((month) => month.startsWith(word));
  return found.length === 1 ? months.indexOf(found[0] ?? '') + 1 : 0;
}

function fullYear(digits: string, today: string): number {
  if (digits.length === 4) return Number(digits);
  const century = Number(today.slice(0, 2)) * 100;
  const year = century + Number(digits);
  return year > Number(today.slice(0, 4)) ? year - 100 : year;
}

function day(year: number, month: number, dayOfMonth: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists && year >= 1890 && year <= 2200 ? date.toISOString().slice(0, 10) : undefined;
}

/** Full years on a given day; both as `2026-11-24`. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function ageBandOn(birthDate: string | undefined, today: string): AgeBand {
  if (birthDate === undefined) return 'unknown';
  const age = ageOn(birthDate, today);
  if (age <= 2) return '0-2';
  if (age <= 11) return '3-11';
  if (age <= 17) return '12-17';
  if (age <= 25) return '18-25';
  return age <= 64 ? '26-64' : '65+';
}
