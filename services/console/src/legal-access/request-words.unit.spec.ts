import { sentenceOf, whoDid } from './request-words';

const line = (type: string, data = {}, who: { actor?: string; actorName?: string } = {}) => ({
  ...{ id: 'line', at: '2026-11-24T09:00:00Z', type, data },
  ...who,
});

it('says what happened to a request, with its date', () => {
  expect(sentenceOf(line('AppointmentMoved', { startsAt: '2026-12-03T13:00:00Z' }))).toMatch(
    /^Rendez-vous déplacé : jeudi 3 décembre/,
  );
  expect(sentenceOf(line('AttendanceRecorded', { attendance: 'absent' }))).toBe('Absence notée');
  expect(sentenceOf(line('SomethingNewer'))).toBe('Demande modifiée');
});

it('says who did it, as far as that is known', () => {
  expect(whoDid(line('RequestReturned', {}, { actor: 'id', actorName: 'Nadia Lemoine' }))).toBe(
    'par Nadia Lemoine',
  );
  expect(whoDid(line('RequestReturned', {}, { actor: 'id' }))).toBe('par un agent');
  expect(whoDid(line('AppointmentCancelled', {}, { actor: 'link:appointment-answer' }))).toBe(
    'par la personne',
  );
  expect(whoDid(line('RequestQueued'))).toBeUndefined();
});
