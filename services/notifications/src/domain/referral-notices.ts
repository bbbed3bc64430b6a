import type { Audience, Notice } from './notice';

const partner: Audience = { who: 'partner' };
const worker: Audience = { who: 'worker' };
const WEEK = 7 * 24;

/** What the partner may still be about to read, and is not true any more. */
const askedOfPartner = ['referral-sent', 'referral-reminded', 'referral-question-answered'] as const;

const toPartner = {
  to: partner,
  channel: 'mail-or-agent',
  link: 'referral-answer',
  uselessAfter: 'answerBy',
  staleAfterHours: WEEK,
} as const;
const toWorker = { to: worker, channel: 'in-app', staleAfterHours: 4 * WEEK } as const;

/**
 * A need referred to a partner outside the town. The worker is told each time the partner speaks or stays silent; the
 * partner, each time it has something to do, or nothing any more.
 */
export const referralNotices: readonly Notice[] = [
  { slug: 'referral-sent', on: 'ReferralSent', ...toPartner },
  {
    slug: 'referral-reminded',
    on: 'ReferralReminded',
    only: { waitsFor: ['partner'] },
    ...toPartner,
    togetherWith: ['referral-sent'],
  },
  {
    slug: 'referral-question-answered',
    on: 'ReferralQuestionAnswered',
    ...toPartner,
    replaces: ['referral-sent', 'referral-reminded'],
  },
  // Its link goes on: it says what became of the person.
  { slug: 'referral-accepted', on: 'ReferralAccepted', ...toPartner, replaces: askedOfPartner },
  {
    slug: 'referral-withdrawn',
    on: 'ReferralWithdrawn',
    to: partner,
    channel: 'mail-or-agent',
    replaces: [...askedOfPartner, 'referral-accepted'],
    ifNeverTold: 'say-nothing',
    staleAfterHours: WEEK,
  },
  {
    slug: 'referral-closed',
    on: 'ReferralClosed',
    only: { by: ['worker'] },
    to: partner,
    channel: 'mail-or-agent',
    replaces: [...askedOfPartner, 'referral-accepted'],
    ifNeverTold: 'say-nothing',
    staleAfterHours: WEEK,
  },

  { slug: 'worker-referral-reminded', on: 'ReferralReminded', ...toWorker },
  {
    slug: 'worker-referral-questioned',
    on: 'ReferralQuestioned',
    ...toWorker,
    replaces: ['referral-sent', 'referral-reminded'],
  },
  { slug: 'worker-referral-accepted', on: 'ReferralAccepted', ...toWorker },
  { slug: 'worker-referral-declined', on: 'ReferralDeclined', ...toWorker, replaces: askedOfPartner },
  { slug: 'worker-referral-expired', on: 'ReferralExpired', ...toWorker, replaces: askedOfPartner },
  {
    slug: 'worker-referral-withdrawn',
    on: 'ReferralWithdrawn',
    // The others are the worker's own act.
    only: { because: ['consent-withdrawn'] },
    ...toWorker,
  },
  {
    slug: 'worker-referral-closed',
    on: 'ReferralClosed',
    only: { by: ['partner'] },
    ...toWorker,
    replaces: [...askedOfPartner, 'referral-accepted'],
  },
];
