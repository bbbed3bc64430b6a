import fc from 'fast-check';
import { chooseChannel, noWishes, withoutMail, type Contact } from './channel';

const nadia: Contact = { name: 'Nadia B.', mail: 'n@example.fr', phone: '0612345678', wishes: noWishes };

describe('the channel', () => {
  it('is mail first', () => expect(chooseChannel(nadia)).toEqual({ by: 'mail', to: 'n@example.fr' }));
  it('is the phone without mail', () =>
    expect(chooseChannel({ ...nadia, mail: undefined })).toEqual({ by: 'phone-list', because: 'no-mail' }));
  it('is somebody to tell them without either', () =>
    expect(chooseChannel({ ...nadia, mail: undefined, phone: undefined })).toEqual({
      by: 'in-person-list',
      because: 'no-mail',
    }));
  it('is the phone when the mail server refused the address', () =>
    expect(withoutMail(nadia, 'mail-refused')).toEqual({ by: 'phone-list', because: 'mail-refused' }));

  it('is never mail to somebody who must not be written to', () => {
    const contact = fc.record({
      name: fc.string(),
      mail: fc.option(fc.emailAddress(), { nil: undefined }),
      phone: fc.option(fc.string(), { nil: undefined }),
      wishes: fc.record({
        doNotWrite: fc.constant(true),
        doNotLeaveMessage: fc.boolean(),
        neutralSubject: fc.boolean(),
      }),
    });
    fc.assert(fc.property(contact, (someone) => expect(chooseChannel(someone).by).not.toBe('mail')));
  });
});
