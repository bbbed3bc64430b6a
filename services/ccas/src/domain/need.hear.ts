import type { NeedEvent, KnownNeed, NeedOutcome, NotedAppointment, ReturnReason, TopicNeed } from './need';
import { isOpenWithTopic } from './need';
import { promiseDates, resumedDates } from './promise';

/** What a service says of a need that it has. `topic` is the one it speaks of. */
export type Fact = { readonly topic: string } & (
  | { readonly what: 'waits' }
  | ({ readonly what: 'appointment' } & NotedAppointment)
  | { readonly what: 'appointment-lost'; readonly appointmentId: string }
  | { readonly what: 'returned'; readonly because: ReturnReason }
  | { readonly what: 'ended'; readonly outcome: Extract<NeedOutcome, 'met' | 'duplicate'> }
);

/**
 * Facts come late and in any order with what the CCAS decides: one that no longer concerns the need changes nothing, and
 * none is ever refused.
 */
export function hear(fact: Fact, need: KnownNeed, now: Date): NeedEvent[] {
  if (!isOpenWithTopic(need)) return [];
  // Whoever was seen was seen, whatever the CCAS decided meanwhile.
  if (fact.what === 'ended') return [{ type: 'NeedClosed', outcome: fact.outcome, closedAt: now }];
  if (fact.topic !== need.topic) return [];
  switch (fact.what) {
    case 'waits':
      return waits(need, now);
    case 'appointment':
      return appointment(fact, need, now);
    case 'appointment-lost':
      return appointmentLost(fact.appointmentId, need, now);
    case 'returned':
      return isBackAlready(need)
        ? []
        : [...begun(need, now), { type: 'NeedReturned', because: fact.because }];
  }
}

function waits(need: TopicNeed, now: Date): NeedEvent[] {
  if (need.status === 'placed') return appointmentLost(need.appointment.appointmentId, need, now);
  // Expired or returned: the service has not heard it yet and will let go.
  if (isBackAlready(need) || (need.status === 'oriented' && need.acknowledged)) return [];
  return [...begun(need, now), { type: 'NeedAcknowledged' }];
}

function appointment(noted: NotedAppointment, need: TopicNeed, now: Date): NeedEvent[] {
  const { appointmentId, startsAt } = noted;
  const event: NeedEvent = { type: 'AppointmentNoted', appointmentId, startsAt };
  if (need.status === 'placed') return isSame(noted, need.appointment) ? [] : [event];
  return [...acknowledged(need, now), event];
}

function appointmentLost(appointmentId: string, need: TopicNeed, now: Date): NeedEvent[] {
  if (need.status !== 'placed' || need.appointment.appointmentId !== appointmentId) return [];
  return [{ type: 'AppointmentLost', appointmentId, ...resumedDates(need.promise, now) }];
}

/** The service spoke before it was heard that it serves the field: the promise starts with its word. */
function begun(need: TopicNeed, now: Date): NeedEvent[] {
  if (need.status !== 'awaiting-service') return [];
  return [{ type: 'NeedOriented', startedAt: now, ...promiseDates(now) }];
}

function acknowledged(need: TopicNeed, now: Date): NeedEvent[] {
  const knows = isBackAlready(need) || (need.status === 'oriented' && need.acknowledged);
  return knows ? [] : [...begun(need, now), { type: 'NeedAcknowledged' }];
}

function isBackAlready(need: TopicNeed): boolean {
  return need.status === 'returned' || need.status === 'expired';
}

function isSame(one: NotedAppointment, other: NotedAppointment): boolean {
  return one.appointmentId === other.appointmentId && one.startsAt.getTime() === other.startsAt.getTime();
}
