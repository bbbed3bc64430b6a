import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Loaded } from '@passerelle/messaging';
import type { KnownReferral, Referral } from '../domain/referral';
import { waitSince } from './need.view';

/** A referral as agents see it in a list: no word of what was written. */
export interface ReferralView {
  readonly id: string;
  readonly version: number;
  readonly status: KnownReferral['status'];
  readonly needId: string;
  /** The person to show. */
  readonly personId: string;
  readonly partnerId: string;
  readonly workerId: string;
  readonly topic: string;
  readonly field: string;
  readonly urgency: string;
  readonly contactWay: string;
  readonly sentAt: Date;
  /** Since when it is the turn of whom it waits for, in calendar days. */
  readonly waits?: { readonly since: Date; readonly days: number };
  readonly promise?: { readonly remindAt: Date; readonly expireAt: Date; readonly reminded: boolean };
  readonly outcomeBy?: Date;
  readonly because?: string;
  readonly waitsFor?: string;
  readonly outcome?: string;
  readonly by?: string;
  readonly endedAt?: Date;
}

export function referralAnswer(outcome: Loaded<Referral> | Refusal, now: Date): ReferralView | Refusal {
  if (isRefusal(outcome)) return outcome;
  const { id, version, state } = outcome;
  if (state.status === 'unknown') throw new Error(`${id} was decided and is unknown`);
  return referralView({ id, version, state }, now);
}

export function referralView(
  referral: { readonly id: string; readonly version: number; readonly state: KnownReferral },
  now: Date,
): ReferralView {
  const { id, version, state } = referral;
  const { status, needId, personId, partnerId, workerId, topic, field, urgency, contactWay, sentAt } = state;
  return {
    ...{ id, version, status, needId, personId, partnerId, workerId },
    ...{ topic, field, urgency, contactWay, sentAt },
    ...stageOf(state, now),
  };
}

function stageOf(state: KnownReferral, now: Date) {
  switch (state.status) {
    case 'sent':
    case 'questioned': {
      const { remindAt, expireAt, reminded } = state.promise;
      return { waits: waitSince(state.turnSince, now), promise: { remindAt, expireAt, reminded } };
    }
    case 'accepted':
      return { waits: waitSince(state.acceptedAt, now), outcomeBy: state.outcomeBy };
    case 'declined':
      return { endedAt: state.endedAt };
    case 'expired':
      return { endedAt: state.endedAt, waitsFor: state.waitsFor };
    case 'withdrawn':
      return { endedAt: state.endedAt, because: state.because };
    case 'closed':
      return { endedAt: state.endedAt, outcome: state.outcome, by: state.by };
  }
}
