import { calendarPart } from './calendar-part';
import type { Fact } from './fact';

const words = { topic: () => 'Logement', profession: () => 'Avocat' };
const fact: Fact = {
  appointmentId: 'a',
  revision: 2,
  startsAt: '2026-12-03T13:00:00Z',
  endsAt: '2026-12-03T13:30:00Z',
  placeName: 'Maison de la justice',
  placeAddress: '3 rue de Paron',
};
const plannedAt = new Date('2026-12-01T09:00:00Z');
const told = (of: Fact) => ({ fact: of, plannedAt });

it('keeps the identity of the appointment and counts its changes', () =>
  expect(calendarPart('cancel', told(fact), words, false)).toEqual({
    method: 'CANCEL',
    uid: 'a',
    sequence: 2,
    decidedAt: plannedAt,
    startsAt: new Date('2026-12-03T13:00:00Z'),
    endsAt: new Date('2026-12-03T13:30:00Z'),
    summary: 'Rendez-vous : Logement',
    location: 'Maison de la justice, 3 rue de Paron',
  }));

it('tells nothing on the calendar of somebody in danger', () =>
  expect(calendarPart('request', told(fact), words, true)).toMatchObject({
    summary: 'Rendez-vous',
    location: '3 rue de Paron',
  }));

it('is not made for what has no date', () =>
  expect(calendarPart('request', told({ appointmentId: 'a' }), words, false)).toBeUndefined());
