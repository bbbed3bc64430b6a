import { chooseMatch } from './choose-match';
import { identityOf, type IdentityAsTyped } from './identity';
import { compareIdentities } from './match-identity';
import { reasonsInFrench } from './reasons-in-french';

const jeanne: IdentityAsTyped = {
  firstName: 'Jeanne',
  lastName: 'Perez',
  birthDate: '1950-02-18',
  phones: ['0667777433'],
  mails: ['jeanne@exemple.fr'],
  address: '86, avenue de Turpin',
};
const none = { phones: [], mails: [], address: undefined };
const compare = (change: Partial<IdentityAsTyped>, of: Partial<IdentityAsTyped> = {}) =>
  compareIdentities(identityOf({ ...jeanne, ...of }), identityOf({ ...jeanne, ...change }));

describe('the same person', () => {
  it.each<[string, Partial<IdentityAsTyped>, Partial<IdentityAsTyped>?]>([
    ['everything equal', {}],
    ['name, birth date and phone', { mails: ['autre@exemple.fr'], address: '1 rue Neuve' }],
    ['name, birth date and mail', { phones: ['0700000000'], address: undefined }],
    ['no phone, no mail, the same home', { phones: [], mails: [] }],
    [
      'a slip in the family name, no phone, no mail, the same home',
      { lastName: 'Peres', phones: [], mails: [] },
    ],
    ['names swapped, capitals', { firstName: 'PEREZ', lastName: 'JEANNE' }],
    ['a slip in the family name', { lastName: 'Peres' }],
    ['a slip in the first name', { firstName: 'Brigitte' }, { firstName: 'Brigite' }],
    ['a slip in the birth date, phone and mail agree', { birthDate: '1950-02-19' }],
    [
      'day and month swapped, phone and home agree',
      { birthDate: '1950-05-04', mails: [] },
      { birthDate: '1950-04-05' },
    ],
  ])('%s', (_why, change, of = {}) => expect(compare(change, of).likeness).toBe('same'));
});

describe('a doubt, for a person to look at', () => {
  it.each<[string, Partial<IdentityAsTyped>, Partial<IdentityAsTyped>?]>([
    ['nothing but name and birth date', none],
    [
      'homonym born the same day, reached elsewhere',
      { phones: ['0700000000'], mails: ['x@exemple.fr'], address: '1 rue Neuve' },
    ],
    ['same home but another phone', { phones: ['0700000000'], mails: [] }],
    [
      'a slip in the birth date, one contact only',
      { birthDate: '1950-02-19', mails: [], address: undefined },
    ],
    [
      'a slip in the birth date, a contact that disagrees',
      { birthDate: '1950-02-19', address: '1 rue Neuve' },
    ],
    ['father and son', { birthDate: '1980-02-18' }],
    ['no birth date', { birthDate: undefined }],
    ['no birth date on either side', { birthDate: undefined }, { birthDate: undefined }],
    ['twins one letter apart', { firstName: 'Jeannine' }],
    ['married since', { lastName: 'Traoré' }],
    ['a slip, reached elsewhere', { lastName: 'Peres', ...none }],
  ])('%s', (_why, change, of = {}) => expect(compare(change, of).likeness).toBe('doubtful'));
});

describe('somebody else', () => {
  it.each<[string, Partial<IdentityAsTyped>]>([
    ['a twin', { firstName: 'Marthe' }],
    ['a child at home', { firstName: 'Karim', birthDate: '1980-01-01' }],
    ['a homonym', { birthDate: '1981-11-30', phones: ['0700000000'], mails: ['x@exemple.fr'] }],
    [
      'a homonym without birth date, reached elsewhere',
      { birthDate: undefined, phones: ['0700000000'], mails: [] },
    ],
    ['who shares the phone of an office', { firstName: 'Ali', lastName: 'Haddad', birthDate: '1990-01-01' }],
  ])('%s', (_why, change) => {
    const other = _why.includes('without birth date') ? { ...change, address: '1 rue Neuve' } : change;
    expect(compare(other).likeness).toBe('new');
  });
});

describe('choosing', () => {
  const compared = (personId: string, change: Partial<IdentityAsTyped>) => ({
    personId,
    comparison: compare(change),
  });

  it('takes the only one', () => {
    expect(chooseMatch([compared('a', {}), compared('b', { firstName: 'Marthe' })])).toMatchObject({
      verdict: 'same',
      personId: 'a',
    });
  });

  it('prefers the exact one to one with a slip', () => {
    expect(chooseMatch([compared('b', { lastName: 'Peres' }), compared('a', {})]).personId).toBe('a');
  });

  it('chooses nobody among two', () => {
    const choice = chooseMatch([compared('a', {}), compared('b', {})]);
    expect(choice.verdict).toBe('doubtful');
    expect(choice.personId).toBeUndefined();
    expect(choice.candidates).toHaveLength(2);
  });

  it('counts two files merged into one as one person', () => {
    expect(chooseMatch([compared('a', {}), compared('a', { lastName: 'Peres' })]).candidates).toHaveLength(1);
  });

  it('finds nobody', () => {
    expect(chooseMatch([compared('b', { firstName: 'Marthe' })])).toEqual({ verdict: 'new', candidates: [] });
  });
});

it('says why, in French', () => {
  expect(reasonsInFrench(compare({ phones: ['0700000000'], address: undefined }))).toEqual([
    'Mêmes nom et prénom',
    'même date de naissance',
    'autre téléphone',
    'même adresse mail',
  ]);
});
