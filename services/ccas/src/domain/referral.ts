import type { Field, Topic, Urgency } from '@passerelle/contracts';
import { afterReminder, promised, type NeedPromise, type PromiseDates } from './promise';

/**
 * sent ⇄ questioned ─▶ accepted ─▶ closed
 *   └──────┴─▶ declined, expired; and from all three that are open: closed or withdrawn by the worker.
 */
export const referralStatuses = [
  'sent',
  'questioned',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'closed',
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** The partner has what it needs to reach the person, or asks the CCAS to. */
export const contactWays = ['direct', 'through-ccas'] as const;
export type ContactWay = (typeof contactWays)[number];

export type ReferralOutcome = 'met' | 'not-followed' | 'could-not';
export type WithdrawnBecause = 'worker' | 'need-moved-on' | 'consent-withdrawn';
/** Whose turn it is: the partner's to answer, or the worker's, who was asked something. */
export type Turn = 'partner' | 'worker';

/** What was referred to whom. What is written to the partner is beside, erasable: only its ids are here. */
export interface ReferralSubject {
  readonly needId: string;
  readonly personId: string;
  readonly partnerId: string;
  /** Who follows it, as they follow the need: who referred it, or was given it since; told of what becomes of it. */
  readonly workerId: string;
  readonly topic: Topic;
  readonly field: Field;
  readonly urgency: Urgency;
  readonly contactWay: ContactWay;
  readonly sentAt: Date;
}

export type ReferralEvent =
  | ({ readonly type: 'ReferralSent'; readonly textIds: readonly string[] } & ReferralSubject & PromiseDates)
  /** With its need. */
  | { readonly type: 'ReferralHandedOver'; readonly workerId: string }
  | { readonly type: 'ReferralReminded'; readonly waitsFor: Turn }
  | { readonly type: 'ReferralQuestioned'; readonly textId: string; readonly at: Date }
  | ({
      readonly type: 'ReferralQuestionAnswered';
      readonly textId: string;
      readonly at: Date;
    } & PromiseDates)
  | { readonly type: 'ReferralAccepted'; readonly at: Date; readonly outcomeBy: Date }
  | { readonly type: 'ReferralDeclined'; readonly textId: string; readonly at: Date }
  | { readonly type: 'ReferralExpired'; readonly waitsFor: Turn; readonly at: Date }
  | { readonly type: 'ReferralWithdrawn'; readonly because: WithdrawnBecause; readonly at: Date }
  | {
      readonly type: 'ReferralClosed';
      readonly outcome: ReferralOutcome;
      readonly by: Turn;
      readonly textIds: readonly string[];
      readonly at: Date;
    };

type Known<Status extends ReferralStatus, More> = { readonly status: Status } & ReferralSubject & More;
interface Waiting {
  readonly promise: NeedPromise;
  /** Since when it is their turn. */
  readonly turnSince: Date;
}
interface Ended {
  readonly endedAt: Date;
}

export type SentReferral = Known<'sent', Waiting>;
export type QuestionedReferral = Known<'questioned', Waiting>;
export type AcceptedReferral = Known<
  'accepted',
  {
    readonly acceptedAt: Date;
    /** Until when the partner's link says what became of it. */
    readonly outcomeBy: Date;
  }
>;
export type OpenReferral = SentReferral | QuestionedReferral | AcceptedReferral;
export type EndedReferral =
  | Known<'declined', Ended>
  | Known<'expired', Ended & { readonly waitsFor: Turn }>
  | Known<'withdrawn', Ended & { readonly because: WithdrawnBecause }>
  | Known<'closed', Ended & { readonly outcome: ReferralOutcome; readonly by: Turn }>;

export type KnownReferral = OpenReferral | EndedReferral;
export type Referral = { readonly status: 'unknown' } | KnownReferral;

export function isOpen(referral: KnownReferral): referral is OpenReferral {
  return referral.status === 'sent' || referral.status === 'questioned' || referral.status === 'accepted';
}

export function isUnanswered(referral: KnownReferral): referral is SentReferral | QuestionedReferral {
  return referral.status === 'sent' || referral.status === 'questioned';
}

export function turnOf({ status }: SentReferral | QuestionedReferral): Turn {
  return status === 'sent' ? 'partner' : 'worker';
}

/** Events are only ever applied to the state that decided them; anything else is a broken journal. */
export function evolve(referral: Referral, event: ReferralEvent): Referral {
  if (event.type === 'ReferralSent') {
    const promise = promised(event.sentAt, event);
    return { status: 'sent', ...subjectOf(event), promise, turnSince: event.sentAt };
  }
  if (referral.status === 'unknown') throw new Error(`${event.type} before ReferralSent`);
  const subject = subjectOf(referral);
  switch (event.type) {
    case 'ReferralHandedOver':
      return { ...referral, workerId: event.workerId };
    case 'ReferralWithdrawn':
      return { status: 'withdrawn', ...subject, because: event.because, endedAt: event.at };
    case 'ReferralClosed': {
      const { outcome, by, at } = event;
      return { status: 'closed', ...subject, outcome, by, endedAt: at };
    }
    default:
      if (!isUnanswered(referral)) throw new Error(`${event.type} on a referral that is ${referral.status}`);
      return evolveUnanswered(referral, event);
  }
}

function evolveUnanswered(
  referral: SentReferral | QuestionedReferral,
  event: Exclude<
    ReferralEvent,
    { type: 'ReferralSent' | 'ReferralHandedOver' | 'ReferralWithdrawn' | 'ReferralClosed' }
  >,
): Referral {
  const { promise, turnSince } = referral;
  const subject = subjectOf(referral);
  switch (event.type) {
    case 'ReferralReminded':
      return { ...referral, promise: afterReminder(promise) };
    case 'ReferralQuestioned': {
      const since = referral.status === 'questioned' ? turnSince : event.at;
      return { status: 'questioned', ...subject, promise, turnSince: since };
    }
    case 'ReferralQuestionAnswered': {
      const renewed = promised(promise.startedAt, event, promise.reminded);
      return { status: 'sent', ...subject, promise: renewed, turnSince: event.at };
    }
    case 'ReferralAccepted':
      return { status: 'accepted', ...subject, acceptedAt: event.at, outcomeBy: event.outcomeBy };
    case 'ReferralDeclined':
      return { status: 'declined', ...subject, endedAt: event.at };
    case 'ReferralExpired':
      return { status: 'expired', ...subject, waitsFor: event.waitsFor, endedAt: event.at };
  }
}

/** Field by field: what a careless caller passes beside them never reaches an event, which is kept for ever. */
export function subjectOf(from: ReferralSubject): ReferralSubject {
  const { needId, personId, partnerId, workerId, topic, field, urgency, contactWay, sentAt } = from;
  return { needId, personId, partnerId, workerId, topic, field, urgency, contactWay, sentAt };
}
