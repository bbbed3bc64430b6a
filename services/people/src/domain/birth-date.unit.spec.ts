import { ageBandOn, ageOn, readBirthDate } from './birth-date';

const today = '2026-11-24';

describe('a birth date', () => {
  it.each([
    '18/02/1950',
    '18.02.1950',
    '18-2-1950',
    '18 02 1950',
    '18/2/50',
    '1950-02-18',
    '1950/2/18',
    '18 février 1950',
    '18 FEVRIER 50',
    '18 févr. 1950',
    '18021950',
    ' 18/02/1950 ',
    '1950-02-18T00:00:00Z',
  ])('%s is read', (typed) => expect(readBirthDate(typed, today)).toBe('1950-02-18'));

  it.each([
    '',
    'inconnue',
    '31/02/1980',
    '00/01/1980',
    '12/13/1980',
    '29/02/2001',
    '1/1/1',
    '18 xyz 1950',
    '18 jui 1950',
    '01/01/1700',
  ])('%j is no day', (typed) => expect(readBirthDate(typed, today)).toBeUndefined());

  it('reads two digits in the last hundred years', () => {
    expect(readBirthDate('01/01/26', today)).toBe('2026-01-01');
    expect(readBirthDate('01/01/27', today)).toBe('1927-01-01');
    expect(readBirthDate('20/10/00', today)).toBe('2000-10-20');
    expect(readBirthDate('1er mai 1980', today)).toBe('1980-05-01');
  });
});

describe('an age', () => {
  it('grows on the birthday', () => {
    expect(ageOn('2008-11-25', today)).toBe(17);
    expect(ageOn('2008-11-24', today)).toBe(18);
  });

  it.each([
    ['2026-01-01', '0-2'],
    ['2023-11-24', '3-11'],
    ['2014-11-24', '12-17'],
    ['2008-11-24', '18-25'],
    ['2000-11-24', '26-64'],
    ['1961-11-24', '65+'],
    [undefined, 'unknown'],
  ])('%s is in %s', (birthDate, band) => expect(ageBandOn(birthDate, today)).toBe(band));
});
