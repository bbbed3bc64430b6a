import { draftFor, missingIn } from './refer-draft';

const plain = { doNotWrite: false, doNotLeaveMessage: false, neutralSubject: false };
const karim = {
  firstName: 'Karim',
  lastName: 'Lefort',
  reach: { phone: '+33639981234' },
  safeContact: plain,
};

describe('what is written to a partner', () => {
  it('begins with how to reach the person, as the partner would dial', () => {
    expect(draftFor(karim)).toMatchObject({ contactWay: 'direct', contact: 'Karim Lefort, 06 39 98 12 34' });
    const byMail = { ...karim, reach: { mail: 'karim@example.org' } };
    expect(draftFor(byMail).contact).toBe('Karim Lefort, karim@example.org');
    expect(draftFor({ ...karim, reach: {} }).contact).toBe('Karim Lefort');
  });

  it('goes through the CCAS for whoever asked for caution', () =>
    expect(draftFor({ ...karim, safeContact: { ...plain, neutralSubject: true } }).contactWay).toBe(
      'through-ccas',
    ));

  it('is missing a partner, a message and a way to the person, until they are there', () => {
    const draft = { ...draftFor(karim), contact: ' ' };
    expect([...missingIn(draft).keys()]).toEqual(['partnerId', 'message', 'contact']);
    expect([...missingIn({ ...draft, contactWay: 'through-ccas' }).keys()]).toEqual(['partnerId', 'message']);
    expect(missingIn({ ...draft, partnerId: 'p', message: 'Bonjour', contact: 'ici' }).size).toBe(0);
  });
});
