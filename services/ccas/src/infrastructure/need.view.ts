import { daysBetween, parisDay } from '@passerelle/calendar';
import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Loaded } from '@passerelle/messaging';
import type { KnownNeed, Need } from '../domain/need';

/** A need as agents see it: no note, and the resident's words only where the reader may read them. */
export interface NeedView {
  readonly id: string;
  readonly version: number;
  readonly status: KnownNeed['status'];
  /** The person to show. */
  readonly personId: string;
  /** The id the need was noted with, when that person was merged since. */
  readonly notedForPersonId?: string;
  readonly topic: string | null;
  readonly field: string | null;
  /** Who chose the topic, where that may be taken back: by them, the same day. */
  readonly chosen?: { readonly workerId: string; readonly at: Date };
  readonly urgency: string;
  readonly contactedOn: string;
  readonly district?: string;
  readonly ageBand?: string;
  readonly workerId: string;
  readonly notedAt: Date;
  /** Since when somebody owes an answer, and for how many calendar days. */
  readonly waits?: { readonly since: Date; readonly days: number };
  readonly promise?: { readonly remindAt: Date; readonly expireAt: Date; readonly reminded: boolean };
  readonly acknowledged?: boolean;
  readonly appointment?: { readonly appointmentId: string; readonly startsAt: Date };
  readonly because?: string;
  readonly outcome?: string;
  readonly closedAt?: Date;
  /** Closed by the CCAS itself: it may be reopened. */
  readonly canReopen?: true;
  readonly words?: string;
}

/** A supervisor follows the queues; what residents said is for those who help them. */
export function mayReadWords(roles: readonly string[]): boolean {
  return roles.includes('ccas-worker') || roles.includes('ccas-officer');
}

export function answerOf(outcome: Loaded<Need> | Refusal, now: Date): NeedView | Refusal {
  if (isRefusal(outcome)) return outcome;
  const { id, version, state } = outcome;
  if (state.status === 'unknown') throw new Error(`${id} was decided and is unknown`);
  return viewOf({ id, version, state }, now);
}

export function viewOf(
  need: { readonly id: string; readonly version: number; readonly state: KnownNeed },
  now: Date,
): NeedView {
  const { id, version, state } = need;
  const { status, personId, urgency, contactedOn, district, ageBand, workerId, notedAt } = state;
  return {
    ...{ id, version, status, personId },
    topic: ('topic' in state && state.topic) || null,
    field: ('field' in state && state.field) || null,
    ...('chosen' in state && state.chosen && { chosen: state.chosen }),
    ...{ urgency, contactedOn, workerId, notedAt },
    ...(district === undefined ? {} : { district }),
    ...(ageBand === undefined ? {} : { ageBand }),
    ...stageOf(state, now),
  };
}

function stageOf(state: KnownNeed, now: Date) {
  switch (state.status) {
    case 'to-classify':
    case 'awaiting-service':
      return { waits: waitSince(state.notedAt, now) };
    case 'oriented':
      return {
        ...promiseOf(state),
        waits: waitSince(state.promise.startedAt, now),
        acknowledged: state.acknowledged,
      };
    case 'placed':
      return { ...promiseOf(state), appointment: state.appointment };
    case 'returned':
      return { waits: waitSince(state.promise.startedAt, now), because: state.because };
    case 'expired':
      return { waits: waitSince(state.promise.startedAt, now) };
    case 'closed':
      return {
        outcome: state.outcome,
        closedAt: state.closedAt,
        ...(state.before && { canReopen: true as const }),
      };
  }
}

function promiseOf({ promise }: Extract<KnownNeed, { status: 'oriented' | 'placed' }>) {
  const { remindAt, expireAt, reminded } = promise;
  return { promise: { remindAt, expireAt, reminded } };
}

export function waitSince(since: Date, now: Date) {
  return { since, days: Math.max(0, daysBetween(parisDay(since), parisDay(now))) };
}
