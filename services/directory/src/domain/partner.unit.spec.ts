import { given } from '@passerelle/domain-kit';
import fc from 'fast-check';
import { changedContactFields, type PartnerEvent, type PartnerProfile } from './partner';
import { partnerDecider } from './partner.decide';

const mjd: PartnerProfile = {
  name: 'MJD de Palaiseau',
  kind: 'mjd',
  topics: ['housing-law', 'family-law'],
  rank: 1,
  active: true,
};
const tidied = { ...mjd, topics: ['family-law', 'housing-law'] };
const registered: PartnerEvent = { type: 'PartnerRegistered', ...tidied };

describe('registering a partner', () => {
  it('says what it serves, and which contacts are known', () =>
    given(partnerDecider)
      .when({ do: 'register', profile: mjd, contact: ['mailbox'] })
      .then([registered, { type: 'PartnerContactChanged', fields: ['mailbox'] }]));

  it('does nothing when the same form is sent twice', () =>
    given(partnerDecider, [registered])
      .when({ do: 'register', profile: { ...mjd, rank: 9 }, contact: ['phone'] })
      .thenNothing());

  it('refuses a SIRET typed wrong', () =>
    given(partnerDecider)
      .when({ do: 'register', profile: { ...mjd, siret: '73282932000075' }, contact: [] })
      .thenRefused('SiretInvalid'));

  it('refuses an active partner that serves nothing', () =>
    given(partnerDecider)
      .when({ do: 'register', profile: { ...mjd, topics: [] }, contact: [] })
      .thenRefused('TopicsMissing'));
});

describe('changing a partner', () => {
  it('says what it serves now', () =>
    given(partnerDecider, [registered])
      .when({ do: 'change', profile: { ...mjd, active: false }, contact: [] })
      .then([{ type: 'PartnerChanged', ...tidied, active: false }]));

  it('keeps a change of contact inside the directory', () =>
    given(partnerDecider, [registered])
      .when({ do: 'change', profile: mjd, contact: ['phone', 'contactPerson'] })
      .then([{ type: 'PartnerContactChanged', fields: ['phone', 'contactPerson'] }]));

  it('does nothing when nothing changed, in whatever order the topics are said', () =>
    given(partnerDecider, [registered])
      .when({
        do: 'change',
        profile: { ...mjd, topics: ['housing-law', 'family-law', 'housing-law'] },
        contact: [],
      })
      .thenNothing());

  it('refuses a partner that nobody registered', () =>
    given(partnerDecider).when({ do: 'change', profile: mjd, contact: [] }).thenRefused('UnknownPartner'));
});

describe('a contact', () => {
  const part = fc.option(fc.string({ maxLength: 5 }), { nil: undefined });
  const contact = fc.record({ mailbox: part, phone: part, contactPerson: part });

  it('has not changed against itself, and changes as much in both directions', () => {
    fc.assert(
      fc.property(contact, contact, (before, after) => {
        expect(changedContactFields(before, before)).toEqual([]);
        expect(changedContactFields(before, after)).toEqual(changedContactFields(after, before));
      }),
    );
  });

  it('does not tell an absent part from an empty one', () =>
    expect(changedContactFields({ phone: '' }, {})).toEqual([]));
});
