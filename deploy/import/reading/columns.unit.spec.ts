import { CannotImport } from '../cannot-import';
import { layOut } from './columns';
import { records } from './records';

const today = '2026-11-24';
const lay = (text: string, asked = {}) => layOut([...records(text, ';')], { today, asked });

describe('guessing which column is which', () => {
  it('knows the headers of towns, in any order, whatever their case and accents', () => {
    const { columns } = lay(
      'DATE DE CONTACT;Objet de la demande;PRENOM;Nom de famille;Date de naissance;N° de téléphone;Adresse e-mail;Adresse postale;Degré d’urgence;Saisi par;Observations\nx;x;x;x;x;x;x;x;x;x;x',
    );
    expect(columns).toEqual({
      contactDate: 0,
      need: 1,
      firstName: 2,
      lastName: 3,
      birthDate: 4,
      phone: 5,
      email: 6,
      address: 7,
      urgency: 8,
      agent: 9,
      note: 10,
    });
  });

  it('finds the header under a title', () => {
    const { columns, rows } = lay(
      'CCAS de Verrières – besoins 2026\n\nNom;Prénom;Besoin;Date\nPerez;Jeanne;divorce;1/10/2026',
    );
    expect(columns).toMatchObject({ lastName: 0, firstName: 1, need: 2, contactDate: 3 });
    expect(rows.map(({ line }) => line)).toEqual([4]);
  });

  it('reads names in one column', () => {
    expect(lay('Usager;Demande;Date\nPerez Jeanne;divorce;1/10/2026').columns).toEqual({
      fullName: 0,
      need: 1,
      contactDate: 2,
    });
  });

  it('guesses from the contents when there is no header', () => {
    const people = ['Jeanne', 'Marie', 'Paul', 'Nicole', 'Denis', 'Louise'];
    const text = people
      .map(
        (name, at) =>
          `${name};Perez${'abcdef'[at]};0${at + 1}/10/2026;besoin d'aide pour mon divorce;06 12 34 56 7${at};${name}@example.org;1${at}/02/1950`,
      )
      .join('\n');
    const { columns, headers, rows } = lay(text);
    expect(headers).toEqual([]);
    expect(rows).toHaveLength(6);
    expect(columns).toEqual({
      firstName: 0,
      lastName: 1,
      contactDate: 2,
      need: 3,
      phone: 4,
      email: 5,
      birthDate: 6,
    });
  });

  it('obeys the person, by header or by number', () => {
    const text = 'A;B;C;D\nPerez;Jeanne;divorce;1/10/2026';
    expect(lay(text, { lastName: 'a', firstName: '2', need: 'C', contactDate: 'D' }).columns).toMatchObject({
      lastName: 0,
      firstName: 1,
      need: 2,
      contactDate: 3,
    });
    expect(() => lay(text, { need: 'Motif' })).toThrow('Je ne trouve pas de colonne « Motif »');
  });

  it('says which column it misses and how to name it', () => {
    expect(() => lay('Nom;Prénom;Couleur\nPerez;Jeanne;bleu')).toThrow(CannotImport);
    expect(() => lay('Nom;Prénom;Couleur\nPerez;Jeanne;bleu')).toThrow('besoin, date-contact');
  });
});
