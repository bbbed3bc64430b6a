import { checkRow } from './check-row';
import { isBad } from './row';

const columns = {
  lastName: 0,
  firstName: 1,
  birthDate: 2,
  phone: 3,
  email: 4,
  need: 5,
  urgency: 6,
  contactDate: 7,
  agent: 8,
};
const usual = [
  'Perez',
  'Jeanne',
  '18/02/1950',
  '06 33 66 77 77',
  'J@Example.org',
  'divorce en cours',
  'U',
  '24/10/2026',
  'MCL',
];
const check = (change: Record<number, string> = {}, cells = usual) =>
  checkRow(
    { line: 7, cells: cells.map((cell, at) => change[at] ?? cell) },
    { columns, width: 9, today: '2026-11-24' },
  );
const why = (row: ReturnType<typeof check>) => (isBad(row) ? row.why : 'good');

describe('one row', () => {
  it('is what the API is told', () => {
    expect(check()).toEqual({
      line: 7,
      lastName: 'Perez',
      firstName: 'Jeanne',
      birthDate: '1950-02-18',
      phone: '0633667777',
      email: 'j@example.org',
      words: 'divorce en cours',
      urgency: 'urgent',
      contactedOn: '2026-10-24',
      note: 'Noté par MCL (import).',
      remarks: [],
    });
  });

  it.each([
    [{ 0: '' }, 'no name'],
    [{ 1: ' ' }, 'no name'],
    [{ 0: '?', 1: 'inconnu' }, 'no name'],
    [{ 5: '' }, 'no need'],
    [{ 5: ' ?? ' }, 'no need'],
    [{ 7: '' }, 'contact date'],
    [{ 7: 'mardi' }, 'contact date'],
    [{ 7: '31/02/2026' }, 'contact date'],
    [{ 7: '25/11/2026' }, 'contact date'],
    [{ 7: '24/10/1926' }, 'contact date'],
    [{ 2: '30/06/2029' }, 'born after the contact'],
    [{ 2: '25/10/2026' }, 'born after the contact'],
    [{ 2: '24/10/2026' }, 'good'],
    [{ 2: '25/10/26' }, 'good'],
    [{ 8: '' }, 'good'],
  ])('%j is %s', (change, expected) => expect(why(check(change))).toBe(expected));

  it('cut short is usable only when the date of the contact is still there', () => {
    expect(why(check({}, usual.slice(0, 5)))).toBe('columns missing');
    expect(why(check({}, usual.slice(0, 7)))).toBe('columns missing');
    expect(why(check({}, usual.slice(0, 8)))).toBe('good');
  });

  it('with a cell too many cannot be trusted, unless the cell is empty', () => {
    expect(why(check({}, [...usual, 'x']))).toBe('unreadable');
    expect(why(check({}, [...usual, '', ' ']))).toBe('good');
  });

  it('leaves out what it cannot read, and says so', () => {
    expect(check({ 2: 'vers 1950', 3: 'la voisine', 4: 'jeanne(at)example', 6: 'à voir' })).toMatchObject({
      urgency: 'normal',
      remarks: [
        expect.stringContaining('date de naissance « vers 1950 »'),
        expect.stringContaining('téléphone « la voisine »'),
        expect.stringContaining('adresse mail « jeanne(at)example »'),
        expect.stringContaining('urgence « à voir »'),
      ],
    });
    expect(check({ 2: 'vers 1950' })).not.toHaveProperty('birthDate');
  });

  it('keeps in the note what is too long for the words', () => {
    const row = check({ 5: 'long '.repeat(600) });
    expect(isBad(row) ? '' : row.words).toHaveLength(2_000);
    expect(isBad(row) ? '' : row.note).toContain('long '.repeat(599).trim());
  });
});
