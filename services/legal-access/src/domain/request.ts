import type { Profession } from './permanence';
import type { Urgency } from './waiting';

/** Why somebody waits. */
export type WaitReason = 'no-slot' | 'appointment-cancelled' | 'session-cancelled' | 'absent';
/** Who cancelled: the resident by the link, an agent, the whole session, or the CCAS with the need. */
export type CancelledBy = 'resident' | 'agent' | 'session' | 'ccas';
export type ReturnReason = 'absent-twice' | 'promise-expired' | 'agent-decision' | 'resident-cancelled';
export type RequestOutcome = 'attended' | 'withdrawn' | 'duplicate' | 'reoriented';
export type Attendance = 'attended' | 'absent';

/** Where and when: what an invitation needs. */
export interface Appointment {
  readonly appointmentId: string;
  /** Rises by one with each change of the same appointment, its cancellation included. */
  readonly revision: number;
  readonly sessionId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly placeName: string;
  readonly placeAddress: string;
  readonly profession: Profession;
}

interface Filed {
  readonly personId: string;
  readonly topic: string;
  readonly urgency: Urgency;
  readonly contactedOn: string;
  readonly since: Date;
  readonly absences: number;
  readonly declined: readonly string[];
}

/** The answer to one need, under the need's id. It is in exactly one of these places at any time. */
export type Request =
  | { readonly status: 'none' }
  | ({ readonly status: 'waiting'; readonly because: WaitReason } & Filed)
  | ({
      readonly status: 'placed';
      readonly appointment: Appointment & { readonly walkIn: boolean; readonly confirmed: boolean };
      /** When the reminder is due; absent when it was given or came too late to be of use. */
      readonly remindAt?: Date;
    } & Filed)
  | ({ readonly status: 'returned'; readonly because: ReturnReason } & Filed)
  | ({ readonly status: 'closed'; readonly outcome: RequestOutcome } & Filed);

export type KnownRequest = Exclude<Request, { status: 'none' }>;
export type PlacedRequest = Extract<Request, { status: 'placed' }>;

export type RequestEvent =
  | {
      readonly type: 'RequestFiled';
      readonly personId: string;
      readonly topic: string;
      readonly urgency: Urgency;
      readonly contactedOn: string;
      readonly since: Date;
    }
  | { readonly type: 'RequestQueued'; readonly because: WaitReason; readonly waitingCount: number }
  | {
      readonly type: 'RequestReoriented';
      readonly topic: string;
      readonly urgency: Urgency;
      readonly contactedOn: string;
    }
  | ({ readonly type: 'AppointmentBooked'; readonly walkIn: boolean; readonly remindAt?: Date } & Appointment)
  | ({ readonly type: 'AppointmentMoved'; readonly remindAt?: Date } & Appointment)
  | { readonly type: 'AppointmentConfirmed'; readonly appointmentId: string }
  | ({
      readonly type: 'AppointmentCancelled';
      readonly by: CancelledBy;
      readonly because: WaitReason;
    } & Appointment)
  | ({ readonly type: 'AppointmentReminded' } & Appointment)
  | { readonly type: 'AttendanceRecorded'; readonly appointmentId: string; readonly attendance: Attendance }
  | { readonly type: 'RequestReturned'; readonly because: ReturnReason }
  | { readonly type: 'RequestClosed'; readonly outcome: RequestOutcome };

export function evolveRequest(state: Request, event: RequestEvent): Request {
  if (event.type === 'RequestFiled') {
    const { type: _type, ...filed } = event;
    return { ...filed, status: 'waiting', because: 'no-slot', absences: 0, declined: [] };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'RequestQueued':
      return { ...filedOf(state), status: 'waiting', because: event.because };
    case 'RequestReoriented': {
      const { topic, urgency, contactedOn } = event;
      return {
        ...filedOf(state),
        topic,
        urgency,
        contactedOn,
        declined: [],
        status: 'waiting',
        because: 'no-slot',
      };
    }
    case 'RequestReturned':
      return { ...filedOf(state), status: 'returned', because: event.because };
    case 'RequestClosed':
      return { ...filedOf(state), status: 'closed', outcome: event.outcome };
    default:
      return evolveAppointment(state, event);
  }
}

type AppointmentEvent = Extract<
  RequestEvent,
  {
    type:
      | 'AppointmentBooked'
      | 'AppointmentMoved'
      | 'AppointmentConfirmed'
      | 'AppointmentCancelled'
      | 'AppointmentReminded'
      | 'AttendanceRecorded';
  }
>;

function evolveAppointment(state: KnownRequest, event: AppointmentEvent): Request {
  const filed = filedOf(state);
  switch (event.type) {
    case 'AppointmentBooked':
    case 'AppointmentMoved': {
      const walkIn = event.type === 'AppointmentBooked' && event.walkIn;
      const appointment = { ...appointmentOf(event), walkIn, confirmed: false };
      const { remindAt } = event;
      return { ...filed, status: 'placed', appointment, ...(remindAt === undefined ? {} : { remindAt }) };
    }
    case 'AppointmentConfirmed':
      return state.status === 'placed'
        ? { ...state, appointment: { ...state.appointment, confirmed: true } }
        : state;
    case 'AppointmentReminded': {
      if (state.status !== 'placed') return state;
      return { ...filed, status: 'placed', appointment: state.appointment };
    }
    case 'AppointmentCancelled': {
      const declined = event.by === 'session' ? filed.declined : [...filed.declined, event.sessionId];
      return { ...filed, declined, status: 'waiting', because: event.because };
    }
    case 'AttendanceRecorded':
      if (event.attendance === 'attended') return state;
      return { ...filed, absences: filed.absences + 1, status: 'waiting', because: 'absent' };
  }
}

function filedOf(state: KnownRequest): Filed {
  const { personId, topic, urgency, contactedOn, since, absences, declined } = state;
  return { personId, topic, urgency, contactedOn, since, absences, declined };
}

/** The facts of an appointment, without what surrounds them in an event or a state. */
export function appointmentOf(it: Appointment): Appointment {
  const { appointmentId, revision, sessionId, startsAt, endsAt, placeName, placeAddress, profession } = it;
  return { appointmentId, revision, sessionId, startsAt, endsAt, placeName, placeAddress, profession };
}
