import { asCsv } from './csv';

describe('a file for a French spreadsheet', () => {
  it('has its mark, semicolons, and quotes where a cell needs them', () => {
    expect(asCsv(['Nom', 'Besoin'], [['Pons', 'dit « loyer » ; "urgent"\nrappeler']])).toBe(
      '\u{feff}Nom;Besoin\r\nPons;"dit « loyer » ; ""urgent""\nrappeler"\r\n',
    );
  });

  it('never lets a resident’s words run as a formula', () => {
    for (const start of ['=', '+', '-', '@']) {
      expect(asCsv(['Besoin'], [[`${start}HYPERLINK("x")`]])).toContain(`"'${start}HYPERLINK`);
    }
  });

  it('leaves plain words alone', () => expect(asCsv(['a'], [['été']])).toBe('\u{feff}a\r\nété\r\n'));
});
