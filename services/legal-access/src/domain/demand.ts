import type { DatedPolicy, Policy } from './policy';
import type { Waiting } from './waiting';

/**
 * What one town waits for on one topic: who waits, how it is served, and the one permanence request that may be open.
 * Whoever queues somebody, or leaves a slot free, writes it: two of them at once cannot miss each other.
 */
export interface Demand {
  /** Absent until something happens. */
  readonly topic?: string;
  readonly waiting: readonly Waiting[];
  readonly openPermanenceRequestId?: string;
  /** After a request that ended without a date: these partners are left alone until then. */
  readonly rest?: { readonly until: Date; readonly tried: readonly string[] };
  readonly policies: readonly DatedPolicy[];
}

export type DemandEvent =
  | ({ readonly type: 'WaitBegan'; readonly topic: string } & Waiting)
  | {
      readonly type: 'WaitEnded';
      readonly topic: string;
      readonly needId: string;
      readonly because: 'placed' | 'left';
    }
  | { readonly type: 'SlotsLeftFree'; readonly topic: string; readonly sessionId: string }
  | {
      readonly type: 'PermanenceWanted';
      readonly topic: string;
      readonly permanenceRequestId: string;
      readonly because: 'threshold' | 'longest-wait';
      readonly waitingCount: number;
    }
  | {
      readonly type: 'PermanenceSettled';
      readonly topic: string;
      readonly permanenceRequestId: string;
      readonly restUntil?: Date;
      readonly tried: readonly string[];
    }
  | {
      readonly type: 'PolicySet';
      readonly topic: string;
      readonly from: string;
      readonly values: Partial<Policy>;
    };

export function evolveDemand(state: Demand, event: DemandEvent): Demand {
  const known = { ...state, topic: event.topic };
  switch (event.type) {
    case 'WaitBegan': {
      const { needId, urgency, since, contactedOn, declined } = event;
      return { ...known, waiting: [...state.waiting, { needId, urgency, since, contactedOn, declined }] };
    }
    case 'WaitEnded':
      return { ...known, waiting: state.waiting.filter(({ needId }) => needId !== event.needId) };
    case 'SlotsLeftFree':
      return known;
    case 'PermanenceWanted': {
      const { rest: _over, ...others } = known;
      return { ...others, openPermanenceRequestId: event.permanenceRequestId };
    }
    case 'PermanenceSettled': {
      const { openPermanenceRequestId: _over, ...others } = known;
      if (event.restUntil === undefined) return others;
      return { ...others, rest: { until: event.restUntil, tried: event.tried } };
    }
    case 'PolicySet': {
      const others = state.policies.filter(({ from }) => from !== event.from);
      return { ...known, policies: [...others, { from: event.from, values: event.values }] };
    }
  }
}
