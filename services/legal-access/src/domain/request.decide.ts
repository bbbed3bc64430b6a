import { refuse, type Decider, type Decision } from '@passerelle/domain-kit';
import { reminderAt } from './reminder';
import {
  appointmentOf,
  evolveRequest,
  type Appointment,
  type Attendance,
  type CancelledBy,
  type KnownRequest,
  type PlacedRequest,
  type Request,
  type RequestEvent,
  type RequestOutcome,
  type ReturnReason,
  type WaitReason,
} from './request';
import type { Urgency } from './waiting';

interface Need {
  readonly personId: string;
  readonly topic: string;
  readonly urgency: Urgency;
  readonly contactedOn: string;
  readonly now: Date;
}

export type RequestCommand =
  | ({ readonly type: 'File' } & Need)
  /** A need that came from another field, or that changed topic here. */
  | ({ readonly type: 'Reorient' } & Need)
  /** A need that the CCAS had closed is open again: whatever became of its request, the person waits as before. */
  | ({ readonly type: 'Reopen'; readonly since: Date } & Need)
  | { readonly type: 'Queue'; readonly because: WaitReason; readonly waitingCount: number }
  | {
      readonly type: 'Book';
      readonly at: Omit<Appointment, 'revision'>;
      readonly walkIn: boolean;
      readonly now: Date;
    }
  | {
      readonly type: 'Move';
      readonly at: Omit<Appointment, 'revision' | 'appointmentId'>;
      readonly now: Date;
    }
  | { readonly type: 'Confirm'; readonly appointmentId: string; readonly now: Date }
  | {
      readonly type: 'Cancel';
      readonly by: CancelledBy;
      /** When given, another appointment than this one is not cancelled: an old link must not undo a new date. */
      readonly appointmentId?: string;
      /** Waits for another date; otherwise the resident goes back to the CCAS. */
      readonly wantsAnother: boolean;
      readonly now: Date;
    }
  | { readonly type: 'Remind'; readonly now: Date }
  | { readonly type: 'Attend'; readonly attendance: Attendance; readonly now: Date }
  | { readonly type: 'Return'; readonly because: ReturnReason; readonly now: Date }
  | { readonly type: 'Close'; readonly outcome: RequestOutcome; readonly now: Date };

/** Missed twice, the resident goes back to the CCAS, which finds out why. */
const ABSENCES_BEFORE_RETURN = 2;

type CommandOf<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>;

function decide(command: RequestCommand, state: Request): Decision<RequestEvent> {
  if (command.type === 'File') return state.status === 'none' ? [filed(command)] : [];
  if (command.type === 'Reorient') return reorient(command, state);
  if (command.type === 'Reopen') return reopen(command, state);
  if (state.status === 'none') return refuse('UnknownRequest', 'Cette demande n’existe pas ici.', 'needId');
  switch (command.type) {
    case 'Return':
      return isOver(state)
        ? []
        : [...dropped(state, 'agent', command.now), { type: 'RequestReturned', because: command.because }];
    case 'Close':
      return close(command, state);
    case 'Queue':
    case 'Book':
      return waitOrBook(command, state);
    default:
      return appointmentCommand(command, state);
  }
}

function reorient(command: CommandOf<'Reorient'>, state: Request): Decision<RequestEvent> {
  if (state.status === 'none' || isOver(state)) {
    // Withdrawn, merged or seen: a late word from another field does not revive it.
    if (state.status === 'closed' && state.outcome !== 'reoriented') return [];
    return [filed(command)];
  }
  const { topic, urgency, contactedOn, now } = command;
  if (state.topic === topic && state.urgency === urgency && state.contactedOn === contactedOn) return [];
  return [...dropped(state, 'ccas', now), { type: 'RequestReoriented', topic, urgency, contactedOn }];
}

/** The CCAS has the last word on what is open; a request that is open already is left alone. */
function reopen({ since, ...need }: CommandOf<'Reopen'>, state: Request): RequestEvent[] {
  return state.status === 'none' || isOver(state) ? [filed({ ...need, now: since })] : [];
}

function close({ outcome, now }: CommandOf<'Close'>, state: KnownRequest): Decision<RequestEvent> {
  if (state.status === 'closed') return [];
  return [...dropped(state, 'ccas', now), { type: 'RequestClosed', outcome }];
}

function waitOrBook(command: CommandOf<'Queue' | 'Book'>, state: KnownRequest): Decision<RequestEvent> {
  if (isOver(state)) return refuse('RequestOver', 'Cette demande est déjà terminée.', 'needId');
  if (command.type === 'Queue') {
    if (state.status === 'placed') return [];
    return [{ type: 'RequestQueued', because: command.because, waitingCount: command.waitingCount }];
  }
  if (state.status === 'placed') {
    return refuse('AlreadyPlaced', 'Cette personne a déjà un rendez-vous. Déplacez-le plutôt.', 'needId');
  }
  const { at, walkIn, now } = command;
  const remindAt = walkIn ? undefined : reminderAt(at.startsAt, now);
  return [{ type: 'AppointmentBooked', ...at, revision: 0, walkIn, ...(remindAt ? { remindAt } : {}) }];
}

function appointmentCommand(
  command: CommandOf<'Move' | 'Confirm' | 'Cancel' | 'Remind' | 'Attend'>,
  state: KnownRequest,
): Decision<RequestEvent> {
  if (state.status !== 'placed') {
    if (command.type === 'Remind') return [];
    return refuse('NoAppointment', 'Il n’y a pas de rendez-vous en cours pour cette demande.', 'needId');
  }
  switch (command.type) {
    case 'Move':
      return move(command, state);
    case 'Confirm':
      return confirm(command, state);
    case 'Cancel':
      return cancel(command, state);
    case 'Remind':
      return remind(command, state);
    case 'Attend':
      return attend(command, state);
  }
}

function move({ at, now }: CommandOf<'Move'>, { appointment }: PlacedRequest): Decision<RequestEvent> {
  const samePlaceAndTime =
    at.sessionId === appointment.sessionId && at.startsAt.getTime() === appointment.startsAt.getTime();
  if (samePlaceAndTime) return [];
  if (appointment.startsAt <= now) return appointmentPast();
  const remindAt = reminderAt(at.startsAt, now);
  const { appointmentId, revision } = appointment;
  return [
    {
      type: 'AppointmentMoved',
      ...at,
      appointmentId,
      revision: revision + 1,
      ...(remindAt ? { remindAt } : {}),
    },
  ];
}

function confirm({ appointmentId, now }: CommandOf<'Confirm'>, { appointment }: PlacedRequest) {
  if (appointment.appointmentId !== appointmentId) return appointmentChanged();
  if (appointment.confirmed) return [];
  if (appointment.startsAt <= now) return appointmentPast();
  return [{ type: 'AppointmentConfirmed', appointmentId }] as const;
}

function cancel(command: CommandOf<'Cancel'>, state: PlacedRequest): Decision<RequestEvent> {
  const { by, appointmentId, wantsAnother, now } = command;
  if (appointmentId !== undefined && appointmentId !== state.appointment.appointmentId) {
    return appointmentChanged();
  }
  if (state.appointment.startsAt <= now) return appointmentPast();
  const events = dropped(state, by, now);
  if (wantsAnother) return events;
  return [
    ...events,
    { type: 'RequestReturned', because: by === 'resident' ? 'resident-cancelled' : 'agent-decision' },
  ];
}

function remind(
  { now }: CommandOf<'Remind'>,
  { appointment, remindAt }: PlacedRequest,
): Decision<RequestEvent> {
  if (!remindAt || now < remindAt || appointment.startsAt <= now) return [];
  return [{ type: 'AppointmentReminded', ...appointmentOf(appointment) }];
}

function attend({ attendance, now }: CommandOf<'Attend'>, state: PlacedRequest): Decision<RequestEvent> {
  const { appointmentId, startsAt } = state.appointment;
  if (now < startsAt) {
    return refuse('TooEarly', 'La présence se note à partir de l’heure du rendez-vous.', 'attendance');
  }
  const recorded = { type: 'AttendanceRecorded', appointmentId, attendance } as const;
  if (attendance === 'attended') return [recorded, { type: 'RequestClosed', outcome: 'attended' }];
  if (state.absences + 1 < ABSENCES_BEFORE_RETURN) return [recorded];
  return [recorded, { type: 'RequestReturned', because: 'absent-twice' }];
}

/** A future appointment falls with what carried it; one that has begun cannot be cancelled any more. */
function dropped(state: Request, by: CancelledBy, now: Date): RequestEvent[] {
  if (state.status !== 'placed' || state.appointment.startsAt <= now) return [];
  const { appointment } = state;
  return [
    {
      type: 'AppointmentCancelled',
      ...appointmentOf(appointment),
      revision: appointment.revision + 1,
      by,
      because: by === 'session' ? 'session-cancelled' : 'appointment-cancelled',
    },
  ];
}

function filed({ personId, topic, urgency, contactedOn, now }: Need): RequestEvent {
  return { type: 'RequestFiled', personId, topic, urgency, contactedOn, since: now };
}

const isOver = (state: KnownRequest) => state.status === 'returned' || state.status === 'closed';

const appointmentPast = () =>
  refuse(
    'AppointmentPast',
    'L’heure de ce rendez-vous est passée : il ne peut plus être changé.',
    'appointmentId',
  );

const appointmentChanged = () =>
  refuse(
    'AppointmentReplaced',
    'Ce rendez-vous a été remplacé par un autre. Regardez votre dernier message.',
    'appointmentId',
  );

export const request: Decider<RequestCommand, Request, RequestEvent> = {
  initial: { status: 'none' },
  decide,
  evolve: evolveRequest,
};
