import fc from 'fast-check';
import { forwardMs, spelled } from './clock-offset';

describe('a move of the development clock', () => {
  it.each([
    ['+11d', 11 * 86_400_000],
    ['+3h', 3 * 3_600_000],
    ['+1d12h', 36 * 3_600_000],
    ['+90m', 90 * 60_000],
    ['+0s', 0],
  ])('%s', (text, expected) => expect(forwardMs(text)).toBe(expected));

  it.each(['', '+', '11d', '-3h', '+3', '+3w', '+1.5h', '+ 3h', '+3h ', 'reset'])('is not "%s"', (text) => {
    expect(forwardMs(text)).toBeUndefined();
  });

  it('is spelled so that it can be typed again', () => {
    expect(spelled(11 * 86_400_000 + 3 * 3_600_000)).toBe('11 d 3 h');
    expect(spelled(0)).toBe('0 s');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        expect(forwardMs(`+${spelled(seconds * 1000).replaceAll(' ', '')}`)).toBe(seconds * 1000);
      }),
    );
  });
});
