import type { AgeBand, Field, Topic, Urgency } from '@passerelle/contracts';
import { afterReminder, promised, type NeedPromise, type PromiseDates } from './promise';

/** Where a need is. Open ones wait for somebody; `returned` and `expired` wait for the CCAS itself. */
export const needStatuses = [
  'to-classify',
  'awaiting-service',
  'oriented',
  'placed',
  'returned',
  'expired',
  'closed',
] as const;
export type NeedStatus = (typeof needStatuses)[number];

export type NeedOutcome = 'met' | 'returned' | 'withdrawn' | 'expired' | 'duplicate';
export type ReturnReason = 'absent-twice' | 'promise-expired' | 'agent-decision' | 'resident-cancelled';

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
}

export interface NeedTopic {
  readonly topic: Topic;
  readonly field: Field;
}

/** Whose choice of a topic it was, and when: they may take it back the same day. */
export interface Classification {
  readonly workerId: string;
  readonly at: Date;
}

export interface NotedAppointment {
  readonly appointmentId: string;
  readonly startsAt: Date;
}

export type NeedEvent =
  | ({ readonly type: 'NeedNoted'; readonly noteIds: readonly string[] } & NeedSubject)
  /** The words say nothing clear: it waits for a worker. */
  | { readonly type: 'TopicAwaited' }
  | ({
      readonly type: 'NeedClassified';
      readonly by: 'wording' | 'worker';
      /** Whose choice, and when. */
      readonly workerId?: string;
      readonly chosenAt?: Date;
      /** The topic that was taken back before: the service it leaves must hear it. */
      readonly previousTopic?: Topic;
      readonly previousField?: Field;
    } & NeedTopic)
  /** The worker who chose the topic takes it back. */
  | ({ readonly type: 'NeedUnclassified' } & NeedTopic)
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
  | { readonly type: 'NeedReturned'; readonly because: ReturnReason }
  | ({
      readonly type: 'NeedReoriented';
      readonly previousTopic: Topic;
      readonly previousField: Field;
      readonly noteIds: readonly string[];
    } & NeedTopic)
  | { readonly type: 'NeedWithdrawn'; readonly noteIds: readonly string[] }
  | { readonly type: 'NoteAdded'; readonly noteId: string }
  | {
      readonly type: 'NeedClosed';
      readonly outcome: NeedOutcome;
      readonly closedAt: Date;
      /** The CCAS closed it and may reopen it; absent when a service ended it. */
      readonly by?: 'ccas';
    }
  /** Back where it was; with the dates of its promise where a service has it. */
  | ({
      readonly type: 'NeedReopened';
      readonly noteIds: readonly string[];
      readonly reopenedAt: Date;
    } & Partial<PromiseDates & { readonly startedAt: Date }>)
  | {
      readonly type: 'NeedHandedOver';
      readonly workerId: string;
      readonly previousWorkerId: string;
      readonly needCount?: number;
    };

type Known<Status extends NeedStatus, More> = { readonly status: Status } & NeedSubject & More;

/** A topic, and who chose it where it may still be taken back. */
type Sorted = NeedTopic & { readonly chosen?: Classification };

/** `left`: the topic that was taken back. */
export type ToClassify = Known<'to-classify', { readonly left?: NeedTopic }>;
export type AwaitingService = Known<'awaiting-service', Sorted>;
export type OrientedNeed = Known<
  'oriented',
  Sorted & { readonly promise: NeedPromise; readonly acknowledged: boolean }
>;
export type PlacedNeed = Known<
  'placed',
  Sorted & { readonly promise: NeedPromise; readonly appointment: NotedAppointment }
>;
export type ReturnedNeed = Known<
  'returned',
  Sorted & { readonly promise: NeedPromise; readonly because: ReturnReason }
>;
export type ExpiredNeed = Known<
  'expired',
  Sorted & { readonly promise: NeedPromise; readonly expiredAt: Date }
>;
export type OpenNeed = ToClassify | AwaitingService | OrientedNeed | PlacedNeed | ReturnedNeed | ExpiredNeed;
export type ClosedNeed = Known<
  'closed',
  Partial<NeedTopic> & {
    readonly outcome: NeedOutcome;
    readonly closedAt: Date;
    /** Where it goes back to when it is reopened; absent when a service ended it. */
    readonly before?: OpenNeed;
  }
>;

export type KnownNeed = OpenNeed | ClosedNeed;
export type Need = { readonly status: 'unknown' } | KnownNeed;
/** Open, with a topic. */
export type TopicNeed = Exclude<OpenNeed, ToClassify>;

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
  const before = by === 'ccas' && need.status !== 'closed' ? { before: need } : {};
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
      | 'NeedReturned';
  }
>;

function evolvePromise(need: TopicNeed, event: PromiseEvent): Need {
  const known = topicOf(need);
  if (event.type === 'NeedOriented') {
    return { status: 'oriented', ...known, promise: promised(event.startedAt, event), acknowledged: false };
  }
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
  }
}

/** Field by field: what a careless caller passes beside them never reaches an event, which is kept for ever. */
export function subjectOf(from: NeedSubject): NeedSubject {
  const { personId, workerId, urgency, contactedOn, district, ageBand, notedAt } = from;
  return {
    personId,
    workerId,
    urgency,
    contactedOn,
    ...(district === undefined ? {} : { district }),
    ...(ageBand === undefined ? {} : { ageBand }),
    notedAt,
  };
}
