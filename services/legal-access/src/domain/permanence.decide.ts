import { addDays, minutesOfDay, occurrences, validateRrule, type LocalDate } from '@passerelle/calendar';
import { refuse, type Decider, type Decision, type Refusal } from '@passerelle/domain-kit';
import { isOpen, type Opening } from './opening';
import { evolvePermanence, type Permanence, type PermanenceEvent, type PermanenceFacts } from './permanence';
import { roomClash, type Meeting } from './room-clash';

export type PermanenceCommand =
  | ({
      readonly type: 'SchedulePermanence';
      readonly today: LocalDate;
      readonly openings: readonly Opening[];
      /** Everything already held at that place, over the same two years. */
      readonly held: readonly Meeting[];
    } & PermanenceFacts)
  | { readonly type: 'OpenSessions'; readonly until: LocalDate; readonly count: number }
  | { readonly type: 'EndPermanence'; readonly lastDay: LocalDate; readonly today: LocalDate };

/** How far a rule is checked against opening hours and other permanences, in days: every season, twice. */
export const CHECKED_DAYS = 730;
const MINUTES_OF_A_DAY = 1_440;

function decide(command: PermanenceCommand, state: Permanence): Decision<PermanenceEvent> {
  switch (command.type) {
    case 'SchedulePermanence':
      return schedule(command, state);
    case 'OpenSessions':
      if (state.status !== 'running') return [];
      if (state.openUntil !== undefined && command.until <= state.openUntil) return [];
      return [{ type: 'SessionsOpened', until: command.until, count: command.count }];
    case 'EndPermanence':
      return end(command, state);
  }
}

function schedule(
  command: Extract<PermanenceCommand, { type: 'SchedulePermanence' }>,
  state: Permanence,
): Decision<PermanenceEvent> {
  if (state.status !== 'none') return [];
  const { type: _type, today: _today, openings, held, ...facts } = command;
  const wrong =
    wrongDates(command) ?? wrongRule(facts) ?? wrongLengths(facts) ?? wrongRoom(facts, openings, held);
  return wrong ?? [{ ...facts, type: 'PermanenceScheduled' }];
}

function wrongDates({ from, to, today }: { from: string; to?: string; today: string }): Refusal | undefined {
  if (from < today) {
    return refuse('DateInThePast', 'Une permanence ne peut pas commencer avant aujourd’hui.', 'from');
  }
  if (to !== undefined && to < from) {
    return refuse('EndBeforeStart', 'La permanence finit avant de commencer.', 'to');
  }
  return undefined;
}

function wrongRule(facts: PermanenceFacts): Refusal | undefined {
  const rule = validateRrule(facts.rrule);
  return rule.ok ? undefined : refuse('RecurrenceInvalid', rule.why, 'rrule');
}

function wrongLengths({ startTime, durationMinutes, slotMinutes, topics }: PermanenceFacts) {
  if (minutesOfDay(startTime) + durationMinutes > MINUTES_OF_A_DAY) {
    return refuse('PastMidnight', 'La permanence doit finir avant minuit.', 'durationMinutes');
  }
  if (slotMinutes > durationMinutes) {
    return refuse('SlotTooLong', 'Un rendez-vous ne peut pas durer plus que la permanence.', 'slotMinutes');
  }
  if (topics.length === 0) {
    return refuse('NoTopicServed', 'Dites au moins un sujet traité par la permanence.', 'topics');
  }
  return undefined;
}

function wrongRoom(facts: PermanenceFacts, openings: readonly Opening[], held: readonly Meeting[]) {
  const planned = meetingsOf(facts, facts.from, addDays(facts.from, CHECKED_DAYS));
  const first = planned[0];
  if (!first) {
    return refuse('NeverHeld', 'Avec ces dates et ces congés, la permanence n’aurait jamais lieu.', 'rrule');
  }
  const shut = planned.find((one) => !isOpen(openings, one.day, one.startTime, one.durationMinutes));
  if (shut) {
    return refuse(
      'OutsideOpening',
      `Le lieu n’est pas ouvert le ${shut.day} pendant toute la permanence (${facts.startTime}, ${facts.durationMinutes} minutes).`,
      'startTime',
    );
  }
  const clash = roomClash(planned, held);
  if (clash) {
    return refuse(
      'PlaceAlreadyTaken',
      `Une autre permanence se tient déjà dans cette salle le ${clash.day} à cette heure-là.`,
      'startTime',
    );
  }
  return undefined;
}

/** The dates of a permanence between two days, included, its own limits and skipped holidays applied. */
export function meetingsOf(facts: PermanenceFacts, from: LocalDate, to: LocalDate): Meeting[] {
  const first = from < facts.from ? facts.from : from;
  const last = facts.to !== undefined && facts.to < to ? facts.to : to;
  if (last < first) return [];
  const { startTime, durationMinutes, skipPublicHolidays, skipSchoolHolidays, room } = facts;
  return occurrences(facts.rrule, {
    from: first,
    to: last,
    anchor: facts.from,
    startTime,
    durationMinutes,
    skipPublicHolidays,
    skipSchoolHolidays,
  }).map((one) => ({ ...one, startTime, durationMinutes, ...(room === undefined ? {} : { room }) }));
}

function end(
  command: Extract<PermanenceCommand, { type: 'EndPermanence' }>,
  state: Permanence,
): Decision<PermanenceEvent> {
  if (state.status === 'none') return refuse('UnknownPermanence', 'Cette permanence n’existe pas.');
  if (state.status === 'ended') return [];
  if (command.lastDay < command.today) {
    return refuse('DateInThePast', 'Le dernier jour ne peut pas être déjà passé.', 'lastDay');
  }
  return [{ type: 'PermanenceEnded', lastDay: command.lastDay }];
}

export const permanence: Decider<PermanenceCommand, Permanence, PermanenceEvent> = {
  initial: { status: 'none' },
  decide,
  evolve: evolvePermanence,
};
