import { dueAt, parisDay } from '@passerelle/calendar';

/** What the CCAS promised when it oriented somebody: an appointment or an outcome, or a reminder and then an end. */
export interface NeedPromise {
  readonly startedAt: Date;
  readonly remindAt: Date;
  readonly expireAt: Date;
  readonly reminded: boolean;
  /** When it next has something to say, for the index. */
  readonly nextAt: Date;
}

export interface PromiseDates {
  readonly remindAt: Date;
  readonly expireAt: Date;
}

const REMIND_ON_DAY = 10;
const EXPIRE_ON_DAY = 30;

/** Calendar days in Paris, at 08:00. */
export function promiseDates(now: Date): PromiseDates {
  const today = parisDay(now);
  return { remindAt: dueAt(today, REMIND_ON_DAY), expireAt: dueAt(today, EXPIRE_ON_DAY) };
}

/**
 * After a lost appointment, or a question that was answered, the original dates hold, but nobody is reminded on that
 * day, nor expires before `leastDays` have passed.
 */
export function resumedDates({ remindAt, expireAt }: PromiseDates, now: Date, leastDays = 1): PromiseDates {
  const today = parisDay(now);
  return { remindAt: later(remindAt, dueAt(today, 1)), expireAt: later(expireAt, dueAt(today, leastDays)) };
}

export function promised(
  startedAt: Date,
  { remindAt, expireAt }: PromiseDates,
  reminded = false,
): NeedPromise {
  return {
    startedAt,
    remindAt,
    expireAt,
    reminded,
    nextAt: reminded ? expireAt : earlier(remindAt, expireAt),
  };
}

export function afterReminder({ startedAt, remindAt, expireAt }: NeedPromise): NeedPromise {
  return promised(startedAt, { remindAt, expireAt }, true);
}

/** An expiry that comes with its reminder comes alone. */
export function whatIsDue(
  { remindAt, expireAt, reminded }: NeedPromise,
  now: Date,
): 'reminder' | 'expiry' | 'nothing' {
  if (expireAt <= now) return 'expiry';
  return !reminded && remindAt <= now ? 'reminder' : 'nothing';
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
