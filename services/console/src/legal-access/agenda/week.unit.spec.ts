import type { LegalSession, Place } from '../../api/answers/legal-access';
import { agendasByPlace, rowOf, weekOf } from './week';

const monday = '2026-11-30';
const session = (id: string, startsAt: string, endsAt: string, placeId?: string) =>
  ({ id, startsAt, endsAt, placeId, placeName: placeId ?? 'MJD' }) as LegalSession;
const place = {
  id: 'town-hall',
  name: 'Mairie',
  openings: [
    { weekday: 2, from: '08:30', to: '12:00' },
    { weekday: 6, from: '09:00', to: '12:00' },
  ],
} as unknown as Place;

it('gives an agenda to each place, and to a partner that receives at its own premises', () => {
  const held = [
    session('a', '2026-12-01T08:00:00Z', '2026-12-01T10:00:00Z', 'town-hall'),
    session('b', '2026-12-01T08:00:00Z', '2026-12-01T10:00:00Z'),
  ];
  expect(agendasByPlace([place], held).map(({ title, sessions }) => [title, sessions.length])).toEqual([
    ['Mairie', 1],
    ['MJD', 1],
  ]);
});

it('puts what happens at one time side by side, and shows a Saturday that is open', () => {
  const held = [
    session('a', '2026-12-01T08:00:00Z', '2026-12-01T10:00:00Z', 'town-hall'),
    session('b', '2026-12-01T09:00:00Z', '2026-12-01T11:00:00Z', 'town-hall'),
    session('c', '2026-12-01T10:00:00Z', '2026-12-01T11:00:00Z', 'town-hall'),
  ];
  const week = weekOf(monday, agendasByPlace([place], held)[0]!);
  expect(week.days.map(({ day }) => day)).toContain('2026-12-05');
  expect(week.days).toHaveLength(6);
  const tuesday = week.days[1]!;
  expect(tuesday.laid.map(({ lane }) => lane)).toEqual([1, 2, 1]);
  expect(tuesday.openings).toEqual([{ from: 510, to: 720 }]);
  expect(week.from).toBe(8 * 60);
  expect(rowOf(9 * 60, week)).toBe(5);
});
