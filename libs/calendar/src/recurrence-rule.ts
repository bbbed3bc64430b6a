import { RRuleTemporal } from 'rrule-temporal';
import { isLocalDate, localDate } from './local-date';
import { parisDay, parisInstant } from './paris';
import type { LocalDate } from './local-date';

/** A rule that has been checked. Its times of day are never in the rule: a permanence has its own. */
export interface RecurrenceRule {
  /** The RRULE without UNTIL, which `until` holds. */
  readonly text: string;
  /** Last instant at which an occurrence may start, if any. */
  readonly until: Date | undefined;
}

export type RruleCheck = { ok: true } | { ok: false; why: string };

/** Longest text taken; RFC 5545 rules of an agenda hold in a tenth of it. */
const LONGEST_TEXT = 500;
const MOST_OCCURRENCES = 1_000;
/** Longest pause between two periods. Beyond, it is a mistake rather than a permanence. */
const LARGEST_INTERVAL: Record<string, number> = { DAILY: 366, WEEKLY: 53, MONTHLY: 24, YEARLY: 4 };
const PARTS = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTH',
  'BYMONTHDAY',
  'BYSETPOS',
  'WKST',
]);
/** Largest value, and whether negative ones (counted from the end) make sense. */
const NUMBERS: Record<string, { largest: number; fromEnd: boolean }> = {
  BYMONTH: { largest: 12, fromEnd: false },
  BYMONTHDAY: { largest: 31, fromEnd: true },
  BYSETPOS: { largest: 366, fromEnd: true },
};
const DAYS = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$/;
/** Where the proof that a rule falls at least once starts from; it needs no present. */
const PROOF_START = localDate('2026-01-01');
/** Work the library may do before giving up: a day of each of nine years, several times over. */
const MOST_STEPS = 20_000;

/** Says, in French, why a recurrence cannot be taken; ok when it can. Never hangs. */
export function validateRrule(text: string): RruleCheck {
  try {
    parseRrule(text);
    return { ok: true };
  } catch (error) {
    if (error instanceof RruleRefused) return { ok: false, why: error.message };
    throw error;
  }
}

/** Thrown with a French sentence when a recurrence rule is not one that a permanence can follow. */
export class RruleRefused extends Error {}

/** Reads an RRULE ("FREQ=WEEKLY;BYDAY=TU", "RRULE:" in front allowed). Throws RruleRefused. */
export function parseRrule(text: string): RecurrenceRule {
  return remembered(knownRules, text, () => parse(text));
}

function parse(text: string): RecurrenceRule {
  const parts = splitParts(text);
  checkFrequency(parts);
  checkLists(parts);
  const until = readUntil(parts);
  parts.delete('UNTIL');
  const rule = { text: [...parts].map(([name, value]) => `${name}=${value}`).join(';'), until };
  if (!everFalls(rule.text)) throw new RruleRefused('La récurrence ne tombe jamais.');
  return rule;
}

/**
 * The days of a rule that starts on `anchor`, within [from, to], in order. It runs on days alone (noon UTC),
 * so that no change of clocks can move or drop one.
 */
export function daysOfRule(
  rule: string,
  anchor: LocalDate,
  from: LocalDate,
  to: LocalDate,
): readonly LocalDate[] {
  return remembered(knownDays, `${rule} ${anchor} ${from} ${to}`, () =>
    bounded(() =>
      dayRule(rule, anchor)
        .between(new Date(`${from}T00:00:00Z`), new Date(`${to}T23:59:59Z`), true)
        .map((date) => localDate(date.toString().slice(0, 10))),
    ),
  );
}

// The library takes milliseconds for what a town asks again and again: the same few rules, over the same weeks.
const knownRules = new Map<string, RecurrenceRule>();
const knownDays = new Map<string, readonly LocalDate[]>();
const MOST_REMEMBERED = 1_000;

function remembered<Value>(known: Map<string, Value>, key: string, work: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = work();
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, found);
  return found;
}

function everFalls(rule: string): boolean {
  return bounded(() => dayRule(rule, PROOF_START).next(new Date(`${PROOF_START}T00:00:00Z`), true) !== null);
}

function dayRule(rule: string, anchor: LocalDate): RRuleTemporal {
  return new RRuleTemporal({
    rruleString: `DTSTART:${anchor.replaceAll('-', '')}T120000Z\nRRULE:${rule}`,
    strict: true,
    maxIterations: MOST_STEPS,
    maxCandidateEvaluations: MOST_STEPS,
  });
}

/** The library throws plain errors, in English, for a rule it cannot read as for one it gives up on. */
function bounded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new RruleRefused('La récurrence n’est pas lisible ou demande trop de calculs.', { cause });
  }
}

function splitParts(text: string): Map<string, string> {
  const rule = text
    .trim()
    .replace(/^RRULE:/i, '')
    .replace(/;$/, '')
    .toUpperCase();
  if (rule === '' || text.length > LONGEST_TEXT) {
    throw new RruleRefused('La récurrence est vide ou trop longue.');
  }
  const parts = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [, name = '', value = ''] = /^([^=]+)=([^=]+)$/.exec(part) ?? [];
    checkName(name, part);
    if (parts.has(name)) throw new RruleRefused(`« ${name} » est écrit deux fois dans la récurrence.`);
    parts.set(name, value);
  }
  return parts;
}

function checkName(name: string, part: string): void {
  if (/^BY(HOUR|MINUTE|SECOND)$/.test(name)) {
    throw new RruleRefused('L’heure se règle sur la permanence, pas dans la récurrence.');
  }
  if (!PARTS.has(name)) throw new RruleRefused(`« ${part} » n’est pas admis dans la récurrence.`);
}

function checkFrequency(parts: Map<string, string>): void {
  const frequency = parts.get('FREQ') ?? '';
  const largest = LARGEST_INTERVAL[frequency];
  if (largest === undefined) {
    throw new RruleRefused(
      'Une permanence revient par jour, semaine, mois ou année (DAILY, WEEKLY, MONTHLY, YEARLY).',
    );
  }
  if (!isWithin(parts.get('INTERVAL') ?? '1', largest)) {
    throw new RruleRefused(`L’intervalle est un nombre entier de 1 à ${largest}.`);
  }
  if (!isWithin(parts.get('COUNT') ?? '1', MOST_OCCURRENCES)) {
    throw new RruleRefused(`Le nombre de séances est un nombre entier de 1 à ${MOST_OCCURRENCES}.`);
  }
}

function checkLists(parts: Map<string, string>): void {
  for (const [name, { largest, fromEnd }] of Object.entries(NUMBERS)) {
    const values = parts.get(name)?.split(',') ?? [];
    const positive = (value: string) => (fromEnd ? value.replace(/^[+-]/, '') : value);
    if (!values.every((value) => isWithin(positive(value), largest))) {
      throw new RruleRefused(`« ${name} » attend des nombres de 1 à ${largest}.`);
    }
  }
  for (const name of ['BYDAY', 'WKST']) {
    const value = parts.get(name);
    if (value !== undefined && !DAYS.test(value))
      throw new RruleRefused(`« ${name} » attend des jours (MO, TU…).`);
  }
}

function readUntil(parts: Map<string, string>): Date | undefined {
  const value = parts.get('UNTIL');
  if (value === undefined) return undefined;
  if (parts.has('COUNT'))
    throw new RruleRefused('La récurrence a une date de fin ou un nombre de séances, pas les deux.');
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(value);
  const [, year, month, date, hours, minutes, seconds, utc] = match ?? [];
  const day = `${year}-${month}-${date}`;
  if (!match || !isLocalDate(day)) throw new RruleRefused('La date de fin de la récurrence n’existe pas.');
  if (hours === undefined) return parisInstant(day, '23:59');
  const instant = new Date(`${day}T${hours}:${minutes}:${seconds}Z`);
  if (Number.isNaN(instant.getTime()))
    throw new RruleRefused('L’heure de fin de la récurrence n’existe pas.');
  return utc === 'Z' ? instant : parisInstant(parisDay(new Date(`${day}T12:00:00Z`)), `${hours}:${minutes}`);
}

function isWithin(text: string, largest: number): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= largest;
}
