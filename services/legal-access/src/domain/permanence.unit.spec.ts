import fc from 'fast-check';
import { addDays, localDate, parisTime, weekday } from '@passerelle/calendar';
import { given, isRefusal } from '@passerelle/domain-kit';
import { meetingsOf, permanence, type PermanenceCommand } from './permanence.decide';

const facts = {
  profession: 'lawyer',
  placeId: 'place',
  rrule: 'FREQ=WEEKLY;BYDAY=TH',
  startTime: '14:00',
  durationMinutes: 120,
  slotMinutes: 30,
  topics: ['housing-law'],
  skipPublicHolidays: true,
  from: localDate('2026-12-03'),
} as const;
const openings = [{ weekday: 4, from: '14:00', to: '18:00' }];
const today = localDate('2026-11-24');
const schedule = { type: 'SchedulePermanence', ...facts, openings, held: [], today } as const;
const scheduled = { type: 'PermanenceScheduled', ...facts } as const;

describe('a permanence', () => {
  it('is scheduled', () => given(permanence).when(schedule).then([scheduled]));
  it('is scheduled once', () => given(permanence, [scheduled]).when(schedule).thenNothing());

  it.each<[string, Partial<PermanenceCommand & { type: 'SchedulePermanence' }>, string]>([
    ['starts in the past', { from: localDate('2026-11-23') }, 'DateInThePast'],
    ['ends before it starts', { to: localDate('2026-12-02') }, 'EndBeforeStart'],
    ['has a rule that cannot be read', { rrule: 'FREQ=SECONDLY' }, 'RecurrenceInvalid'],
    ['passes midnight', { startTime: '23:00' }, 'PastMidnight'],
    ['has slots longer than itself', { slotMinutes: 150 }, 'SlotTooLong'],
    ['serves nothing', { topics: [] }, 'NoTopicServed'],
    ['is never held', { to: localDate('2026-12-03'), rrule: 'FREQ=WEEKLY;BYDAY=FR' }, 'NeverHeld'],
    ['starts before the place opens', { startTime: '13:00' }, 'OutsideOpening'],
    ['ends after the place closes', { startTime: '17:00' }, 'OutsideOpening'],
    ['falls on a day that the place is shut', { rrule: 'FREQ=WEEKLY;BYDAY=TH,FR' }, 'OutsideOpening'],
  ])('is refused when it %s', (_what, change, rule) =>
    given(permanence)
      .when({ ...schedule, ...change })
      .thenRefused(rule),
  );

  it('is refused where another one is held, and taken in another room or at another hour', () => {
    const until = addDays(today, 60);
    const held = meetingsOf({ ...facts, startTime: '15:00' }, today, until);
    given(permanence)
      .when({ ...schedule, held })
      .thenRefused('PlaceAlreadyTaken');
    const after = meetingsOf({ ...facts, startTime: '16:00' }, today, until);
    given(permanence)
      .when({ ...schedule, held: after })
      .then([scheduled]);
    given(permanence)
      .when({ ...schedule, room: 'B', held })
      .then([{ ...scheduled, room: 'B' }]);
  });

  it('opens sessions as time goes, never the same days twice', () => {
    const until = localDate('2027-01-23');
    const opened = { type: 'SessionsOpened', until, count: 7 } as const;
    given(permanence, [scheduled]).when({ type: 'OpenSessions', until, count: 7 }).then([opened]);
    given(permanence, [scheduled, opened]).when({ type: 'OpenSessions', until, count: 7 }).thenNothing();
    given(permanence).when({ type: 'OpenSessions', until, count: 7 }).thenNothing();
  });

  it('ends once, on a day to come', () => {
    const lastDay = localDate('2026-12-31');
    const ended = { type: 'PermanenceEnded', lastDay } as const;
    given(permanence, [scheduled]).when({ type: 'EndPermanence', lastDay, today }).then([ended]);
    given(permanence, [scheduled, ended]).when({ type: 'EndPermanence', lastDay, today }).thenNothing();
    given(permanence, [scheduled])
      .when({ type: 'EndPermanence', lastDay: localDate('2026-11-01'), today })
      .thenRefused('DateInThePast');
    given(permanence).when({ type: 'EndPermanence', lastDay, today }).thenRefused('UnknownPermanence');
  });

  it('keeps its weekday, its hour on the Paris clock and its rhythm, whichever days are asked for', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(120), fc.integer({ min: 1, max: 4 }), (after, length, interval) => {
        const rule = { ...facts, rrule: `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=TH` };
        const from = addDays(facts.from, after);
        const to = addDays(from, length);
        const whole = meetingsOf(rule, facts.from, addDays(facts.from, 430)).map((one) => one.day);
        const part = meetingsOf(rule, from, to);
        expect(part.map((one) => one.day)).toEqual(whole.filter((day) => from <= day && day <= to));
        for (const { day, startsAt } of part)
          expect([weekday(day), parisTime(startsAt)]).toEqual([4, '14:00']);
      }),
    );
  });

  it('that was refused changes nothing', () => {
    const outcome = permanence.decide({ ...schedule, topics: [] }, permanence.initial);
    expect(isRefusal(outcome)).toBe(true);
  });
});
