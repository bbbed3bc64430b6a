import { slots } from '@passerelle/calendar';
import { refuse, type Decider, type Decision } from '@passerelle/domain-kit';
import {
  evolveSession,
  type HeldSession,
  type Session,
  type SessionEvent,
  type SessionFacts,
  type Slot,
} from './session';

export type SessionCommand =
  | ({ readonly type: 'OpenSession'; readonly slotMinutes: number; readonly now: Date } & SessionFacts)
  | {
      readonly type: 'BookSlot';
      readonly startsAt: Date;
      readonly needId: string;
      readonly appointmentId: string;
      readonly topic: string;
      readonly walkIn: boolean;
      readonly now: Date;
    }
  | { readonly type: 'FreeSlot'; readonly needId: string; readonly now: Date }
  | {
      readonly type: 'MarkAttendance';
      readonly appointmentId: string;
      readonly attendance: 'attended' | 'absent';
    }
  /** Takes no more people; those who have an appointment keep it. */
  | { readonly type: 'CloseSession' }
  | { readonly type: 'CancelSession'; readonly now: Date };

function decide(command: SessionCommand, state: Session): Decision<SessionEvent> {
  if (command.type === 'OpenSession') return state.status === 'none' ? open(command) : [];
  if (state.status === 'none') return refuse('UnknownSession', 'Cette séance n’existe pas.', 'sessionId');
  switch (command.type) {
    case 'BookSlot':
      return book(command, state);
    case 'FreeSlot':
      return free(command, state);
    case 'MarkAttendance':
      return mark(command, state);
    case 'CloseSession':
      return state.status === 'open' ? [{ type: 'SessionClosed' }] : [];
    case 'CancelSession':
      if (state.status === 'cancelled') return [];
      if (state.startsAt <= command.now) {
        return refuse('SessionStarted', 'La séance a commencé : elle ne peut plus être annulée.');
      }
      return [{ type: 'SessionCancelled' }];
  }
}

function open(command: Extract<SessionCommand, { type: 'OpenSession' }>): Decision<SessionEvent> {
  const { type: _type, slotMinutes, now, ...facts } = command;
  if (facts.startsAt <= now) {
    return refuse('DateInThePast', 'Cette date est déjà passée. Choisissez une date à venir.', 'date');
  }
  const cut = slots(facts.startsAt, facts.endsAt, slotMinutes);
  if (cut.length === 0) {
    return refuse('SlotTooLong', 'Un rendez-vous ne peut pas durer plus que la séance.', 'slotMinutes');
  }
  return [{ ...facts, type: 'SessionOpened', slots: cut }];
}

function book(
  command: Extract<SessionCommand, { type: 'BookSlot' }>,
  state: HeldSession,
): Decision<SessionEvent> {
  const { startsAt, needId, appointmentId, walkIn } = command;
  const slot = state.slots.find((one) => one.startsAt.getTime() === startsAt.getTime());
  if (!slot) return refuse('UnknownSlot', 'Ce créneau n’existe pas dans cette séance.', 'startsAt');
  if (slot.appointmentId === appointmentId) return [];
  return (
    refusalToBook(command, state, slot) ?? [{ type: 'SlotBooked', startsAt, needId, appointmentId, walkIn }]
  );
}

function refusalToBook(
  { needId, topic, walkIn, now }: Extract<SessionCommand, { type: 'BookSlot' }>,
  state: HeldSession,
  slot: Slot,
) {
  if (state.status !== 'open') {
    return refuse('SessionNotOpen', 'Cette séance ne prend plus de rendez-vous.', 'sessionId');
  }
  if (slot.needId !== undefined) {
    return refuse('SlotAlreadyTaken', 'Ce créneau vient d’être pris. Choisissez-en un autre.', 'startsAt');
  }
  if ((walkIn ? slot.endsAt : slot.startsAt) <= now) {
    return refuse('DateInThePast', 'Ce créneau est déjà passé.', 'startsAt');
  }
  if (!state.topics.includes(topic)) {
    return refuse('TopicNotServed', 'Cette séance ne traite pas ce sujet.', 'topic');
  }
  if (state.slots.some((one) => one.needId === needId)) {
    return refuse('AlreadyInSession', 'Cette personne a déjà un créneau dans cette séance.', 'sessionId');
  }
  return undefined;
}

/** Nothing to do when they have no slot here, or when it has begun: what is past is not offered again. */
function free(
  { needId, now }: Extract<SessionCommand, { type: 'FreeSlot' }>,
  state: HeldSession,
): Decision<SessionEvent> {
  const slot = state.slots.find((one) => one.needId === needId);
  if (!slot || slot.startsAt <= now) return [];
  return [{ type: 'SlotFreed', startsAt: slot.startsAt, needId }];
}

function mark(
  { appointmentId, attendance }: Extract<SessionCommand, { type: 'MarkAttendance' }>,
  state: HeldSession,
): Decision<SessionEvent> {
  const slot = state.slots.find((one) => one.appointmentId === appointmentId);
  if (!slot?.needId || slot.attendance === attendance) return [];
  return [{ type: 'SlotAttended', startsAt: slot.startsAt, needId: slot.needId, attendance }];
}

export const session: Decider<SessionCommand, Session, SessionEvent> = {
  initial: { status: 'none' },
  decide,
  evolve: evolveSession,
};
