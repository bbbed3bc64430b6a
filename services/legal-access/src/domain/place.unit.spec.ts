import { given } from '@passerelle/domain-kit';
import { localDate, parisInstant } from '@passerelle/calendar';
import { place } from './place.decide';

const facts = {
  name: 'Espace Descartes',
  address: '1 rue Descartes',
  rooms: ['A', 'B'],
  openings: [
    { weekday: 4, from: '09:00', to: '12:00' },
    { weekday: 4, from: '14:00', to: '18:00' },
  ],
};
const opened = { type: 'PlaceOpened', ...facts } as const;
const day = localDate('2026-12-03');
const meeting = {
  day,
  startTime: '14:00',
  durationMinutes: 120,
  startsAt: parisInstant(day, '14:00'),
  endsAt: parisInstant(day, '16:00'),
};

describe('a place', () => {
  it('opens', () =>
    given(place)
      .when({ type: 'OpenPlace', ...facts })
      .then([opened]));
  it('opens once', () =>
    given(place, [opened])
      .when({ type: 'OpenPlace', ...facts, name: 'Autre' })
      .thenNothing());

  it.each([
    [
      'overlap',
      [
        { weekday: 1, from: '09:00', to: '12:00' },
        { weekday: 1, from: '11:00', to: '13:00' },
      ],
    ],
    ['end before they start', [{ weekday: 1, from: '12:00', to: '09:00' }]],
    ['last no time', [{ weekday: 1, from: '12:00', to: '12:00' }]],
  ])('refuses openings that %s', (_what, openings) =>
    given(place)
      .when({ type: 'OpenPlace', ...facts, openings })
      .thenRefused('OpeningsMuddled'),
  );

  it('changes', () =>
    given(place, [opened])
      .when({ type: 'ChangePlace', ...facts, name: 'Autre', meetings: [meeting] })
      .then([{ type: 'PlaceChanged', ...facts, name: 'Autre' }]));
  it('does not shut out what is still to be held', () =>
    given(place, [opened])
      .when({ type: 'ChangePlace', ...facts, openings: [facts.openings[0]!], meetings: [meeting] })
      .thenRefused('MeetingsOutsideOpening'));
  it('has nothing to change when it is the same', () =>
    given(place, [opened])
      .when({ type: 'ChangePlace', ...facts, meetings: [] })
      .thenNothing());
  it('must be known to change', () =>
    given(place)
      .when({ type: 'ChangePlace', ...facts, meetings: [] })
      .thenRefused('UnknownPlace'));

  it('notes who takes a room', () =>
    given(place, [opened])
      .when({ type: 'TakeRoom', takenBy: 'permanence', room: 'A' })
      .then([{ type: 'RoomTaken', takenBy: 'permanence', room: 'A' }]));
  it.each([[undefined], ['C']])('has no room %s', (room) =>
    given(place, [opened])
      .when({ type: 'TakeRoom', takenBy: 'permanence', ...(room ? { room } : {}) })
      .thenRefused('UnknownRoom'),
  );
  it('of one room has no named room', () =>
    given(place, [{ ...opened, rooms: [] }])
      .when({ type: 'TakeRoom', takenBy: 'permanence', room: 'A' })
      .thenRefused('UnknownRoom'));
});
