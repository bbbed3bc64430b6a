import { plain } from './plain';

export interface DayOptions {
  /** The last day it can be, `YYYY-MM-DD`: a two-digit year that would pass it belongs to the century before. */
  readonly latest: string;
}

const months: readonly RegExp[] = [
  /^janv?(?:ier)?$/,
  /^(?:fevr?(?:ier)?|feb)$/,
  /^mars?$/,
  /^(?:avr(?:il)?|apr)$/,
  /^(?:mai|may)$/,
  /^juin$/,
  /^juil(?:let)?$/,
  /^(?:aout|aug)$/,
  /^sept?(?:embre)?$/,
  /^oct(?:obre)?$/,
  /^nov(?:embre)?$/,
  /^dec(?:embre)?$/,
];

const WEEKDAY = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)\b ?/;
const TIME_OF_DAY = /(?:\s+|,\s*)(?:à\s*)?\d{1,2}\s?(?:h|:)\s?(?:\d{2})?(?::\d{2})?$/i;
/** Days that a spreadsheet counts since 1899-12-30, for the years 1927 to 2073. */
const SERIAL = /^[1-6]\d{4}(?:[.,]\d+)?$/;

/** A day written as French people write it, as `YYYY-MM-DD`; undefined when it is not a day that exists. */
export function readDay(cell: string, options: DayOptions): string | undefined {
  const text = cell.trim();
  if (SERIAL.test(text)) return fromSerial(Number(text.replace(',', '.')));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d.*)?$/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  // A time of day after the day changes nothing.
  const words = plain(text.replace(TIME_OF_DAY, '')).replace(/^le /, '').replace(WEEKDAY, '');
  const numeric = /^(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})$/.exec(words);
  if (numeric) return dated(numeric[1]!, Number(numeric[2]), numeric[3]!, options);
  const compact = /^(\d{2})(\d{2})(\d{4})$/.exec(words);
  if (compact) return dated(compact[1]!, Number(compact[2]), compact[3]!, options);
  const spelt = /^(\d{1,2})(?:er)? ?([a-z]+) ?(\d{4}|\d{2})$/.exec(words);
  if (spelt)
    return dated(spelt[1]!, months.findIndex((month) => month.test(spelt[2]!)) + 1, spelt[3]!, options);
  return undefined;
}

function dated(day: string, month: number, year: string, { latest }: DayOptions): string | undefined {
  if (year.length === 4) return existing(Number(year), month, Number(day));
  const recent = existing(2000 + Number(year), month, Number(day));
  if (recent && recent <= latest) return recent;
  return existing(1900 + Number(year), month, Number(day));
}

function existing(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1000 ? date.toISOString().slice(0, 10) : undefined;
}

function fromSerial(serial: number): string | undefined {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}
