import { plain } from './plain';
import { readDay } from './days';
import { looksLikePhone } from './contacts';

/** What a column holds, judged from its cells when its header says nothing. */
export interface Shape {
  /** Share of the filled cells, 0 to 1. */
  readonly emails: number;
  readonly phones: number;
  readonly days: number;
  /** Median year of the days, when there are some. */
  readonly year: number | undefined;
  readonly addresses: number;
  readonly names: number;
  readonly urgencies: number;
  /** Mean number of words. */
  readonly words: number;
  readonly filled: number;
  readonly distinct: number;
}

const STREET =
  /\b(rue|avenue|av|boulevard|bd|chemin|place|allee|impasse|square|route|quai|residence|cours)\b/;
const NAME = /^\p{L}[\p{L}'’ -]{0,40}$/u;
const URGENCY =
  /^(normale?|u|tres urgente?|urgente?|non urgente?|pas urgente?|faible|haute|elevee?|basse|oui|non|p?[0-3])$/;

export function shapeOf(cells: readonly string[], today: string): Shape {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const share = (test: (cell: string) => boolean) =>
    filled.length ? filled.filter(test).length / filled.length : 0;
  const days = filled.map((cell) => readDay(cell, { latest: today })).filter((day) => day !== undefined);
  const years = days.map((day) => Number(day.slice(0, 4))).sort((a, b) => a - b);
  return {
    emails: share((cell) => /^\S+@\S+\.\S+$/.test(cell)),
    phones: share(looksLikePhone),
    days: filled.length ? days.length / filled.length : 0,
    year: years[Math.floor(years.length / 2)],
    addresses: share((cell) => STREET.test(plain(cell))),
    names: share((cell) => NAME.test(cell) && cell.split(/[\s-]+/).length <= 3),
    urgencies: share((cell) => URGENCY.test(plain(cell))),
    words: filled.length
      ? filled.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / filled.length
      : 0,
    filled: cells.length ? filled.length / cells.length : 0,
    distinct: new Set(filled.map(plain)).size / (filled.length || 1),
  };
}
