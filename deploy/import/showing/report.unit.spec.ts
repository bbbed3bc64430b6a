import { readSpreadsheet } from '../read-file';
import { reportOf } from './report';
import { resultOf } from './result';

const today = '2026-11-24';
const file =
  'Nom;Prénom;Téléphone;Besoin;Date du contact\r\n' +
  'Perez;Jeanne;+33 633667777;divorce;24/10/2026\r\n' +
  ';;;divorce;24/10/2026\r\n' +
  "Pons;Marthe;=cmd|'/c calc';chat perdu;24/10/2026\r\n" +
  'Perez;Jeanne;;divorce;mardi\r\n';

describe('the report of rows to look at', () => {
  const read = readSpreadsheet(Buffer.from(file), { today });
  const sent = read.good.map(({ line }) => ({
    line,
    personId: String(line),
    broughtPerson: true,
    maybe: [],
    needId: String(line),
    ...(line === 2 && { topic: 'family-law' }),
  }));
  const outcome = { sent, refused: [] };
  const report = reportOf(read, outcome, resultOf(read, outcome))!;

  it('opens in a French spreadsheet and says line, what was done and why', () => {
    expect(report.startsWith('\ufeffLigne;Résultat de l’import;Raison;Nom;Prénom;')).toBe(true);
    const lines = report.split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toContain('3;Non importée;Le nom ou le prénom manque');
    expect(lines[2]).toContain('4;"Importée, à classer ; Importée avec une remarque"');
    expect(lines[3]).toContain(
      '5;Non importée;La date du contact « mardi » n’est pas une date.;Perez;Jeanne',
    );
  });

  it('runs no formula of the file', () => {
    expect(report).toContain("'=cmd");
  });

  it('can be corrected and imported again', () => {
    const again = readSpreadsheet(Buffer.from(report.replaceAll('mardi', '24/10/2026')), { today });
    expect(again.good.map(({ lastName }) => lastName)).toEqual(['Pons', 'Perez']);
    expect(again.columns).toEqual({ lastName: 3, firstName: 4, phone: 5, need: 6, contactDate: 7 });
  });

  it('says which rows are the same contact twice', () => {
    const twice = { sent: [sent[0]!, { ...sent[1]!, needId: '2', topic: 'family-law' }], refused: [] };
    expect(reportOf(read, twice, resultOf(read, twice))).toContain('même jour que la ligne 2');
  });

  it('is not written when there is nothing to say', () => {
    const fine = readSpreadsheet(Buffer.from(file.split('\r\n').slice(0, 2).join('\r\n')), { today });
    const all = { sent: sent.slice(0, 1), refused: [] };
    expect(reportOf(fine, all, resultOf(fine, all))).toBeUndefined();
  });
});
