import { addDays, byDay, dayWords, daysBetween, minutesInParis, mondayOf, timeWords } from './calendar';

it('counts days across months, years and the change of clocks', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
});

it('reads a Paris clock, in winter and in summer', () => {
  expect(minutesInParis('2026-12-03T13:00:00Z')).toBe(14 * 60);
  expect(minutesInParis('2026-07-03T12:30:00Z')).toBe(14 * 60 + 30);
  expect(timeWords(14 * 60 + 5)).toBe('14\u00a0h\u00a005');
  expect(dayWords('2026-12-01')).toBe('mardi 1er décembre');
});

it('puts rows under the day that they have in Paris', () => {
  const rows = ['2026-12-03T22:30:00Z', '2026-12-03T23:30:00Z'];
  expect(byDay(rows, (row) => row).map(([day]) => day)).toEqual(['2026-12-03', '2026-12-04']);
});
