import type { PersonFile } from '../../api/answers/people';
import { changeOf, draftOf, meet } from './person-draft';

const noWishes = { doNotWrite: false, doNotLeaveMessage: false, neutralSubject: false };
const file: PersonFile = {
  ...{ id: 'p', version: 3, status: 'registered', firstName: 'Nadia', lastName: 'Benhamou' },
  ...{ birthDate: '1988-03-12', mails: [], address: '14 rue des Prés', safeContact: noWishes },
  phones: [
    { value: '01 69 53 00 12', preferred: false },
    { value: '06 39 98 12 34', preferred: true },
  ],
  ...{ trackingCode: 'K7M3NP4Q', ageBand: '26-64', consents: {} as never },
};
const base = draftOf(file);

describe('a file as it is typed', () => {
  it('has its date as people write it, and the phone that is used first', () => {
    expect(base).toMatchObject({ birthDate: '12/03/1988', phones: ['06 39 98 12 34', '01 69 53 00 12'] });
  });

  it('sends what differs only, and erases what was emptied', () => {
    expect(changeOf(base, base)).toEqual({});
    expect(changeOf(base, { ...base, lastName: 'Benhamou ' })).toEqual({});
    const changed = { ...base, address: ' ', phones: ['', '01 69 53 00 12'], mails: ['n@exemple.fr'] };
    expect(changeOf(base, changed)).toEqual({
      address: null,
      phones: [{ value: '01 69 53 00 12' }],
      mails: [{ value: 'n@exemple.fr' }],
    });
  });
});

describe('two people at one file', () => {
  const theirs = { ...base, lastName: 'Benhamou-Costa', address: '2 rue du Lac', mails: ['n@exemple.fr'] };

  it('keeps what I typed, and takes what only they changed', () => {
    const mine = { ...base, firstName: 'Nadja', address: '20 rue des Prés' };
    const met = meet(base, mine, theirs);
    expect(met.draft).toEqual({ ...theirs, firstName: 'Nadja', address: '20 rue des Prés' });
    expect(met.taken).toEqual(['lastName', 'mails']);
    expect(met.disputed).toEqual(['address']);
    // Saved now, it overwrites only what I chose to keep.
    expect(changeOf(theirs, met.draft)).toEqual({ firstName: 'Nadja', address: '20 rue des Prés' });
  });

  it('does not quarrel over what both wrote alike', () => {
    const met = meet(base, { ...base, address: '2 rue du Lac' }, theirs);
    expect(met.disputed).toEqual([]);
    expect(changeOf(theirs, met.draft)).toEqual({});
  });
});
