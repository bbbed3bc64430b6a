import { readEmail, readPhone } from './contacts';

describe('phone numbers', () => {
  it.each([
    ['0633667777', '0633667777'],
    ['06 33 66 77 77', '0633667777'],
    ['06.33.66.77.77', '0633667777'],
    ['06-33-66-77-77', '0633667777'],
    ['+33 633667777', '0633667777'],
    ['+33 (0)6 33 66 77 77', '0633667777'],
    ['0033633667777', '0633667777'],
    ['33633667777', '0633667777'],
    ['633667777', '0633667777'],
    ['Tél : 01 69 00 00 00', '0169000000'],
    ['+32 475 12 34 56', '+32475123456'],
    ['00 351 912 345 678', '+351912345678'],
  ])('%s is %s', (cell, phone) => expect(readPhone(cell)).toBe(phone));

  it.each(['', '12', '06 33', '0633667777 / 0611111111', 'la voisine', '+33 6', '2026-11-03', '0000000000'])(
    '%s is none',
    (cell) => expect(readPhone(cell)).toBeUndefined(),
  );
});

describe('mail addresses', () => {
  it.each([
    [' Jeanne@Example.ORG ', 'jeanne@example.org'],
    ['mailto:j.p+x@exemple-ville.fr', 'j.p+x@exemple-ville.fr'],
  ])('%s is %s', (cell, email) => expect(readEmail(cell)).toBe(email));

  it.each(['', 'jeanne', 'jeanne@', 'jeanne@example', 'a@b.fr, c@d.fr', 'jeanne example.org'])(
    '%s is none',
    (cell) => expect(readEmail(cell)).toBeUndefined(),
  );
});
