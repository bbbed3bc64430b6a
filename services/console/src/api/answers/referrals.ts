import type { List } from './list';

export type ReferralStatus =
  'sent' | 'questioned' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'closed';
export type ReferralOutcome = 'met' | 'not-followed' | 'could-not';
export type ContactWay = 'direct' | 'through-ccas';

/** Instants are ISO texts. */
export interface Referral {
  readonly id: string;
  readonly version: number;
  readonly status: ReferralStatus;
  readonly needId: string;
  readonly personId: string;
  readonly partnerId: string;
  readonly workerId: string;
  readonly workerName?: string;
  readonly topic: string;
  readonly field: string;
  readonly urgency: 'normal' | 'urgent';
  readonly contactWay: ContactWay;
  readonly sentAt: string;
  readonly waits?: { readonly since: string; readonly days: number };
  readonly promise?: { readonly remindAt: string; readonly expireAt: string; readonly reminded: boolean };
  readonly outcomeBy?: string;
  readonly because?: 'worker' | 'need-moved-on' | 'consent-withdrawn';
  readonly waitsFor?: 'partner' | 'worker';
  readonly outcome?: ReferralOutcome;
  readonly by?: 'partner' | 'worker';
  readonly endedAt?: string;
}

export interface ReferralText {
  readonly id: string;
  readonly kind: 'to-partner' | 'contact' | 'question' | 'answer' | 'decline-reason' | 'outcome';
  readonly text: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name?: string };
}

export interface ReferralFile extends Referral {
  readonly texts: readonly ReferralText[];
}

/** Of one need, the latest first. */
export interface NeedReferrals extends List<ReferralFile> {
  /** What the person answered about partners outside the town. */
  readonly consent: 'given' | 'refused' | 'unknown';
}

export interface PartnerWaits {
  readonly partnerId: string;
  readonly waiting: number;
  readonly waitingSince: string | null;
  readonly silent: number;
  readonly questioned: number;
  readonly accepted: number;
  readonly declined: number;
  readonly expired: number;
  readonly closed: number;
}
