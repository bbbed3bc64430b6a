import fc from 'fast-check';
import { compareNames } from './compare-names';
import { normaliseName } from './normalise-name';
import { slipsBetween } from './slip-of-the-keyboard';

const compare = (a: readonly [string, string], b: readonly [string, string]) =>
  compareNames(
    { first: normaliseName(a[0]), last: normaliseName(a[1]) },
    { first: normaliseName(b[0]), last: normaliseName(b[1]) },
  );

describe('two names', () => {
  it.each([
    ['Jeanne', 'Pérez', 'JEANNE', 'PEREZ'],
    ['Jeanne', 'Pérez', 'Perez', 'Jeanne'],
    ['Marie-Claire', 'Le Goff', 'Marie Claire', 'Le-Goff'],
    ['Marieclaire', 'Legoff', 'Marie Claire', 'Le Goff'],
    ['Marie', 'Claire Dupont', 'Marie Claire', 'Dupont'],
  ])('%s %s and %s %s are the same', (a, b, c, d) => expect(compare([a, b], [c, d])).toBe('same'));

  it.each([
    ['Sophie', 'Dupont', 'Sophie', 'Dupond'],
    ['Sophie', 'Lefèvre', 'Sophie', 'Lefebvre'],
    ['Sophie', 'Dupont', 'Sphie', 'Dupont'],
    ['Sophie', 'Dupont', 'Dupont', 'Sohpie'],
    ['Sophie', 'Besson', 'Sophie', 'Besson-Launay'],
  ])('%s %s and %s %s are a slip apart', (a, b, c, d) => expect(compare([a, b], [c, d])).toBe('slip'));

  it.each([
    ['Louis', 'Dupont', 'Louise', 'Dupont'],
    ['Lina', 'Dupont', 'Lena', 'Dupont'],
    ['Sophie', 'Dupont', 'Zophie', 'Dupont'],
    ['Sophie', 'Dupont', 'Sophix', 'Dupont'],
    ['Marion', 'Dupont', 'Marin', 'Dupont'],
    ['Sofiab', 'Dupont', 'Sofian', 'Dupont'],
    ['Jean', 'Dupont', 'Jean-Pierre', 'Dupont'],
    ['Jean-Paul', 'Dupont', 'Jean-Pierre', 'Dupont'],
    ['J.', 'Dupont', 'Jeanne', 'Dupont'],
    ['Nath', 'Dupont', 'Nathalie', 'Dupont'],
    ['Luca', 'Henry', 'Henry', 'Lucas'],
    ['Marie', 'David', 'David', 'Marie-Cclaire'],
    ['Sphie', 'Dupont', 'Sophie', 'Dupond'],
    ['Maarine', 'Dupont', 'Dupont', 'Marrina'],
    ['Maarine', 'Robert', 'Robert', 'Marrina'],
  ])('%s %s and %s %s may be a twin', (a, b, c, d) => expect(compare([a, b], [c, d])).toBe('alike'));

  it('share a first name after a marriage', () => {
    expect(compare(['Sophie', 'Dupont'], ['Sophie', 'Traoré'])).toBe('first-only');
  });

  it.each([
    ['Sophie', 'Dupont', 'Marthe', 'Dupont'],
    ['Léo', 'Dupont', 'Léa', 'Dupont'],
    ['Karim', 'Haddad', 'Yacine', 'Benali'],
  ])('%s %s and %s %s are others', (a, b, c, d) => expect(compare([a, b], [c, d])).toBe('other'));

  it('compare the same in both directions', () => {
    const name = fc.constantFrom(
      'Louis',
      'Louise',
      'Sophie',
      'Sphie',
      'Dupont',
      'Dupond',
      'Marie-Claire',
      'Marie',
      'J',
      'Nath',
    );
    fc.assert(
      fc.property(name, name, name, name, (a, b, c, d) => {
        expect(compare([a, b], [c, d])).toBe(compare([c, d], [a, b]));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('slips of the keyboard', () => {
  it.each([
    ['sophie', 'sophie', 0],
    ['sophie', 'sohpie', 1],
    ['sophie', 'sphie', 1],
    ['sophie', 'soophie', 1],
    ['sophie', 'saphie', 1],
    ['sophie', 'marthe', 3],
  ])('%s and %s: %i', (a, b, slips) => expect(slipsBetween(a, b, 2)).toBe(slips));
});
