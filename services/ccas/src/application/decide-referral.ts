import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { DecideOptions, Loaded, Transaction } from '@passerelle/messaging';
import type { Need } from '../domain/need';
import type { NeedCommand } from '../domain/need.decide';
import type { PartnerFact } from '../domain/need.refer';
import type { Referral } from '../domain/referral';
import type { ReferralCommand } from '../domain/referral.decide';
import type { Ports } from './ports';

/** A referral and its need move together: what ends the one brings the other back, or closes it. */
export async function decideReferral(
  tx: Transaction,
  { referrals, needs }: Ports,
  id: string,
  command: ReferralCommand,
  expectedVersion?: number,
): Promise<Loaded<Referral> | Refusal> {
  const after = await referrals.decide(tx, id, command, { expectedVersion });
  if (isRefusal(after) || after.lastEventId === undefined || after.state.status === 'unknown') return after;
  const fact = becauseOf(id, after.state);
  if (!fact) return after;
  const need = await needs.decide(tx, after.state.needId, { do: 'hear-partner', fact, now: tx.now });
  return isRefusal(need) ? need : after;
}

function becauseOf(referralId: string, referral: Referral): PartnerFact | undefined {
  switch (referral.status) {
    case 'declined':
      return { referralId, what: 'returned', because: 'partner-declined' };
    case 'expired': {
      const because = referral.waitsFor === 'partner' ? 'partner-silent' : 'question-unanswered';
      return { referralId, what: 'returned', because };
    }
    case 'withdrawn':
      return referral.because === 'consent-withdrawn'
        ? { referralId, what: 'returned', because: 'consent-withdrawn' }
        : { referralId, what: 'taken-back' };
    case 'closed':
      return afterOutcome(referralId, referral.outcome);
    default:
      return undefined;
  }
}

function afterOutcome(
  referralId: string,
  outcome: Extract<Referral, { status: 'closed' }>['outcome'],
): PartnerFact {
  if (outcome === 'met') return { referralId, what: 'met' };
  return {
    referralId,
    what: 'returned',
    because: outcome === 'could-not' ? 'partner-could-not' : 'not-followed',
  };
}

/** A need that goes elsewhere while a partner has it: that partner is let go, and sees nothing more. */
export async function decideNeed(
  tx: Transaction,
  { needs, referrals }: Ports,
  id: string,
  command: NeedCommand,
  options?: DecideOptions,
): Promise<Loaded<Need> | Refusal> {
  const after = await needs.decide(tx, id, command, options);
  if (isRefusal(after) || after.lastEventId === undefined || after.state.status === 'unknown') return after;
  const { status, lastReferralId } = after.state;
  if (lastReferralId === undefined || status === 'referred') return after;
  const letGo = { do: 'withdraw', because: 'need-moved-on', now: tx.now } as const;
  const left = await referrals.decide(tx, lastReferralId, letGo);
  return isRefusal(left) ? left : after;
}
