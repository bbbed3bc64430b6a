import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  isPublicHoliday,
  isSchoolHoliday,
  localDate,
  occurrences,
  parisDay,
  parisTime,
  RruleRefused,
  slots,
  validateRrule,
  weekday,
} from './index';

const tuesdays = {
  from: localDate('2026-10-13'),
  to: localDate('2026-11-17'),
  startTime: '14:00',
  durationMinutes: 180,
};

describe('occurrences', () => {
  it('keeps 14:00 on a Paris clock across the change of hour', () => {
    expect(occurrences('FREQ=WEEKLY;BYDAY=TU', tuesdays).map((it) => it.startsAt.toISOString())).toEqual([
      '2026-10-13T12:00:00.000Z',
      '2026-10-20T12:00:00.000Z',
      '2026-10-27T13:00:00.000Z',
      '2026-11-03T13:00:00.000Z',
      '2026-11-10T13:00:00.000Z',
      '2026-11-17T13:00:00.000Z',
    ]);
  });

  it('leaves out school holidays and public holidays when asked', () => {
    const days = (rule: string, more: object) =>
      occurrences(rule, { ...tuesdays, ...more }).map((it) => it.day);
    expect(days('FREQ=WEEKLY;BYDAY=TU', { skipSchoolHolidays: 'C' })).toEqual([
      '2026-10-13',
      '2026-11-03',
      '2026-11-10',
      '2026-11-17',
    ]);
    expect(days('FREQ=WEEKLY;BYDAY=WE', { skipPublicHolidays: true })).not.toContain('2026-11-11');
    expect(days('FREQ=WEEKLY;BYDAY=WE', {})).toContain('2026-11-11');
  });

  it('keeps the phase of every other week when the window moves', () => {
    const anchor = localDate('2026-10-13');
    const all = occurrences('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', { ...tuesdays, anchor });
    const later = occurrences('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', {
      ...tuesdays,
      anchor,
      from: localDate('2026-10-20'),
    });
    expect(all.map((it) => it.day)).toEqual(['2026-10-13', '2026-10-27', '2026-11-10']);
    expect(later).toEqual(all.slice(1));
  });

  it('stops at UNTIL, a day or an instant, and at COUNT', () => {
    const days = (rule: string) => occurrences(rule, tuesdays).map((it) => it.day);
    expect(days('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261020')).toEqual(['2026-10-13', '2026-10-20']);
    expect(days('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261020T115959Z')).toEqual(['2026-10-13']);
    expect(days('RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261020T140000')).toEqual(['2026-10-13', '2026-10-20']);
    expect(days('FREQ=WEEKLY;BYDAY=TU;COUNT=3')).toHaveLength(3);
  });

  it('answers first and third Tuesdays', () => {
    expect(occurrences('FREQ=MONTHLY;BYDAY=1TU,3TU', tuesdays).map((it) => it.day)).toEqual([
      '2026-10-20',
      '2026-11-03',
      '2026-11-17',
    ]);
  });

  it('gives nothing for an empty window, and refuses one too long or a length that is not one', () => {
    expect(occurrences('FREQ=DAILY', { ...tuesdays, to: localDate('2026-10-12') })).toEqual([]);
    expect(() => occurrences('FREQ=DAILY', { ...tuesdays, to: localDate('2036-10-12') })).toThrow(RangeError);
    expect(() => occurrences('FREQ=DAILY', { ...tuesdays, durationMinutes: 0 })).toThrow(RangeError);
    expect(() => occurrences('FREQ=SECONDLY', tuesdays)).toThrow(RruleRefused);
  });

  it('is bounded, ordered, inside its window and on its weekdays, for any rule and window', () => {
    const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 400 }),
        fc.subarray(names, { minLength: 1 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        (shift, length, byDay, interval, skip) => {
          const from = addDays(localDate('2024-01-01'), shift);
          const to = addDays(from, length);
          const found = occurrences(`FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${byDay.join(',')}`, {
            from,
            to,
            startTime: '09:30',
            durationMinutes: 150,
            skipPublicHolidays: skip,
            skipSchoolHolidays: skip ? 'C' : undefined,
          });
          expect(found.length).toBeLessThanOrEqual(daysBetween(from, to) + 1);
          found.forEach((it, index) => {
            expect(it.day >= from && it.day <= to).toBe(true);
            expect(byDay).toContain(names[weekday(it.day) - 1]);
            expect([parisDay(it.startsAt), parisTime(it.startsAt), parisTime(it.endsAt)]).toEqual([
              it.day,
              '09:30',
              '12:00',
            ]);
            if (skip) expect(isPublicHoliday(it.day) || isSchoolHoliday(it.day, 'C')).toBe(false);
            const before = found[index - 1];
            if (before) expect(before.day < it.day).toBe(true);
          });
        },
      ),
    );
  });
});

describe('validateRrule', () => {
  it.each([
    'FREQ=WEEKLY;BYDAY=TU',
    'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
    'FREQ=MONTHLY;BYDAY=2WE',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=DAILY;COUNT=10',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z',
  ])('takes %s', (text) => expect(validateRrule(text)).toEqual({ ok: true }));

  it.each([
    '',
    'tous les mardis',
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;INTERVAL=1',
    'FREQ=HOURLY',
    'BYDAY=TU',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;INTERVAL=0',
    'FREQ=WEEKLY;INTERVAL=-1',
    'FREQ=WEEKLY;INTERVAL=99999',
    'FREQ=WEEKLY;COUNT=0',
    'FREQ=WEEKLY;COUNT=100000',
    'FREQ=WEEKLY;COUNT=2;UNTIL=20270101',
    'FREQ=WEEKLY;UNTIL=20270231',
    'FREQ=WEEKLY;UNTIL=20270201T256161Z',
    'FREQ=WEEKLY;FREQ=DAILY',
    'FREQ=WEEKLY;BYHOUR=3',
    'FREQ=WEEKLY;FOO=1',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=99',
    'FREQ=WEEKLY\nDTSTART:20260101T000000Z',
    'FREQ=WEEKLY\nRDATE:20260101T000000Z',
    `FREQ=WEEKLY;BYDAY=${'TU,'.repeat(300)}TU`,
  ])('refuses %j with a sentence', (text) => {
    const check = validateRrule(text);
    expect(check.ok).toBe(false);
    if (!check.ok) expect(check.why).toMatch(/^[A-ZÀ-Ü«].*\.$/);
  });

  it('never throws and answers quickly, whatever the text', () => {
    const part = fc.oneof(
      fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY', 'FREQ=SECONDLY', 'WKST=SU'),
      fc
        .tuple(
          fc.constantFrom('INTERVAL', 'COUNT', 'BYMONTH', 'BYMONTHDAY', 'BYSETPOS'),
          fc.integer({ min: -400, max: 400 }),
        )
        .map(([name, value]) => `${name}=${value}`),
      fc.constantFrom('BYDAY=MO', 'BYDAY=-5FR', 'BYDAY=5SU', 'UNTIL=20270101', 'UNTIL=x'),
      fc.string(),
    );
    const started = Date.now();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 6 }).map((parts) => parts.join(';')),
        ),
        (text) => {
          const check = validateRrule(text);
          if (check.ok) expect(occurrences(text, tuesdays).length).toBeLessThanOrEqual(36);
        },
      ),
      { numRuns: 200 },
    );
    expect(Date.now() - started).toBeLessThan(30_000);
  });
});

describe('slots', () => {
  const at = (time: string) => new Date(`2026-12-03T${time}:00Z`);

  it('cuts a session, and leaves out what is too short', () => {
    expect(slots(at('13:00'), at('14:40'), 30).map((it) => it.startsAt.toISOString().slice(11, 16))).toEqual([
      '13:00',
      '13:30',
      '14:00',
    ]);
    expect(slots(at('13:00'), at('13:00'), 30)).toEqual([]);
    expect(slots(at('14:00'), at('13:00'), 30)).toEqual([]);
  });

  it('never overlaps, never leaves the session', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 720 }), fc.integer({ min: 1, max: 120 }), (length, minutes) => {
        const start = at('00:00');
        const end = new Date(start.getTime() + length * 60_000);
        const cut = slots(start, end, minutes);
        expect(cut).toHaveLength(Math.floor(length / minutes));
        cut.forEach((slot, index) => {
          expect(slot.startsAt.getTime()).toBe(cut[index - 1]?.endsAt.getTime() ?? start.getTime());
          expect(slot.endsAt.getTime()).toBeLessThanOrEqual(end.getTime());
        });
      }),
    );
  });

  it.each([0, -5, 1.5, Number.NaN])('refuses %d minutes', (minutes) => {
    expect(() => slots(at('13:00'), at('14:00'), minutes)).toThrow(RangeError);
  });

  it('refuses a span that only a mistake of unit explains', () => {
    expect(() => slots(at('13:00'), new Date('2030-01-01'), 1)).toThrow(RangeError);
  });
});
