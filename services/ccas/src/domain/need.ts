import type { AgeBand, Field, Topic, Urgency } from '@passerelle/contracts';
import { afterReminder, promised, type NeedPromise, type PromiseDates } from './promise';

/** Where a need is. Open ones wait for somebody; `returned` and `expired` wait for the CCAS itself. */
export const needStatuses = [
  'to-classify',
  'awaiting-service',
  'oriented',
  'referred',
  'placed',
  'returned',
  'expired',
  'closed',
] as const;
export type NeedStatus = (typeof needStatuses)[number];

export type NeedOutcome = 'met' | 'returned' | 'withdrawn' | 'expired' | 'duplicate';
export type ReturnReason = 'absent-twice' | 'promise-expired' | 'agent-decision' | 'resident-cancelled';
/** Why a need came back from a partner outside the town. */
export type PartnerReturnReason =
  | 'partner-declined'
  | 'partner-silent'
  | 'question-unanswered'
  | 'partner-could-not'
  | 'not-followed'
  | 'consent-withdrawn';

/** What was noted across the desk. The words and the notes are beside, erasable: only their ids are here. */
export interface NeedSubject {
  readonly personId: string;
  /** Who identified it: told of what becomes of it. */
  readonly workerId: string;
  readonly urgency: Urgency;
  /** The day the resident came; it only orders the queue. */
  readonly contactedOn: string;
  readonly district?: string;
  readonly ageBand?: AgeBand;
  readonly notedAt: Date;
  /** The partner it was last referred to: whoever takes the need elsewhere lets that one go. */
  readonly lastReferralId?: string;
}

export interface NeedTopic {
  readonly topic: Topic;
  readonly field: Field;
}

export interface NotedAppointment {
  readonly appointmentId: string;
  readonly startsAt: Date;
}

export type NeedEvent =
  | ({ readonly type: 'NeedNoted'; readonly noteIds: readonly string[] } & NeedSubject)
  | ({ readonly type: 'NeedClassified'; readonly by: 'wording' | 'worker' } & NeedTopic)
  /** Nobody serves the field here yet: it waits visibly and does not expire. */
  | { readonly type: 'ServiceAwaited' }
  /** The promise starts. */
  | ({ readonly type: 'NeedOriented'; readonly startedAt: Date } & PromiseDates)
  /** The service has it. */
  | { readonly type: 'NeedAcknowledged' }
  | { readonly type: 'NeedReminded' }
  | { readonly type: 'NeedExpired'; readonly expiredAt: Date }
  | ({ readonly type: 'AppointmentNoted' } & NotedAppointment)
  /** It waits again, with the dates of its promise. */
  | ({ readonly type: 'AppointmentLost'; readonly appointmentId: string } & PromiseDates)
  | { readonly type: 'NeedReturned'; readonly because: ReturnReason | PartnerReturnReason }
  /** To a partner outside the town: the promise that starts is kept by the referral. */
  | ({ readonly type: 'NeedReferred'; readonly referralId: string; readonly startedAt: Date } & PromiseDates)
  /** The worker took it back from the partner: it is where it was. */
  | { readonly type: 'NeedTakenBack'; readonly referralId: string }
  | ({
      readonly type: 'NeedReoriented';
      readonly previousTopic: Topic;
      readonly previousField: Field;
      readonly noteIds: readonly string[];
    } & NeedTopic)
  | { readonly type: 'NeedWithdrawn'; readonly noteIds: readonly string[] }
  | { readonly type: 'NoteAdded'; readonly noteId: string }
  | { readonly type: 'NeedClosed'; readonly outcome: NeedOutcome; readonly closedAt: Date };

type Known<Status extends NeedStatus, More> = { readonly status: Status } & NeedSubject & More;

export type ToClassify = Known<'to-classify', object>;
export type AwaitingService = Known<'awaiting-service', NeedTopic>;
export type OrientedNeed = Known<
  'oriented',
  NeedTopic & { readonly promise: NeedPromise; readonly acknowledged: boolean }
>;
export type PlacedNeed = Known<
  'placed',
  NeedTopic & { readonly promise: NeedPromise; readonly appointment: NotedAppointment }
>;
export type ReferredNeed = Known<
  'referred',
  NeedTopic & {
    readonly promise: NeedPromise;
    readonly lastReferralId: string;
    readonly before: AwaitingService | ReturnedNeed | ExpiredNeed;
  }
>;
export type ReturnedNeed = Known<
  'returned',
  NeedTopic & { readonly promise: NeedPromise; readonly because: ReturnReason | PartnerReturnReason }
>;
export type ExpiredNeed = Known<
  'expired',
  NeedTopic & { readonly promise: NeedPromise; readonly expiredAt: Date }
>;
export type ClosedNeed = Known<
  'closed',
  Partial<NeedTopic> & { readonly outcome: NeedOutcome; readonly closedAt: Date }
>;

export type KnownNeed =
  | ToClassify
  | AwaitingService
  | OrientedNeed
  | ReferredNeed
  | PlacedNeed
  | ReturnedNeed
  | ExpiredNeed
  | ClosedNeed;
export type Need = { readonly status: 'unknown' } | KnownNeed;
/** Open, with a topic. */
export type TopicNeed = Exclude<KnownNeed, ToClassify | ClosedNeed>;

/** Where the CCAS itself decides what follows: only from there does a need go to a partner. */
export function isWithCcas(need: Need): need is AwaitingService | ReturnedNeed | ExpiredNeed {
  return need.status === 'awaiting-service' || need.status === 'returned' || need.status === 'expired';
}

export function isOpenWithTopic(need: Need): need is TopicNeed {
  return need.status !== 'unknown' && need.status !== 'to-classify' && need.status !== 'closed';
}

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
    case 'NeedReoriented':
      return { status: 'awaiting-service', ...subject, topic: event.topic, field: event.field };
    case 'ServiceAwaited':
    case 'NeedWithdrawn':
    case 'NoteAdded':
      return need;
    case 'NeedClosed': {
      const topic = need.status === 'to-classify' ? {} : { topic: need.topic, field: need.field };
      return { status: 'closed', ...subject, ...topic, outcome: event.outcome, closedAt: event.closedAt };
    }
    default:
      if (!isOpenWithTopic(need)) throw new Error(`${event.type} on a need that is ${need.status}`);
      return evolvePromise(need, event);
  }
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
  const known = { ...subjectOf(need), topic: need.topic, field: need.field };
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
      return { ...need.before, lastReferralId: need.lastReferralId };
  }
}

function referred(need: TopicNeed, event: Extract<NeedEvent, { type: 'NeedReferred' }>): ReferredNeed {
  if (!isWithCcas(need)) throw new Error(`NeedReferred on a need that is ${need.status}`);
  const { topic, field } = need;
  const { referralId: lastReferralId, startedAt } = event;
  const promise = promised(startedAt, event);
  return { status: 'referred', ...subjectOf(need), topic, field, promise, lastReferralId, before: need };
}

/** Field by field: what a careless caller passes beside them never reaches an event, which is kept for ever. */
export function subjectOf(from: NeedSubject): NeedSubject {
  const { personId, workerId, urgency, contactedOn, district, ageBand, notedAt, lastReferralId } = from;
  return {
    personId,
    workerId,
    urgency,
    contactedOn,
    ...(district === undefined ? {} : { district }),
    ...(ageBand === undefined ? {} : { ageBand }),
    notedAt,
    ...(lastReferralId === undefined ? {} : { lastReferralId }),
  };
}
