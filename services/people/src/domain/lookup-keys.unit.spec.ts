import fc from 'fast-check';
import { identityOf } from './identity';
import { lookupKeys, matchKeys } from './lookup-keys';
import { searchQuery } from './search-query';
import { rankFound } from './rank-found';
import { soundOf } from './sound';
import { drawTrackingCode, readTrackingCode, trackingAlphabet } from './tracking-code';
import { readBirthDate } from './birth-date';

const identity = identityOf({
  firstName: 'Marie-Claire',
  lastName: 'Lefèvre',
  birthDate: '1950-02-18',
  phones: ['0667777433'],
  mails: ['mc@exemple.fr'],
});
const keys = new Set(lookupKeys(identity, 'K7PM4XHD'));
const terms = (query: string) => searchQuery(query, (typed) => readBirthDate(typed, '2026-11-24')).terms;
const found = (query: string) => {
  const all = terms(query);
  const meets = (term: (typeof all)[number]) =>
    [...term.exact, ...term.near].some((key) => keys.has(key)) ||
    term.starts.some((start) => [...keys].some((key) => key.startsWith(start)));
  return all.length > 0 && all.every(meets);
};

describe('searching', () => {
  it.each([
    'lefevre',
    'LEFÈVRE Marie',
    'marie-claire lefevre',
    'marieclaire',
    'lefe',
    'lefebvre',
    'lefevr',
    'lefevvre',
    'lefvere',
    'claire',
    '06 67 77 74 33',
    '+33 6 67 77 74 33',
    '0667',
    'mc@ex',
    '18/02/1950',
    'lefevre 18/02/1950',
    'k7pm-4xhd',
    'K7PM4XHD',
  ])('%s finds her', (query) => expect(found(query)).toBe(true));

  it.each(['durand', 'lefevre durand', 'lefevre 19/02/1950', '0611111111', '', '  ', '...', 'A7PM4XHD'])(
    '%j does not',
    (query) => expect(found(query)).toBe(false),
  );

  it('finds a word after any one slip', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      minLength: 4,
      maxLength: 12,
    });
    const slip = fc.record({
      at: fc.nat(11),
      kind: fc.constantFrom('less', 'more', 'other', 'swap'),
      letter: fc.constantFrom(...'aeiourstl'),
    });
    fc.assert(
      fc.property(word, slip, (last, { at, kind, letter }) => {
        const letters = [...last];
        const place = at % (letters.length - 1);
        if (kind === 'less') letters.splice(place, 1);
        if (kind === 'more') letters.splice(place, 0, letter);
        if (kind === 'other') letters[place] = letter;
        if (kind === 'swap') letters.splice(place, 2, letters[place + 1] ?? '', letters[place] ?? '');
        const known = new Set(
          lookupKeys(identityOf({ firstName: 'Zoe', lastName: last, phones: [], mails: [] }), 'AAAAAAAA'),
        );
        const [term] = terms(letters.join(''));
        expect(!term || [...term.exact, ...term.near].some((key) => known.has(key))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('starts from the rarest term', () => {
    const words = (query: string) => terms(query).map(({ word }) => word);
    expect(words('marie lefevrier')).toEqual(['lefevrier', 'marie']);
    expect(words('marie lefevrier 18/02/1950')).toEqual([undefined, 'lefevrier', 'marie']);
  });

  it('looks a whole name up at once, in either order and while it is typed', () => {
    const together = (query: string) => searchQuery(query, () => undefined).together;
    for (const query of ['Lefèvre Marie-Cl', 'marie claire lefe', 'LEFEVRE MARIE CLAIRE']) {
      expect([...keys].some((key) => key.startsWith(together(query) ?? '?'))).toBe(true);
    }
    expect(together('lefevre')).toBeUndefined();
    expect(together('lefevre a@b.fr')).toBeUndefined();
  });

  it('shows whole words first, then starts, then slips', () => {
    const rank = (query: string) => rankFound(identity, terms(query));
    expect(rank('lefevre')).toBe(100);
    expect(rank('lefe')).toBe(85);
    expect(rank('lefevr')).toBe(85);
    expect(rank('lefvre')).toBe(70);
    expect(rank('durand')).toBe(0);
  });
});

it('gives one key to both orders of the names', () => {
  const swapped = identityOf({ firstName: 'LEFEVRE', lastName: 'Marie Claire', phones: [], mails: [] });
  expect(matchKeys(swapped)[0]).toBe(matchKeys(identity)[0]);
});

it.each([
  ['lefevre', 'lefebvre'],
  ['dupont', 'dupond'],
  ['philippe', 'filipe'],
  ['gauthier', 'gautier'],
  ['benoit', 'benoi'],
])('%s sounds like %s', (one, other) => expect(soundOf(one)).toBe(soundOf(other)));

describe('tracking codes', () => {
  it('have no sign that is mistaken for another', () =>
    expect(trackingAlphabet).not.toMatch(/[0O1ILl2Z5S8BUV]/));
  it('are read back however they are typed', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const code = drawTrackingCode((below) => (numbers.next().value as number) % below);
        expect(code).toHaveLength(8);
        expect(readTrackingCode(` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()} `)).toBe(code);
      }),
    );
  });
  it('refuse what cannot be one', () => expect(readTrackingCode('K7PM4XH0')).toBeUndefined());
});
