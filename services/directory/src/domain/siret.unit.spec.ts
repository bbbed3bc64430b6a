import fc from 'fast-check';
import { isSiret, plainSiret } from './siret';

describe('SIRET', () => {
  it.each(['73282932000074', '732 829 320 00074', '35600000049837', '35600000000048'])(
    'accepts %s',
    (siret) => expect(isSiret(siret)).toBe(true),
  );

  it.each(['73282932000075', '7328293200007', '732829320000741', '00000000000000', 'ABCDEFGHIJKLMN', ''])(
    'refuses %p',
    (siret) => expect(isSiret(siret)).toBe(false),
  );

  it('sees any one wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'73282932000074'];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(isSiret(digits.join(''))).toBe(false);
      }),
    );
  });

  it('drops the spaces that people copy', () =>
    expect(plainSiret('732 829\u00a0320 00074')).toBe('73282932000074'));
});
