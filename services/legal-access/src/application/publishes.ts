import * as contracts from '@passerelle/contracts';
import { publication, type Published, type PublishTable } from '@passerelle/messaging';
import type { Demand, DemandEvent } from '../domain/demand';
import type { Permanence, PermanenceEvent } from '../domain/permanence';
import type {
  KnownPermanenceRequest,
  PermanenceRequest,
  PermanenceRequestEvent,
} from '../domain/permanence-request';
import type { Place, PlaceEvent } from '../domain/place';
import {
  appointmentOf,
  type Appointment,
  type KnownRequest,
  type Request,
  type RequestEvent,
} from '../domain/request';
import type { Session, SessionEvent } from '../domain/session';

const subject = ({ id, state }: Published<Request>) => {
  const { personId, topic } = state as KnownRequest;
  return { needId: id, personId, topic };
};
const urgency = ({ state }: Published<Request>) => (state as KnownRequest).urgency;

const appointment = (event: Appointment) => {
  const { startsAt, endsAt, ...others } = appointmentOf(event);
  return { ...others, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
};

export const requestPublishes: PublishTable<Request, RequestEvent> = {
  RequestFiled: 'internal',
  RequestReoriented: 'internal',
  RequestQueued: ({ because, waitingCount }, after) =>
    publication(contracts.RequestWaiting, {
      ...subject(after),
      urgency: urgency(after),
      because,
      waitingCount,
    }),
  AppointmentBooked: (event, after) =>
    publication(contracts.AppointmentBooked, {
      ...subject(after),
      ...appointment(event),
      urgency: urgency(after),
      walkIn: event.walkIn,
    }),
  AppointmentMoved: (event, after) =>
    publication(contracts.AppointmentMoved, { ...subject(after), ...appointment(event) }),
  AppointmentConfirmed: ({ appointmentId }, after) =>
    publication(contracts.AppointmentConfirmed, { ...subject(after), appointmentId }),
  AppointmentCancelled: (event, after) =>
    publication(contracts.AppointmentCancelled, { ...subject(after), ...appointment(event), by: event.by }),
  AppointmentReminded: (event, after) =>
    publication(contracts.AppointmentReminderDue, { ...subject(after), ...appointment(event) }),
  AttendanceRecorded: ({ appointmentId, attendance }, after) =>
    publication(contracts.AttendanceRecorded, { ...subject(after), appointmentId, attendance }),
  RequestReturned: ({ because }, after) =>
    publication(contracts.RequestReturned, { ...subject(after), because }),
  RequestClosed: ({ outcome }, after) => publication(contracts.RequestClosed, { ...subject(after), outcome }),
};

const asked = ({ id, state }: Published<PermanenceRequest>) => {
  const { topic, waitingCount, because } = state as KnownPermanenceRequest;
  return { permanenceRequestId: id, topic, waitingCount, because };
};
const about = ({ id, state }: Published<PermanenceRequest>) => {
  const { topic } = state as KnownPermanenceRequest;
  return { permanenceRequestId: id, topic };
};

export const permanenceRequestPublishes: PublishTable<PermanenceRequest, PermanenceRequestEvent> = {
  PermanenceRequestOpened: 'internal',
  GoAheadHeard: 'internal',
  PermanenceRequestHeld: (_event, after) => publication(contracts.PermanenceRequestHeld, asked(after)),
  PermanenceRequested: ({ partnerId, answerBy, attempt }, after) =>
    publication(contracts.PermanenceRequested, {
      ...asked(after),
      partnerId,
      answerBy: answerBy.toISOString(),
      attempt,
    }),
  PermanenceRequestReminded: (_event, after) => {
    if (after.state.status !== 'asked') return undefined;
    const { partnerId, answerBy } = after.state;
    return publication(contracts.PermanenceRequestReminded, {
      ...asked(after),
      partnerId,
      answerBy: answerBy.toISOString(),
    });
  },
  PermanenceRequestAccepted: ({ sessionId, startsAt, endsAt, slots }, after) => {
    if (after.state.status !== 'accepted') return undefined;
    return publication(contracts.PermanenceRequestAccepted, {
      ...about(after),
      partnerId: after.state.partnerId,
      sessionId,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      slots,
    });
  },
  PermanenceRequestDeclined: ({ partnerId }, after) =>
    publication(contracts.PermanenceRequestDeclined, { ...about(after), partnerId }),
  PermanenceRequestUnanswered: ({ partnerId }, after) =>
    publication(contracts.PermanenceRequestUnanswered, { ...about(after), partnerId }),
  PermanenceRequestClosed: ({ closedBecause }, after) =>
    publication(contracts.PermanenceRequestClosed, { ...about(after), because: closedBecause }),
};

/** Who waits behind whom, and which slot is free: nobody else's business. */
export const demandPublishes: PublishTable<Demand, DemandEvent> = {
  WaitBegan: 'internal',
  WaitEnded: 'internal',
  SlotsLeftFree: 'internal',
  PermanenceWanted: 'internal',
  PermanenceSettled: 'internal',
  PolicySet: 'internal',
};

export const sessionPublishes: PublishTable<Session, SessionEvent> = {
  SessionOpened: 'internal',
  SlotBooked: 'internal',
  SlotFreed: 'internal',
  SlotAttended: 'internal',
  SessionClosed: 'internal',
  SessionCancelled: 'internal',
};

export const placePublishes: PublishTable<Place, PlaceEvent> = {
  PlaceOpened: 'internal',
  PlaceChanged: 'internal',
  RoomTaken: 'internal',
};

export const permanencePublishes: PublishTable<Permanence, PermanenceEvent> = {
  PermanenceScheduled: 'internal',
  SessionsOpened: 'internal',
  PermanenceEnded: 'internal',
};
