import fc from 'fast-check';
import { normaliseAddress } from './normalise-address';
import { normaliseMail } from './normalise-mail';
import { joinedName, normaliseName } from './normalise-name';
import { normalisePhone } from './normalise-phone';

describe('names', () => {
  it.each([
    ['DE  L’Étoile-Noël', 'de l etoile noel'],
    ['  Mme Dupont née Martin ', 'dupont martin'],
    ['Cœur', 'coeur'],
    ['Müller', 'muller'],
    ['Ńguyễn', 'nguyen'],
    ['Mme', 'mme'],
    ['123', ''],
    ['', ''],
  ])('%s reads %s', (typed, read) => expect(normaliseName(typed)).toBe(read));

  it('reads hyphens, spaces and neither the same when joined', () => {
    expect(joinedName('Marie-Claire')).toBe(joinedName('marie claire'));
    expect(joinedName('Marieclaire')).toBe(joinedName('MARIE  CLAIRE'));
  });

  it('changes nothing when given its own answer, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(normaliseName(normaliseName(typed))).toBe(normaliseName(typed));
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not see case, accents, hyphens or spaces around', () => {
    const letter = fc.constantFrom(...'abcdeéèêëfghiïîjklmnoôöpqrstuùûüvwxyzç');
    const word = fc.array(letter, { minLength: 1, maxLength: 9 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const plain = normaliseName(words.join(' '));
        const bare = words.join(' ').normalize('NFD').replace(/\p{M}/gu, '');
        expect(normaliseName(words.join('-').toUpperCase())).toBe(plain);
        expect(normaliseName(`  ${bare}\t`)).toBe(plain);
      }),
    );
  });
});

describe('phones', () => {
  it.each([
    '0667777433',
    '06 67 77 74 33',
    '06.67.77.74.33',
    '06-67-77-74-33',
    '+33667777433',
    '+33 6 67 77 74 33',
    '+33 (0)6 67 77 74 33',
    '+33 06 67 77 74 33',
    '0033667777433',
    '33667777433',
    '667777433',
  ])('%s is one number', (typed) => expect(normalisePhone(typed)).toBe('+33667777433'));

  it.each(['', 'voir avec sa mère', '0', '06 67 77 74', '06677774331', '0000000000', '+33', '+331234'])(
    '%s cannot be dialled',
    (typed) => expect(normalisePhone(typed)).toBeUndefined(),
  );

  it('keeps numbers of other countries', () => {
    expect(normalisePhone('+44 20 7946 0000')).toBe('+442079460000');
    expect(normalisePhone('00262 692 12 34 56')).toBe('+262692123456');
  });

  it('reads any form of any French number the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (number) => {
        const normal = normalisePhone(`0${number}`);
        expect(normal).toBe(`+33${number}`);
        for (const typed of [`+33 ${number}`, `0033${number}`, String(number)]) {
          expect(normalisePhone(typed)).toBe(normal);
        }
      }),
    );
  });
});

describe('mails', () => {
  it.each([
    [' Jeanne.Perez@Exemple.FR ', 'jeanne.perez@exemple.fr'],
    ['mailto:a+b@mairie.exemple.fr', 'a+b@mairie.exemple.fr'],
    ['<a@exemple.fr>', 'a@exemple.fr'],
  ])('%s reads %s', (typed, read) => expect(normaliseMail(typed)).toBe(read));

  it.each([
    '',
    'jeanne',
    'jeanne@',
    '@exemple.fr',
    'a@b',
    'a b@exemple.fr',
    'a@exemple.fr\r\nBcc: x@y.fr',
    'a@-b.fr',
  ])('%j cannot be written to', (typed) => expect(normaliseMail(typed)).toBeUndefined());
});

describe('addresses', () => {
  it.each([
    ['12 bis, av. de la Gare', '12BIS Avenue de la gare'],
    ['86, avenue de Turpin', '86 av Turpin 91370 Verrières-le-Buisson'],
    ['3 bd St Michel', '3, boulevard Saint-Michel'],
  ])('%s is %s', (one, other) => expect(normaliseAddress(one)).toBe(normaliseAddress(other)));

  it('tells two numbers of a street apart', () => {
    expect(normaliseAddress('12 rue Neuve')).not.toBe(normaliseAddress('13 rue Neuve'));
  });
});
