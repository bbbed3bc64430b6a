import { randomUUID } from 'node:crypto';

/** For tests: facts as `legal-access` and `ccas` tell them. */
export function appointment(more: object = {}) {
  const startsAt = new Date(Date.now() + 400 * 24 * 3_600_000);
  return {
    needId: randomUUID(),
    personId: randomUUID(),
    topic: 'housing-law',
    appointmentId: randomUUID(),
    revision: 0,
    sessionId: randomUUID(),
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 1_800_000).toISOString(),
    placeName: 'Espace Simone Veil',
    placeAddress: '3 rue de Paron',
    profession: 'lawyer',
    urgency: 'normal',
    walkIn: false,
    ...more,
  };
}
export type Appointment = ReturnType<typeof appointment>;

/** The same appointment in another event. */
export function changed({ urgency: _urgency, walkIn: _walkIn, ...rest }: Appointment, more: object) {
  return { ...rest, ...more };
}

export function needOf({ needId, personId, topic }: Appointment) {
  return { needId, personId, field: 'legal-access', topic, urgency: 'normal', contactedOn: '2026-11-20' };
}
