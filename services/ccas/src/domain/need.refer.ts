import type { KnownNeed, NeedEvent, PartnerReturnReason } from './need';
import { isWithCcas } from './need';
import { promiseDates } from './promise';

/** What became of a need at a partner outside the town. */
export type PartnerFact = { readonly referralId: string } & (
  | { readonly what: 'met' }
  | { readonly what: 'returned'; readonly because: PartnerReturnReason }
  | { readonly what: 'taken-back' }
);

interface Refer {
  readonly referralId: string;
  readonly now: Date;
}

export function refer({ referralId, now }: Refer, need: KnownNeed): NeedEvent[] {
  // The same form sent twice.
  if (need.lastReferralId === referralId || !isWithCcas(need)) return [];
  return [{ type: 'NeedReferred', referralId, startedAt: now, ...promiseDates(now) }];
}

/** A partner that the need has left meanwhile changes nothing. */
export function hearPartner(fact: PartnerFact, need: KnownNeed, now: Date): NeedEvent[] {
  if (need.status !== 'referred' || need.lastReferralId !== fact.referralId) return [];
  switch (fact.what) {
    case 'met':
      return [{ type: 'NeedClosed', outcome: 'met', closedAt: now }];
    case 'returned':
      return [{ type: 'NeedReturned', because: fact.because }];
    case 'taken-back':
      return [{ type: 'NeedTakenBack', referralId: fact.referralId }];
  }
}
