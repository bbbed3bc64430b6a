import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotImport } from './cannot-import';
import { readSpreadsheet } from './read-file';

const today = '2026-11-24';
const read = (name: string) =>
  readSpreadsheet(readFileSync(join(__dirname, '../../test/data/import', name)), { today });

describe('files that towns really have', () => {
  it('in another order, in UTF-8, with commas', () => {
    const { encoding, separator, good, bad } = read('other-order-utf8-commas.csv');
    expect({ encoding, separator, bad }).toEqual({ encoding: 'utf-8', separator: ',', bad: [] });
    expect(good).toEqual([
      expect.objectContaining({
        lastName: 'Perez',
        words: 'divorce, garde des enfants',
        note: 'vient avec sa fille, préfère le matin',
        email: 'jeanne.perez@example.org',
        urgency: 'urgent',
      }),
      expect.objectContaining({ contactedOn: '2026-10-06', birthDate: '1988-03-03', phone: '0644556677' }),
    ]);
  });

  it('in UTF-16, with one column for both names', () => {
    const { encoding, separator, good } = read('full-name-utf16.csv');
    expect({ encoding, separator }).toEqual({ encoding: 'utf-16le', separator: '\t' });
    expect(good.map(({ lastName, firstName, contactedOn }) => [lastName, firstName, contactedOn])).toEqual([
      ['De Oliveira', 'Maria', '2026-10-05'],
      ['Le Gall', 'Noël', '2026-10-06'],
    ]);
  });

  it('without a header', () => {
    const { columns, good } = read('no-header.csv');
    expect(columns).toEqual({ lastName: 0, firstName: 1, birthDate: 2, phone: 3, need: 4, contactDate: 5 });
    expect(good).toHaveLength(5);
  });

  it('with quotes that nobody closed: only their rows are lost, and said', () => {
    const { good, bad } = read('unclosed-quotes.csv');
    expect(bad.map(({ line, why }) => [line, why])).toEqual([
      [2, 'unreadable'],
      [5, 'unreadable'],
      [8, 'unreadable'],
    ]);
    expect(good.map(({ line, words }) => [line, words])).toEqual([
      [3, 'loyers impayés'],
      [4, 'a dit "au secours"; pleure'],
      [6, 'deux lignes'],
    ]);
  });

  it('with a line of 10 MB, quickly', () => {
    const file = `Nom;Prénom;Besoin;Date du contact\nPerez;Jeanne;${'blabla '.repeat(1_500_000)};1/10/2026\nPons;Marthe;divorce;2/10/2026\n`;
    const began = performance.now();
    const { good, bad } = readSpreadsheet(Buffer.from(file), { today });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(bad).toEqual([
      { line: 2, why: 'unreadable', reason: 'La ligne est beaucoup trop longue pour être une demande.' },
    ]);
    expect(good.map(({ line }) => line)).toEqual([3]);
  });
});

describe('files that are none', () => {
  it.each([
    ['empty.csv', 'Le fichier est vide'],
    ['header-only.csv', 'pas de ligne sous son en-tête'],
    ['no-columns.csv', 'Je ne'],
    ['missing-column.csv', 'date-contact'],
    ['binary.csv', 'ne contient pas du texte'],
    ['workbook.csv', 'classeur Excel'],
  ])('%s is refused in one sentence', (name, words) => {
    expect(() => read(name)).toThrow(CannotImport);
    expect(() => read(name)).toThrow(words);
  });
});
