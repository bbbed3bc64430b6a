import { firstPlace } from './room-left';

const slot = (from: string, to: string, needId?: string) => ({
  ...{ startsAt: `2026-11-24T${from}:00Z`, endsAt: `2026-11-24T${to}:00Z` },
  ...(needId === undefined ? {} : { needId }),
});
const session = (status: 'open' | 'closed', ...slots: ReturnType<typeof slot>[]) => ({ status, slots });
const now = Date.parse('2026-11-24T13:40:00Z');

it('is the first that is free and not over, while the session takes people', () => {
  const slots = [slot('13:00', '13:30'), slot('13:30', '14:00', 'taken'), slot('14:00', '14:30')];
  expect(firstPlace(session('open', ...slots), now)).toBe(slots[2]);
  expect(firstPlace(session('closed', ...slots), now)).toBeUndefined();
  expect(firstPlace(session('open', ...slots.slice(0, 2)), now)).toBeUndefined();
  // Begun, it is still a place.
  const begun = slot('13:30', '14:00');
  expect(firstPlace(session('open', begun), now)).toBe(begun);
});
