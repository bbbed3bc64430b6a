import { ageOn, clock, days, longDay, moment, parisToday } from './dates';

describe('dates as people say them', () => {
  const now = new Date('2026-11-24T12:00:00Z');

  it('in Paris, whatever the machine', () => {
    expect(moment('2026-12-03T13:00:00Z', now)).toBe('jeudi 3 décembre, 14\u00a0h');
    expect(moment('2027-07-01T07:05:00Z', now)).toBe('jeudi 1er juillet 2027, 9\u00a0h\u00a005');
    expect(clock('2026-12-03T23:30:00Z')).toBe('0\u00a0h\u00a030');
    expect(parisToday(new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25');
  });

  it('a day has no zone', () => expect(longDay('1988-03-01')).toBe('1er mars 1988'));

  it('counts years and days', () => {
    expect([ageOn('1988-11-24', '2026-11-24'), ageOn('1988-11-25', '2026-11-24')]).toEqual([38, 37]);
    expect([0, 1, 12].map(days)).toEqual(['aujourd’hui', '1 jour', '12 jours']);
  });
});
