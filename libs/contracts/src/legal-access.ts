import { z } from 'zod';
import { defineEvent, id, instant, slug } from './define';
import { professions, urgencies } from './vocabulary';

const request = 'legal-access.request';
const permanenceRequest = 'legal-access.permanence-request';

/** A request has the id of the need it answers: one request per need is the truth. */
const subject = { needId: id(), personId: id(), topic: slug() };

/** A place and a professional are the town's, not a resident's: their names may travel. */
const appointment = {
  /** Stable while the appointment is only moved; the calendar UID. */
  appointmentId: id(),
  /** Rises with every change of one appointment; the calendar SEQUENCE, from 0. */
  revision: z.int().min(0),
  sessionId: id(),
  startsAt: instant(),
  endsAt: instant(),
  placeName: z.string().max(120),
  placeAddress: z.string().max(240),
  profession: z.enum(Object.keys(professions) as [keyof typeof professions]),
};

export const RequestWaiting = defineEvent({
  type: 'RequestWaiting',
  version: 1,
  topic: request,
  key: 'needId',
  summary: 'No free slot serves the topic within the horizon: the resident waits in the demand for it.',
  schema: z.object({
    ...subject,
    urgency: z.enum(urgencies),
    /** How many wait for this topic in this territory, this one counted. */
    waitingCount: z.int().min(1),
    /** Why it waits: at its first day, or again after a cancellation. */
    because: z.enum(['no-slot', 'appointment-cancelled', 'session-cancelled', 'absent']),
  }),
});

export const AppointmentBooked = defineEvent({
  type: 'AppointmentBooked',
  version: 1,
  topic: request,
  key: 'needId',
  summary: 'A slot was given to the resident; also a walk-in, who is told nothing.',
  schema: z.object({ ...subject, ...appointment, urgency: z.enum(urgencies), walkIn: z.boolean() }),
});

export const AppointmentMoved = defineEvent({
  type: 'AppointmentMoved',
  version: 1,
  topic: request,
  key: 'needId',
  summary: 'The same appointment at another date or place.',
  schema: z.object({ ...subject, ...appointment }),
});

export const AppointmentConfirmed = defineEvent({
  type: 'AppointmentConfirmed',
  version: 1,
  topic: request,
  key: 'needId',
  summary: 'The resident said by the link, or told an agent, that they will come.',
  schema: z.object({ ...subject, appointmentId: id() }),
});

export const AppointmentCancelled = defineEvent({
  type: 'AppointmentCancelled',
  version: 1,
  topic: request,
  key: 'needId',
  summary: 'The appointment will not take place; its slot goes to the next person at once.',
  schema: z.object({ ...subject, ...appointment, by: z.enum(['resident', 'agent', 'session', 'ccas']) }),
});

export const AppointmentReminderDue = defineEvent({
  type: 'AppointmentReminderDue',
  version: 1,
  topic: request,
  key: 'needId',
  summary: 'The appointment is tomorrow.',
  schema: z.object({ ...subject, ...appointment }),
});

export const AttendanceRecorded = defineEvent({
  type: 'AttendanceRecorded',
  version: 1,
  topic: request,
  key: 'needId',
  summary: 'Whether the resident came. Never what was said.',
  schema: z.object({ ...subject, appointmentId: id(), attendance: z.enum(['attended', 'absent']) }),
});

export const RequestReturned = defineEvent({
  type: 'RequestReturned',
  version: 1,
  topic: request,
  key: 'needId',
  summary: 'The request goes back to the CCAS, which decides what comes next.',
  schema: z.object({
    ...subject,
    because: z.enum(['absent-twice', 'promise-expired', 'agent-decision', 'resident-cancelled']),
  }),
});

export const RequestClosed = defineEvent({
  type: 'RequestClosed',
  version: 1,
  topic: request,
  key: 'needId',
  summary: 'Nothing more to do in legal access.',
  schema: z.object({ ...subject, outcome: z.enum(['attended', 'withdrawn', 'duplicate', 'reoriented']) }),
});

const asked = {
  permanenceRequestId: id(),
  topic: slug(),
  /** How many people waited when it was asked. */
  waitingCount: z.int().min(1),
  because: z.enum(['threshold', 'longest-wait']),
};
const toPartner = { ...asked, partnerId: id(), answerBy: instant() };

export const PermanenceRequestHeld = defineEvent({
  type: 'PermanenceRequestHeld',
  version: 1,
  topic: permanenceRequest,
  key: 'permanenceRequestId',
  summary: 'Enough people wait; the request is held until a CCAS officer gives the go-ahead.',
  schema: z.object(asked),
});

export const PermanenceRequested = defineEvent({
  type: 'PermanenceRequested',
  version: 1,
  topic: permanenceRequest,
  key: 'permanenceRequestId',
  summary: 'A permanence is asked of a partner (the MJD first): they get a signed link until `answerBy`.',
  schema: z.object({ ...toPartner, attempt: z.int().min(1) }),
});

export const PermanenceRequestReminded = defineEvent({
  type: 'PermanenceRequestReminded',
  version: 1,
  topic: permanenceRequest,
  key: 'permanenceRequestId',
  summary: 'The partner has not answered yet: a reminder goes out, with the same deadline.',
  schema: z.object(toPartner),
});

export const PermanenceRequestAccepted = defineEvent({
  type: 'PermanenceRequestAccepted',
  version: 1,
  topic: permanenceRequest,
  key: 'permanenceRequestId',
  summary: 'The partner gave a date: a session opens and waiting residents are placed.',
  schema: z.object({
    permanenceRequestId: id(),
    topic: slug(),
    partnerId: id(),
    sessionId: id(),
    startsAt: instant(),
    endsAt: instant(),
    slots: z.int().min(1),
  }),
});

export const PermanenceRequestDeclined = defineEvent({
  type: 'PermanenceRequestDeclined',
  version: 1,
  topic: permanenceRequest,
  key: 'permanenceRequestId',
  summary: 'The partner declined, with a reason that stays in legal access; the next partner is asked.',
  schema: z.object({ permanenceRequestId: id(), topic: slug(), partnerId: id() }),
});

export const PermanenceRequestUnanswered = defineEvent({
  type: 'PermanenceRequestUnanswered',
  version: 1,
  topic: permanenceRequest,
  key: 'permanenceRequestId',
  summary: 'The partner stayed silent until the deadline; the next partner is asked.',
  schema: z.object({ permanenceRequestId: id(), topic: slug(), partnerId: id() }),
});

export const PermanenceRequestClosed = defineEvent({
  type: 'PermanenceRequestClosed',
  version: 1,
  topic: permanenceRequest,
  key: 'permanenceRequestId',
  summary: 'The request ended without a permanence.',
  schema: z.object({
    permanenceRequestId: id(),
    topic: slug(),
    because: z.enum(['no-partner-left', 'nobody-waits', 'go-ahead-refused', 'cancelled']),
  }),
});

export const legalAccessContracts = [
  RequestWaiting,
  AppointmentBooked,
  AppointmentMoved,
  AppointmentConfirmed,
  AppointmentCancelled,
  AppointmentReminderDue,
  AttendanceRecorded,
  RequestReturned,
  RequestClosed,
  PermanenceRequestHeld,
  PermanenceRequested,
  PermanenceRequestReminded,
  PermanenceRequestAccepted,
  PermanenceRequestDeclined,
  PermanenceRequestUnanswered,
  PermanenceRequestClosed,
];
