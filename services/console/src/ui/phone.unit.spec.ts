import { spokenPhone } from './phone';

it('a phone is said as it is dialled; words stay words', () => {
  expect(spokenPhone('+33639981234')).toBe('06 39 98 12 34');
  expect(spokenPhone('+32470123456')).toBe('+32470123456');
  expect(spokenPhone('voir avec sa mère')).toBe('voir avec sa mère');
});
