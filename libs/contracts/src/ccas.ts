import { z } from 'zod';
import { day, defineEvent, id, instant, slug } from './define';
import { ageBands, urgencies } from './vocabulary';

const topic = 'ccas.need';
const subject = { needId: id(), personId: id(), field: slug(), topic: slug() };

export const NeedIdentified = defineEvent({
  type: 'NeedIdentified',
  version: 1,
  topic,
  key: 'needId',
  summary:
    'A need has a topic: the service of its field takes it from here. Published once a need is classified.',
  schema: z.object({
    ...subject,
    urgency: z.enum(urgencies),
    /** The day the resident came; it orders a queue, it starts no delay. */
    contactedOn: day(),
    district: slug().optional(),
    ageBand: z.enum(ageBands).optional(),
    /** Who follows the need and is told of what becomes of it: not always who chose its topic. */
    workerId: z.string().optional(),
  }),
});

export const NeedReoriented = defineEvent({
  type: 'NeedReoriented',
  version: 1,
  topic,
  key: 'needId',
  summary: 'A worker changed the topic: the service it leaves lets it go, the one it reaches takes it.',
  schema: z.object({
    ...subject,
    urgency: z.enum(urgencies),
    contactedOn: day(),
    previousField: slug(),
    previousTopic: slug(),
  }),
});

export const NeedReminderDue = defineEvent({
  type: 'NeedReminderDue',
  version: 1,
  topic,
  key: 'needId',
  summary: 'Ten days without an appointment or an outcome: the worker and the service are reminded.',
  schema: z.object({ ...subject, workerId: z.string() }),
});

export const NeedExpired = defineEvent({
  type: 'NeedExpired',
  version: 1,
  topic,
  key: 'needId',
  summary:
    'Thirty days without an appointment or an outcome: the promise is broken, the CCAS takes the resident back.',
  schema: z.object({ ...subject, workerId: z.string() }),
});

export const NeedWithdrawn = defineEvent({
  type: 'NeedWithdrawn',
  version: 1,
  topic,
  key: 'needId',
  summary: 'The resident or the worker gave the need up: its request closes and its slot is freed.',
  schema: z.object({ ...subject, workerId: z.string() }),
});

export const needOutcomes = ['met', 'returned', 'withdrawn', 'expired', 'duplicate'] as const;

export const NeedClosed = defineEvent({
  type: 'NeedClosed',
  version: 1,
  topic,
  key: 'needId',
  summary: 'The loop is closed: what became of the need.',
  schema: z.object({ ...subject, outcome: z.enum(needOutcomes), closedAt: instant() }),
});

export const NeedNoted = defineEvent({
  type: 'NeedNoted',
  version: 1,
  topic,
  key: 'needId',
  summary:
    'A need was noted whose words say no clear topic: it waits for a worker, and no service is concerned yet.',
  schema: z.object({ needId: id(), personId: id() }),
});

export const UnclassifiedNeedClosed = defineEvent({
  type: 'UnclassifiedNeedClosed',
  version: 1,
  topic,
  key: 'needId',
  summary: 'A need was closed before it had a topic: no service ever heard of it.',
  schema: z.object({ needId: id(), personId: id(), outcome: z.enum(needOutcomes), closedAt: instant() }),
});

export const NeedUnclassified = defineEvent({
  type: 'NeedUnclassified',
  version: 1,
  topic,
  key: 'needId',
  summary: 'A worker took back the topic they had chosen: the service that had it lets it go.',
  schema: z.object({ ...subject }),
});

export const NeedReopened = defineEvent({
  type: 'NeedReopened',
  version: 1,
  topic,
  key: 'needId',
  summary: 'A closed need is open again: where it was, with its service when that one is to take it again.',
  schema: z.object({
    ...subject,
    field: slug().optional(),
    topic: slug().optional(),
    urgency: z.enum(urgencies),
    contactedOn: day(),
    /** Since when the person waits for the service of the field; absent when the CCAS has the need. */
    waitsSince: instant().optional(),
  }),
});

export const NeedHandedOver = defineEvent({
  type: 'NeedHandedOver',
  version: 1,
  topic,
  key: 'needId',
  summary: 'Another worker follows the need from now on, and is told of what becomes of it.',
  schema: z.object({
    ...subject,
    field: slug().optional(),
    topic: slug().optional(),
    workerId: z.string(),
    /** How many were handed over in one act: on one event of the act, so that the worker is told once. */
    needCount: z.int().min(1).optional(),
  }),
});

export const PermanenceGoAheadGiven = defineEvent({
  type: 'PermanenceGoAheadGiven',
  version: 1,
  topic: 'ccas.go-ahead',
  key: 'permanenceRequestId',
  summary: 'A CCAS officer answered a permanence request that was held for a go-ahead.',
  schema: z.object({ permanenceRequestId: id(), granted: z.boolean(), officerId: z.string() }),
});

/** A need referred to a partner outside the town. Never what was written to the partner, nor how the person is reached. */
const referralTopic = 'ccas.referral';
const referral = {
  referralId: id(),
  needId: id(),
  partnerId: id(),
  field: slug(),
  topic: slug(),
  urgency: z.enum(urgencies),
  /** Who referred it: told of what becomes of it. */
  workerId: z.string(),
};
/** Until when the partner answers by its link. */
const answerBy = instant();

export const ReferralSent = defineEvent({
  type: 'ReferralSent',
  version: 1,
  topic: referralTopic,
  key: 'referralId',
  summary: 'A worker referred a need to a partner outside the town, with the consent of the resident.',
  schema: z.object({ ...referral, answerBy }),
});

export const ReferralReminded = defineEvent({
  type: 'ReferralReminded',
  version: 1,
  topic: referralTopic,
  key: 'referralId',
  summary: 'Ten days without an answer: whoever the referral waits for is reminded.',
  schema: z.object({ ...referral, answerBy, waitsFor: z.enum(['partner', 'worker']) }),
});

export const ReferralQuestioned = defineEvent({
  type: 'ReferralQuestioned',
  version: 1,
  topic: referralTopic,
  key: 'referralId',
  summary: 'The partner needs to know more before it answers: the worker has a question.',
  schema: z.object({ ...referral, answerBy }),
});

export const ReferralQuestionAnswered = defineEvent({
  type: 'ReferralQuestionAnswered',
  version: 1,
  topic: referralTopic,
  key: 'referralId',
  summary: 'The worker answered the question of the partner, whose turn it is again.',
  schema: z.object({ ...referral, answerBy }),
});

export const ReferralAccepted = defineEvent({
  type: 'ReferralAccepted',
  version: 1,
  topic: referralTopic,
  key: 'referralId',
  summary: 'The partner takes the resident; until the date given, its link says what became of it.',
  schema: z.object({ ...referral, answerBy }),
});

export const ReferralDeclined = defineEvent({
  type: 'ReferralDeclined',
  version: 1,
  topic: referralTopic,
  key: 'referralId',
  summary: 'The partner does not take the resident: the need is back with the CCAS.',
  schema: z.object(referral),
});

export const ReferralExpired = defineEvent({
  type: 'ReferralExpired',
  version: 1,
  topic: referralTopic,
  key: 'referralId',
  summary: 'Thirty days without an answer: the need is back with the CCAS.',
  schema: z.object({ ...referral, waitsFor: z.enum(['partner', 'worker']) }),
});

export const ReferralWithdrawn = defineEvent({
  type: 'ReferralWithdrawn',
  version: 1,
  topic: referralTopic,
  key: 'referralId',
  summary: 'The CCAS took the referral back: the partner has nothing more to do, and sees nothing more.',
  schema: z.object({ ...referral, because: z.enum(['worker', 'need-moved-on', 'consent-withdrawn']) }),
});

export const referralOutcomes = ['met', 'not-followed', 'could-not'] as const;

export const ReferralClosed = defineEvent({
  type: 'ReferralClosed',
  version: 1,
  topic: referralTopic,
  key: 'referralId',
  summary: 'What became of the resident at the partner, as the partner or the worker tells it.',
  schema: z.object({ ...referral, outcome: z.enum(referralOutcomes), by: z.enum(['partner', 'worker']) }),
});

export const ccasContracts = [
  NeedIdentified,
  NeedReoriented,
  NeedReminderDue,
  NeedExpired,
  NeedWithdrawn,
  NeedClosed,
  NeedNoted,
  UnclassifiedNeedClosed,
  NeedUnclassified,
  NeedReopened,
  NeedHandedOver,
  PermanenceGoAheadGiven,
  ReferralSent,
  ReferralReminded,
  ReferralQuestioned,
  ReferralQuestionAnswered,
  ReferralAccepted,
  ReferralDeclined,
  ReferralExpired,
  ReferralWithdrawn,
  ReferralClosed,
];
