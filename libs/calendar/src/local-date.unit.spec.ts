import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  dueAt,
  isLocalDate,
  localDate,
  parisDay,
  parisInstant,
  parisTime,
  weekday,
} from './index';

const anyDay = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)));
const anyTime = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

/** Independent of our own arithmetic: what the platform's Intl says of a Paris clock. */
function intlParis(instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Paris',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const of = (type: string) => parts.find((it) => it.type === type)?.value;
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`;
}

describe('a calendar day', () => {
  it.each(['2026-02-29', '2026-2-1', '2026-13-01', '2026-04-31', '', '2026-12-03T00:00', '٢٠٢٦-12-03'])(
    'refuses %j',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => localDate(text)).toThrow(RangeError);
    },
  );

  it('takes the leap day of a leap year', () => {
    expect(addDays(localDate('2028-02-28'), 1)).toBe('2028-02-29');
  });

  it('knows its weekday, Monday first', () => {
    expect(weekday(localDate('2026-12-03'))).toBe(4);
    expect(weekday(localDate('2026-12-06'))).toBe(7);
  });

  it('adds and counts days as opposites', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
    );
  });

  it('refuses a fraction of a day', () => {
    expect(() => addDays(localDate('2026-12-03'), 0.5)).toThrow(RangeError);
  });
});

describe('Paris clocks', () => {
  it('reads any instant as the platform does', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (instant) => {
          expect(`${parisDay(instant)} ${parisTime(instant)}`).toBe(intlParis(instant));
        },
      ),
    );
  });

  it('finds the instant of any day and time, back and forth', () => {
    fc.assert(
      fc.property(anyDay, anyTime, (day, time) => {
        const shown = intlParis(parisInstant(day, time));
        // Only the hour that does not exist may come back one hour later.
        if (shown !== `${day} ${time}`) expect(shown).toBe(`${day} 03${time.slice(2)}`);
      }),
    );
  });

  it('moves the hour that does not exist one hour later', () => {
    expect(parisInstant(localDate('2026-03-29'), '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(parisTime(parisInstant(localDate('2026-03-29'), '02:30'))).toBe('03:30');
  });

  it('takes the first of the hour that comes twice', () => {
    expect(parisInstant(localDate('2026-10-25'), '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(parisInstant(localDate('2026-10-25'), '03:00').toISOString()).toBe('2026-10-25T02:00:00.000Z');
  });

  it('never goes back in time along a day, in any week of the year', () => {
    fc.assert(
      fc.property(anyDay, anyTime, anyTime, (day, one, other) => {
        const [early, late] = [one, other].sort() as [string, string];
        const inGap = early.startsWith('02') && parisTime(parisInstant(day, early)) !== early;
        if (!inGap)
          expect(parisInstant(day, early).getTime()).toBeLessThanOrEqual(parisInstant(day, late).getTime());
      }),
    );
  });

  it.each(['24:00', '9:00', '12:60', '', '12h30'])('refuses %j as a time', (time) => {
    expect(() => parisInstant(localDate('2026-12-03'), time)).toThrow(RangeError);
  });

  it('makes a promise fall due at 08:00 Paris, in winter as in summer', () => {
    expect(dueAt(localDate('2026-10-20'), 10).toISOString()).toBe('2026-10-30T07:00:00.000Z');
    expect(dueAt(localDate('2026-07-01'), 10).toISOString()).toBe('2026-07-11T06:00:00.000Z');
  });
});
