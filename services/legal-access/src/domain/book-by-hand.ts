import { parisDay } from '@passerelle/calendar';
import { refuse, type Refusal } from '@passerelle/domain-kit';
import type { Desk } from './desk';
import type { HeldSession, Slot } from './session';
import { settle } from './settle';

export interface ChosenSlot {
  readonly sessionId: string;
  readonly startsAt: Date;
}

/** An agent gives a waiting resident a slot that the queue is not given: nearer than the notice, or beyond the horizon. */
export function bookByHand(desk: Desk, needId: string, chosen: ChosenSlot): Refusal | undefined {
  const before = desk.see('request', needId);
  if (before.status === 'none') return refuse('UnknownRequest', 'Cette demande n’existe pas ici.', 'needId');
  return take(desk, needId, before.topic, chosen, false);
}

/** The same appointment at another date or place; what it leaves goes to the next person. */
export function moveAppointment(desk: Desk, needId: string, chosen: ChosenSlot): Refusal | undefined {
  const { now } = desk;
  const before = desk.see('request', needId);
  const session = desk.see('session', chosen.sessionId);
  const slot = slotAt(session.status === 'none' ? [] : session.slots, chosen.startsAt);
  if (session.status === 'none' || !slot) return unknownSlot();
  const at = where(chosen.sessionId, session, slot);
  const refusal = desk.tell('request', needId, { type: 'Move', at, now });
  if (refusal || before.status !== 'placed' || desk.see('request', needId) === before) return refusal;
  const left = before.appointment.sessionId;
  const { appointmentId } = before.appointment;
  desk.must('session', left, { type: 'FreeSlot', needId, now });
  const { topic } = before;
  const booking = { startsAt: slot.startsAt, needId, appointmentId, topic, walkIn: false, now };
  const taken = desk.tell('session', chosen.sessionId, { type: 'BookSlot', ...booking });
  if (taken) return taken;
  const { topics } = desk.see('session', left) as HeldSession;
  settle(desk, { topics, freed: [left], causedBy: { kind: 'request', id: needId } });
  return undefined;
}

/**
 * Somebody came without an appointment: they get the first slot of the session that is free and not over, on its own
 * day. The id is the one of their waiting request where there is one.
 */
export function walkIn(
  desk: Desk,
  sessionId: string,
  who: { readonly needId: string; readonly personId: string; readonly topic: string },
): Refusal | undefined {
  const { now } = desk;
  const { needId, personId, topic } = who;
  const session = desk.see('session', sessionId);
  if (session.status === 'none') return refuse('UnknownSession', 'Cette séance n’existe pas.', 'sessionId');
  const before = desk.see('request', needId);
  if (before.status === 'placed' && before.appointment.sessionId === sessionId) return undefined;
  if (parisDay(session.startsAt) !== parisDay(now)) {
    return refuse('NotToday', 'Un passage sans rendez-vous se note le jour de la séance.', 'sessionId');
  }
  const slot = session.slots.find((one) => one.needId === undefined && now < one.endsAt);
  if (!slot || session.status !== 'open') {
    return refuse(
      'NoFreeSlot',
      'Il n’y a plus de créneau libre dans cette séance. Notez un besoin : la personne aura le prochain créneau.',
      'sessionId',
    );
  }
  const need = { personId, topic, urgency: 'normal', contactedOn: parisDay(now), now } as const;
  desk.must('request', needId, { type: 'File', ...need });
  const filed = desk.see('request', needId);
  const asked = filed.status === 'none' ? topic : filed.topic;
  return take(desk, needId, asked, { sessionId, startsAt: slot.startsAt }, true);
}

function take(
  desk: Desk,
  needId: string,
  topic: string,
  { sessionId, startsAt }: ChosenSlot,
  isWalkIn: boolean,
): Refusal | undefined {
  const { now } = desk;
  const session = desk.see('session', sessionId);
  const slot = slotAt(session.status === 'none' ? [] : session.slots, startsAt);
  if (session.status === 'none' || !slot) return unknownSlot();
  const appointmentId = desk.newId();
  const at = { appointmentId, ...where(sessionId, session, slot) };
  const booking = { startsAt, needId, appointmentId, topic, walkIn: isWalkIn, now };
  const refusal =
    desk.tell('request', needId, { type: 'Book', at, walkIn: isWalkIn, now }) ??
    desk.tell('session', sessionId, { type: 'BookSlot', ...booking });
  if (refusal) return refusal;
  desk.must('demand', topic, { type: 'EndWait', topic, needId, because: 'placed' });
  settle(desk, { topics: [topic] });
  return undefined;
}

const slotAt = (slots: readonly Slot[], startsAt: Date) =>
  slots.find((one) => one.startsAt.getTime() === startsAt.getTime());

function where(sessionId: string, session: HeldSession, { startsAt, endsAt }: Slot) {
  const { placeName, placeAddress, profession } = session;
  return { sessionId, startsAt, endsAt, placeName, placeAddress, profession };
}

const unknownSlot = () => refuse('UnknownSlot', 'Ce créneau n’existe pas.', 'startsAt');
