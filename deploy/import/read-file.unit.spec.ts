import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpreadsheet } from './read-file';

const data = join(__dirname, '../../test/data');
const bytes = readFileSync(join(data, 'besoins-ccas.csv'));
const key = JSON.parse(readFileSync(join(data, 'besoins-ccas.key.json'), 'utf8')) as {
  rows: number;
  good: number;
  bad: { line: number; why: string }[];
  toClassify: number[];
};

describe('the spreadsheet of the CCAS', () => {
  const read = readSpreadsheet(bytes, { today: '2026-11-24' });

  it('is read as it was written', () => {
    expect(read.encoding).toBe('windows-1252');
    expect(read.separator).toBe(';');
    expect(read.columns).toEqual({
      lastName: 0,
      firstName: 1,
      birthDate: 2,
      phone: 3,
      email: 4,
      address: 5,
      need: 6,
      urgency: 7,
      contactDate: 8,
      agent: 9,
    });
    expect(read.good.find((row) => row.line === 8)).toMatchObject({
      firstName: 'Élise',
      birthDate: '1951-11-17',
    });
  });

  it('has the bad rows of the key, each with its reason', () => {
    expect(read.rows).toHaveLength(key.rows);
    expect(read.bad.map(({ line, why }) => ({ line, why }))).toEqual(key.bad);
    expect(read.good).toHaveLength(key.good + key.toClassify.length);
    expect(read.good.flatMap((row) => row.remarks)).toEqual([]);
  });
});
