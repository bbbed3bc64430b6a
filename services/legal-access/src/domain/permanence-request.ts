export type AskedBecause = 'threshold' | 'longest-wait';
export type ClosedBecause = 'no-partner-left' | 'nobody-waits' | 'go-ahead-refused' | 'cancelled';

interface Opened {
  readonly topic: string;
  /** How many waited when it was opened. */
  readonly waitingCount: number;
  readonly because: AskedBecause;
  /** Partners that declined or stayed silent, in order. Their reasons are side documents, out of the journal. */
  readonly tried: readonly {
    readonly partnerId: string;
    readonly answer: 'declined' | 'silent';
    readonly at: Date;
  }[];
}

interface Asked {
  readonly partnerId: string;
  /** From 1; it makes the link of the previous partner void. */
  readonly attempt: number;
  readonly askedAt: Date;
  readonly answerBy: Date;
}

/** A permanence asked of partners, one after the other, until one gives a date. */
export type PermanenceRequest =
  | { readonly status: 'none' }
  /** `new` lasts no longer than the decision that opens it. */
  | ({ readonly status: 'new' } & Opened)
  | ({ readonly status: 'held' } & Opened)
  | ({ readonly status: 'asked'; readonly remindAt?: Date } & Opened & Asked)
  | ({
      readonly status: 'accepted';
      readonly sessionId: string;
      readonly startsAt: Date;
      readonly endsAt: Date;
      readonly slots: number;
    } & Opened &
      Asked)
  | ({
      readonly status: 'closed';
      readonly closedBecause: ClosedBecause;
      readonly lastAttempt: number;
    } & Opened);

export type KnownPermanenceRequest = Exclude<PermanenceRequest, { status: 'none' }>;
export type AskedPermanenceRequest = Extract<PermanenceRequest, { status: 'asked' }>;

export type PermanenceRequestEvent =
  | {
      readonly type: 'PermanenceRequestOpened';
      readonly topic: string;
      readonly waitingCount: number;
      readonly because: AskedBecause;
    }
  | { readonly type: 'PermanenceRequestHeld' }
  | { readonly type: 'GoAheadHeard'; readonly granted: boolean }
  | ({
      readonly type: 'PermanenceRequested';
      readonly remindAt: Date;
      readonly waitingCount: number;
    } & Asked)
  | { readonly type: 'PermanenceRequestReminded' }
  | {
      readonly type: 'PermanenceRequestAccepted';
      readonly sessionId: string;
      readonly startsAt: Date;
      readonly endsAt: Date;
      readonly slots: number;
    }
  | { readonly type: 'PermanenceRequestDeclined'; readonly partnerId: string; readonly at: Date }
  | { readonly type: 'PermanenceRequestUnanswered'; readonly partnerId: string; readonly at: Date }
  | { readonly type: 'PermanenceRequestClosed'; readonly closedBecause: ClosedBecause };

export function evolvePermanenceRequest(
  state: PermanenceRequest,
  event: PermanenceRequestEvent,
): PermanenceRequest {
  if (event.type === 'PermanenceRequestOpened') {
    const { topic, waitingCount, because } = event;
    return { status: 'new', topic, waitingCount, because, tried: [] };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'PermanenceRequestHeld':
      return { ...openedOf(state), status: 'held' };
    case 'GoAheadHeard':
      return { ...openedOf(state), status: 'new' };
    case 'PermanenceRequestClosed': {
      const lastAttempt = state.status === 'asked' ? state.attempt : state.tried.length;
      return { ...openedOf(state), status: 'closed', closedBecause: event.closedBecause, lastAttempt };
    }
    case 'PermanenceRequested': {
      const { partnerId, attempt, askedAt, answerBy, remindAt, waitingCount } = event;
      const asked = { partnerId, attempt, askedAt, answerBy, remindAt, waitingCount };
      return { ...openedOf(state), ...asked, status: 'asked' };
    }
    default:
      return state.status === 'asked' ? evolveAnswer(state, event) : state;
  }
}

function evolveAnswer(
  state: AskedPermanenceRequest,
  event: Exclude<
    PermanenceRequestEvent,
    {
      type:
        | 'PermanenceRequestOpened'
        | 'PermanenceRequestHeld'
        | 'GoAheadHeard'
        | 'PermanenceRequested'
        | 'PermanenceRequestClosed';
    }
  >,
): PermanenceRequest {
  const { remindAt: _remindAt, ...asked } = state;
  switch (event.type) {
    case 'PermanenceRequestReminded':
      return asked;
    case 'PermanenceRequestAccepted': {
      const { sessionId, startsAt, endsAt, slots } = event;
      return { ...asked, status: 'accepted', sessionId, startsAt, endsAt, slots };
    }
    case 'PermanenceRequestDeclined':
      return withAnswer(state, 'declined', event.at);
    case 'PermanenceRequestUnanswered':
      return withAnswer(state, 'silent', event.at);
  }
}

function withAnswer(
  state: AskedPermanenceRequest,
  answer: 'declined' | 'silent',
  at: Date,
): PermanenceRequest {
  const opened = openedOf(state);
  return { ...opened, status: 'new', tried: [...opened.tried, { partnerId: state.partnerId, answer, at }] };
}

function openedOf(state: KnownPermanenceRequest): Opened {
  const { topic, waitingCount, because, tried } = state;
  return { topic, waitingCount, because, tried };
}
