import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addDays,
  frenchDateTime,
  frenchDay,
  frenchDayAndYear,
  isPublicHoliday,
  isSchoolHoliday,
  localDate,
  parisInstant,
  publicHolidayName,
  reloadSchoolCalendar,
  restoreShippedSchoolCalendar,
  schoolCalendarCovers,
  schoolHolidays,
} from './index';

describe('public holidays of metropolitan France', () => {
  it('has exactly eleven in 2027, the moving ones included', () => {
    const found: string[] = [];
    for (let day = localDate('2027-01-01'); day < '2028-01-01'; day = addDays(day, 1)) {
      if (isPublicHoliday(day)) found.push(day.slice(5));
    }
    expect(found).toEqual([
      '01-01',
      '03-29',
      '05-01',
      '05-06',
      '05-08',
      '05-17',
      '07-14',
      '08-15',
      '11-01',
      '11-11',
      '12-25',
    ]);
  });

  it('names them, and leaves out those of Alsace', () => {
    expect(publicHolidayName(localDate('2026-12-25'))).toBe('Noël');
    expect(isPublicHoliday(localDate('2026-12-26'))).toBe(false);
  });
});

describe('the school calendar', () => {
  const folder = mkdtempSync(join(tmpdir(), 'school-calendar-'));
  afterEach(restoreShippedSchoolCalendar);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('starts the day classes end and stops the day they start again', () => {
    const answers = ['2027-02-05', '2027-02-06', '2027-02-21', '2027-02-22'].map((it) =>
      isSchoolHoliday(localDate(it), 'C'),
    );
    expect(answers).toEqual([false, true, true, false]);
    expect(isSchoolHoliday(localDate('2027-02-06'), 'A')).toBe(false);
  });

  it.each(['A', 'B', 'C'] as const)('gives zone %s seven holidays a year, in order, apart', (zone) => {
    const holidays = schoolHolidays(zone);
    expect(holidays).toHaveLength(12);
    holidays.slice(1).forEach((it, index) => expect(it.from > (holidays[index]?.until ?? '')).toBe(true));
  });

  it('starts short holidays on a Saturday and ends them on a Monday', () => {
    for (const it of schoolHolidays('C').filter(
      ({ name }) => !['Été', "Pont de l'Ascension"].includes(name),
    )) {
      expect([
        it.name,
        frenchDay(localDate(it.from)).split(' ')[0],
        frenchDay(localDate(it.until)).split(' ')[0],
      ]).toEqual([it.name, 'samedi', 'lundi']);
    }
  });

  it('says which years it knows', () => {
    expect(schoolCalendarCovers(localDate('2026-12-03'))).toBe(true);
    expect(schoolCalendarCovers(localDate('2030-12-03'))).toBe(false);
  });

  it('is replaced by a file, and kept when the file is wrong', () => {
    const path = join(folder, 'calendar.json');
    const holidays = [{ name: 'Hiver', zones: ['C'], from: '2030-02-09', until: '2030-02-25' }];
    writeFileSync(
      path,
      JSON.stringify({ source: 'essai', knownFrom: '2029-09-01', knownUntil: '2030-09-01', holidays }),
    );
    reloadSchoolCalendar(path);
    expect(isSchoolHoliday(localDate('2030-02-10'), 'C')).toBe(true);
    writeFileSync(path, '{"holidays": []}');
    expect(() => reloadSchoolCalendar(path)).toThrow(/malformed at source/);
    expect(() => reloadSchoolCalendar(join(folder, 'absent.json'))).toThrow(/cannot be read/);
    expect(isSchoolHoliday(localDate('2030-02-10'), 'C')).toBe(true);
  });
});

describe('French dates', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');

  it('writes days as people say them', () => {
    expect(frenchDay(localDate('2026-12-03'))).toBe('jeudi 3 décembre');
    expect(frenchDay(localDate('2026-12-01'))).toBe('mardi 1er décembre');
    expect(frenchDayAndYear(localDate('2026-12-03'))).toBe('jeudi 3 décembre 2026');
    expect(frenchDay(new Date('2026-12-02T23:30:00Z'))).toBe('jeudi 3 décembre');
  });

  it.each([
    ['14:00', 'jeudi 3 décembre, 14 h'],
    ['14:30', 'jeudi 3 décembre, 14 h 30'],
    ['09:05', 'jeudi 3 décembre, 9 h 05'],
    ['00:00', 'jeudi 3 décembre, 0 h'],
  ])('writes %s as %j', (time, text) => {
    expect(plain(frenchDateTime(parisInstant(localDate('2026-12-03'), time)))).toBe(text);
  });
});
