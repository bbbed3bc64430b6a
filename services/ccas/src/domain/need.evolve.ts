import {
  isOpenWithTopic,
  isWithCcas,
  subjectOf,
  type ClosedNeed,
  type KnownNeed,
  type Need,
  type NeedEvent,
  type NeedSubject,
  type OpenNeed,
  type ReferredNeed,
  type Sorted,
  type TopicNeed,
  type WithCcas,
} from './need';
import { afterReminder, promised } from './promise';

/** Events are only ever applied to the state that decided them; anything else is a broken journal. */
export function evolve(need: Need, event: NeedEvent): Need {
  if (event.type === 'NeedNoted') {
    const { type: _type, noteIds: _ids, ...subject } = event;
    return { status: 'to-classify', ...subject };
  }
  if (need.status === 'unknown') throw new Error(`${event.type} before NeedNoted`);
  const subject = subjectOf(need);
  switch (event.type) {
    case 'NeedClassified':
    case 'NeedReoriented': {
      const { topic, field } = event;
      return { status: 'awaiting-service', ...subject, topic, field, ...choiceIn(event) };
    }
    case 'NeedUnclassified':
      return { status: 'to-classify', ...subject, left: { topic: event.topic, field: event.field } };
    case 'TopicAwaited':
    case 'ServiceAwaited':
    case 'NeedWithdrawn':
    case 'NoteAdded':
      return need;
    case 'NeedHandedOver':
      return { ...need, workerId: event.workerId };
    case 'NeedClosed':
      return closed(need, event);
    case 'NeedReopened':
      return reopened(need, event);
    default:
      if (!isOpenWithTopic(need)) throw new Error(`${event.type} on a need that is ${need.status}`);
      return evolvePromise(need, event);
  }
}

function choiceIn(
  event: Extract<NeedEvent, { type: 'NeedClassified' | 'NeedReoriented' }>,
): Pick<Sorted, 'chosen'> {
  if (event.type !== 'NeedClassified') return {};
  const { workerId, chosenAt: at } = event;
  return workerId === undefined || at === undefined ? {} : { chosen: { workerId, at } };
}

function closed(need: KnownNeed, event: Extract<NeedEvent, { type: 'NeedClosed' }>): ClosedNeed {
  const { outcome, closedAt, by } = event;
  const topic = need.status === 'to-classify' ? {} : { topic: need.topic, field: need.field };
  const before =
    by === 'ccas' && need.status !== 'closed'
      ? { before: need.status === 'referred' ? whereItWas(need) : need }
      : {};
  return { status: 'closed', ...subjectOf(need), ...topic, outcome, closedAt, ...before };
}

/** A promise that goes on has been reminded of already, or not; another one begins anew. */
function reopened(need: KnownNeed, event: Extract<NeedEvent, { type: 'NeedReopened' }>): OpenNeed {
  if (need.status !== 'closed' || !need.before)
    throw new Error(`NeedReopened on a need that is ${need.status}`);
  const { before } = need;
  const { startedAt, remindAt, expireAt } = event;
  if (!startedAt || !remindAt || !expireAt || !('promise' in before)) return before;
  const isSame = startedAt.getTime() === before.promise.startedAt.getTime();
  const promise = promised(startedAt, { remindAt, expireAt }, isSame && before.promise.reminded);
  return { status: 'oriented', ...topicOf(before), promise, acknowledged: false };
}

function topicOf(need: TopicNeed): NeedSubject & Sorted {
  const { topic, field, chosen } = need;
  return { ...subjectOf(need), topic, field, ...(chosen ? { chosen } : {}) };
}

type PromiseEvent = Extract<
  NeedEvent,
  {
    type:
      | 'NeedOriented'
      | 'NeedAcknowledged'
      | 'NeedReminded'
      | 'NeedExpired'
      | 'AppointmentNoted'
      | 'AppointmentLost'
      | 'NeedReturned'
      | 'NeedReferred'
      | 'NeedTakenBack';
  }
>;

function evolvePromise(need: TopicNeed, event: PromiseEvent): Need {
  const known = topicOf(need);
  if (event.type === 'NeedOriented') {
    return { status: 'oriented', ...known, promise: promised(event.startedAt, event), acknowledged: false };
  }
  if (event.type === 'NeedReferred') return referred(need, event);
  if (need.status === 'awaiting-service') throw new Error(`${event.type} before NeedOriented`);
  const { promise } = need;
  switch (event.type) {
    case 'NeedAcknowledged':
      return { status: 'oriented', ...known, promise, acknowledged: true };
    case 'NeedReminded':
      return { ...need, promise: afterReminder(promise) };
    case 'NeedExpired':
      return { status: 'expired', ...known, promise, expiredAt: event.expiredAt };
    case 'AppointmentNoted': {
      const { appointmentId, startsAt } = event;
      return { status: 'placed', ...known, promise, appointment: { appointmentId, startsAt } };
    }
    case 'AppointmentLost':
      return {
        status: 'oriented',
        ...known,
        promise: promised(promise.startedAt, event, promise.reminded),
        acknowledged: true,
      };
    case 'NeedReturned':
      return { status: 'returned', ...known, promise, because: event.because };
    case 'NeedTakenBack':
      if (need.status !== 'referred') throw new Error(`NeedTakenBack on a need that is ${need.status}`);
      return whereItWas(need);
  }
}

function referred(need: TopicNeed, event: Extract<NeedEvent, { type: 'NeedReferred' }>): ReferredNeed {
  if (!isWithCcas(need)) throw new Error(`NeedReferred on a need that is ${need.status}`);
  const { referralId: lastReferralId, startedAt } = event;
  return {
    status: 'referred',
    ...topicOf(need),
    promise: promised(startedAt, event),
    lastReferralId,
    before: need,
  };
}

/** Before the partner had it; whoever was given it meanwhile keeps it. */
function whereItWas(need: ReferredNeed): WithCcas {
  return { ...need.before, ...subjectOf(need) };
}
