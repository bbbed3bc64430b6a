import { outcomeOf } from './outcome';

it.each([
  ['an address that does not exist', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'refused'],
  ['an address that is not one', { code: 'EENVELOPE', command: 'API' }, 'refused'],
  ['a mail judged to be spam', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'refused'],
  ['greylisting', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, 'deferred'],
  ['a mailbox that is full', { code: 'EMESSAGE', command: 'DATA', responseCode: 452 }, 'deferred'],
  ['a server that stops', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421 }, 'unavailable'],
  ['a server that is not there', { code: 'ESOCKET', command: 'CONN' }, 'unavailable'],
  ['a silent server', { code: 'ETIMEDOUT', command: 'CONN' }, 'unavailable'],
  ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'unavailable'],
  [
    'a sender that is not accepted',
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 },
    'unavailable',
  ],
  ['anything else', new Error('?'), 'unavailable'],
])('%s is %p', (_what, failure, outcome) => expect(outcomeOf(failure)).toBe(outcome));
