/** How an agent also hears by mail what Passerelle tells them; the inbox is always at once. */
export const mailChoices = ['digest', 'immediate', 'never'] as const;
/** `digest`: each working morning, and what is urgent at once. */
export type MailChoice = (typeof mailChoices)[number];

interface Agent {
  /** Subject of the agent's token. */
  readonly sub: string;
  /** Those of their last visit: whose messages they read. */
  readonly roles: readonly string[];
  /** What came up to then has been told, or is not to be. */
  readonly toldUpTo: Date;
}

/** One preference an agent and a territory. The address is beside, erasable: it is in no event. */
export type MailPreference =
  | { readonly status: 'none' }
  /** No mail wanted, or the mail server refused the address for good. */
  | ({ readonly status: 'silent'; readonly refused: boolean } & Agent)
  | ({ readonly status: 'waiting' } & Listening & Agent)
  /** Somebody claimed the round; who dies is waited for until their time is over. */
  | ({
      readonly status: 'sending';
      readonly until: Date;
      /** What came up to then is in this mail. */
      readonly upTo: Date;
      /** When the next one is due, for what would not wait and came meanwhile. */
      readonly then?: Date;
    } & Listening &
      Agent);

interface Listening {
  readonly choice: Exclude<MailChoice, 'never'>;
  /** When the next round is due. */
  readonly nextAt: Date;
  readonly postponed: number;
}

export type MailPreferenceEvent =
  | {
      readonly type: 'MailPreferenceSet';
      readonly sub: string;
      readonly roles: readonly string[];
      readonly choice: MailChoice;
      readonly nextAt: Date;
      readonly at: Date;
    }
  | { readonly type: 'AgentRolesChanged'; readonly roles: readonly string[] }
  /** Something will not wait for the morning. */
  | { readonly type: 'RoundHastened'; readonly nextAt: Date }
  | { readonly type: 'RoundStarted'; readonly until: Date; readonly upTo: Date }
  | { readonly type: 'RoundPostponed'; readonly nextAt: Date }
  | { readonly type: 'RoundDone'; readonly nextAt: Date }
  | { readonly type: 'MailboxRefused' };

export function evolveMailPreference(state: MailPreference, event: MailPreferenceEvent): MailPreference {
  if (event.type === 'MailPreferenceSet') return set(state, event);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'AgentRolesChanged':
      return { ...state, roles: event.roles };
    case 'MailboxRefused':
      return { status: 'silent', refused: true, ...agentOf(state) };
    default:
      return state.status === 'silent' ? state : round(state, event);
  }
}

type SetEvent = Extract<MailPreferenceEvent, { type: 'MailPreferenceSet' }>;

/** Who begins to listen is told of what comes from then on; who already did misses nothing. */
function set(state: MailPreference, { sub, roles, choice, nextAt, at }: SetEvent): MailPreference {
  const isListening = state.status === 'waiting' || state.status === 'sending';
  const agent: Agent = { sub, roles, toldUpTo: isListening ? state.toldUpTo : at };
  if (choice === 'never') return { status: 'silent', refused: false, ...agent };
  return { status: 'waiting', ...agent, choice, nextAt, postponed: 0 };
}

type Active = Extract<MailPreference, { status: 'waiting' | 'sending' }>;
type RoundEvent = Extract<
  MailPreferenceEvent,
  { type: 'RoundHastened' | 'RoundStarted' | 'RoundPostponed' | 'RoundDone' }
>;

function round(state: Active, event: RoundEvent): MailPreference {
  const waiting = { status: 'waiting', choice: state.choice } as const;
  switch (event.type) {
    case 'RoundHastened':
      return state.status === 'sending'
        ? { ...state, then: event.nextAt }
        : { ...state, nextAt: event.nextAt };
    case 'RoundStarted':
      return { ...state, status: 'sending', until: event.until, upTo: event.upTo };
    case 'RoundPostponed':
      return { ...waiting, ...agentOf(state), nextAt: event.nextAt, postponed: state.postponed + 1 };
    case 'RoundDone': {
      const toldUpTo = state.status === 'sending' ? state.upTo : state.toldUpTo;
      return { ...waiting, ...agentOf(state), toldUpTo, nextAt: event.nextAt, postponed: 0 };
    }
  }
}

function agentOf({ sub, roles, toldUpTo }: Agent): Agent {
  return { sub, roles, toldUpTo };
}
