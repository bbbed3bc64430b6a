import { daysOf, rruleOf, ruleWords } from './rule';

it('writes the rhythm as an agenda understands it', () => {
  expect(rruleOf({ frequency: 'weekly', weekdays: [4, 2], nth: 1 })).toBe('FREQ=WEEKLY;BYDAY=TU,TH');
  expect(rruleOf({ frequency: 'fortnightly', weekdays: [1], nth: 1 })).toBe(
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
  );
  expect(rruleOf({ frequency: 'monthly', weekdays: [5], nth: -1 })).toBe('FREQ=MONTHLY;BYDAY=-1FR');
});

it('shows the dates that follow', () => {
  const [from, to] = ['2026-12-02', '2027-01-31'];
  expect(daysOf({ frequency: 'fortnightly', weekdays: [2, 4], nth: 1 }, from, '2026-12-20')).toEqual([
    '2026-12-03',
    '2026-12-15',
    '2026-12-17',
  ]);
  expect(daysOf({ frequency: 'monthly', weekdays: [3], nth: 1 }, from, to)).toEqual([
    '2026-12-02',
    '2027-01-06',
  ]);
  expect(daysOf({ frequency: 'monthly', weekdays: [5], nth: -1 }, from, to)).toEqual([
    '2026-12-25',
    '2027-01-29',
  ]);
});

it('says a rule as people say it', () => {
  expect(ruleWords('FREQ=WEEKLY;BYDAY=TU,TH')).toBe('Chaque mardi et jeudi');
  expect(ruleWords('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO')).toBe('Un lundi sur deux');
  expect(ruleWords('FREQ=MONTHLY;BYDAY=1WE,3WE')).toBe('Le 1er et le 3e mercredi du mois');
  expect(ruleWords('FREQ=MONTHLY;BYDAY=-1FR')).toBe('Le dernier vendredi du mois');
  expect(ruleWords('FREQ=YEARLY;BYMONTH=1')).toBe('Selon une règle particulière');
});
