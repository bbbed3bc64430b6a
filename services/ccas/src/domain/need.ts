import type { AgeBand, Field, Topic, Urgency } from '@passerelle/contracts';
import type { NeedPromise, PromiseDates } from './promise';

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
export type Sorted = NeedTopic & { readonly chosen?: Classification };

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
export type ReferredNeed = Known<
  'referred',
  Sorted & {
    readonly promise: NeedPromise;
    readonly lastReferralId: string;
    readonly before: WithCcas;
  }
>;
export type ReturnedNeed = Known<
  'returned',
  Sorted & { readonly promise: NeedPromise; readonly because: ReturnReason | PartnerReturnReason }
>;
export type ExpiredNeed = Known<
  'expired',
  Sorted & { readonly promise: NeedPromise; readonly expiredAt: Date }
>;
/** Where the CCAS itself decides what follows. */
export type WithCcas = AwaitingService | ReturnedNeed | ExpiredNeed;
export type OpenNeed = ToClassify | WithCcas | OrientedNeed | ReferredNeed | PlacedNeed;
export type ClosedNeed = Known<
  'closed',
  Partial<NeedTopic> & {
    readonly outcome: NeedOutcome;
    readonly closedAt: Date;
    /**
     * Where it goes back to when it is reopened; absent when a service ended it. Never to a partner: that one was let go, and
     * told so.
     */
    readonly before?: Exclude<OpenNeed, ReferredNeed>;
  }
>;

export type KnownNeed = OpenNeed | ClosedNeed;
export type Need = { readonly status: 'unknown' } | KnownNeed;
/** Open, with a topic. */
export type TopicNeed = Exclude<OpenNeed, ToClassify>;

/** Only from there does a need go to a partner. */
export function isWithCcas(need: Need): need is WithCcas {
  return need.status === 'awaiting-service' || need.status === 'returned' || need.status === 'expired';
}

export function isOpenWithTopic(need: Need): need is TopicNeed {
  return need.status !== 'unknown' && need.status !== 'to-classify' && need.status !== 'closed';
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
