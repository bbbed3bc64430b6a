import fc from 'fast-check';
import { readDay } from './days';

const latest = '2026-11-24';

describe('a day as French people write it', () => {
  it.each([
    ['18/02/1950', '1950-02-18'],
    ['1/2/1950', '1950-02-01'],
    ['07.10.2026', '2026-10-07'],
    ['7-10-2026', '2026-10-07'],
    ['1976-06-24', '1976-06-24'],
    ['2026-08-12 14:30', '2026-08-12'],
    ['2026-08-12T14:30:00Z', '2026-08-12'],
    ['12/08/2026 14:30', '2026-08-12'],
    ['le 3 octobre 2026', '2026-10-03'],
    ['1er décembre 2025', '2025-12-01'],
    ['mardi 3 octobre 2026', '2026-10-03'],
    ['mar. 3 oct. 2026', '2026-10-03'],
    ['3 AOÛT 26', '2026-08-03'],
    ['5-févr.-26', '2026-02-05'],
    ['3 octobre 2026 à 14h', '2026-10-03'],
    ['03102026', '2026-10-03'],
    ['46300', '2026-10-05'],
    ['29/02/2024', '2024-02-29'],
    ['20/10/00', '2000-10-20'],
    ['17/03/72', '1972-03-17'],
    ['30/03/46', '1946-03-30'],
    ['25/11/26', '1926-11-25'],
    ['24/11/26', '2026-11-24'],
  ])('%s is %s', (text, day) => expect(readDay(text, { latest })).toBe(day));

  it.each([
    '',
    '??',
    'mardi',
    '31/02/2026',
    '29/02/2023',
    '10/24/2026',
    '00/10/2026',
    '12/10',
    'octobre 2026',
    'hier',
    '3 brumaire 2026',
    '1/1/1',
    '12/08/202',
  ])('%s is no day', (text) => expect(readDay(text, { latest })).toBeUndefined());

  it('reads back every way of writing any day of two centuries', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1930-01-01'), max: new Date('2026-11-24'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const [year, month, number] = day.split('-') as [string, string, string];
          for (const text of [
            day,
            `${number}/${month}/${year}`,
            `${Number(number)}/${Number(month)}/${year}`,
            `${number}.${month}.${year}`,
            `${number}/${month}/${year.slice(2)}`,
            new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' }).format(date),
            new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeZone: 'UTC' }).format(date),
          ]) {
            expect([text, readDay(text, { latest })]).toEqual([text, day]);
          }
        },
      ),
    );
  });
});
