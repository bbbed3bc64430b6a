import type { Decider, Decision } from '@passerelle/domain-kit';
import { refuse } from '@passerelle/domain-kit';
import {
  evolveMailPreference,
  type MailChoice,
  type MailPreference,
  type MailPreferenceEvent,
} from './mail-preference';
import { SENDING_MS, UNDO_MS, waitAfter } from './patience';
import { nextWorkingMorning } from './working-morning';

export type MailPreferenceCommand =
  | {
      readonly do: 'set';
      readonly sub: string;
      readonly roles: readonly string[];
      readonly choice: MailChoice;
      readonly hasMailbox: boolean;
      /** Another address than before, which is kept beside. */
      readonly isNewMailbox: boolean;
      readonly now: Date;
    }
  | { readonly do: 'know-roles'; readonly roles: readonly string[] }
  /** A message came that this choice does not leave for the morning. */
  | { readonly do: 'hasten'; readonly isUrgent: boolean; readonly now: Date }
  | { readonly do: 'start-round'; readonly now: Date }
  | { readonly do: 'postpone-round'; readonly now: Date }
  | { readonly do: 'end-round'; readonly now: Date }
  | { readonly do: 'refuse-mailbox' };

type Outcome = Decision<MailPreferenceEvent>;
type Rule<Name extends MailPreferenceCommand['do']> = (
  command: Extract<MailPreferenceCommand, { do: Name }>,
  state: MailPreference,
) => Outcome;

/** A transaction may commit this long after the time that it wrote: its message is for the next round. */
const STILL_COMMITTING_MS = 10_000;

const rules: { readonly [Name in MailPreferenceCommand['do']]: Rule<Name> } = {
  set: ({ sub, roles, choice, hasMailbox, isNewMailbox, now }, state) => {
    if (choice !== 'never' && !hasMailbox) {
      return refuse('MailboxMissing', 'Indiquez l’adresse mail où vous écrire.', 'mail');
    }
    if (!isNewMailbox && choiceOf(state) === choice && !wasRefused(state)) return [];
    return [{ type: 'MailPreferenceSet', sub, roles, choice, nextAt: nextWorkingMorning(now), at: now }];
  },
  'know-roles': ({ roles }, state) =>
    state.status === 'none' || sameWords(state.roles, roles) ? [] : [{ type: 'AgentRolesChanged', roles }],
  hasten: ({ isUrgent, now }, state) => {
    if (state.status !== 'waiting' && state.status !== 'sending') return [];
    if (state.choice === 'digest' && !isUrgent) return [];
    // As long as an undo lasts, and no earlier than the round can see it.
    const nextAt = new Date(now.getTime() + Math.max(UNDO_MS, STILL_COMMITTING_MS));
    return isAhead(state, nextAt) ? [{ type: 'RoundHastened', nextAt }] : [];
  },
  'start-round': ({ now }, state) => {
    if (!isDue(state, now))
      return refuse('RoundNotDue', 'Cet envoi est déjà en cours, ou n’est plus à faire.');
    // Who died may have sent: the same round again is the same mail.
    const upTo = state.status === 'sending' ? state.upTo : new Date(now.getTime() - STILL_COMMITTING_MS);
    return [{ type: 'RoundStarted', until: new Date(now.getTime() + SENDING_MS), upTo }];
  },
  'postpone-round': ({ now }, state) =>
    state.status === 'sending'
      ? [
          {
            type: 'RoundPostponed',
            nextAt: later(now, waitAfter(state.postponed, 'mail-server-unavailable')),
          },
        ]
      : [],
  'end-round': ({ now }, state) => {
    if (state.status !== 'sending') return [];
    const morning = nextWorkingMorning(now);
    const nextAt = state.then !== undefined && state.then < morning ? state.then : morning;
    return [{ type: 'RoundDone', nextAt }];
  },
  'refuse-mailbox': (_command, { status }) => (status === 'sending' ? [{ type: 'MailboxRefused' }] : []),
};

type Listening = Extract<MailPreference, { status: 'waiting' | 'sending' }>;

function isAhead(state: Listening, nextAt: Date): boolean {
  return state.status === 'sending' ? state.then === undefined : state.nextAt > nextAt;
}

function isDue(state: MailPreference, now: Date): state is Listening {
  if (state.status === 'waiting') return state.nextAt <= now;
  return state.status === 'sending' && state.until <= now;
}

export function choiceOf(state: MailPreference): MailChoice | undefined {
  if (state.status === 'none') return undefined;
  return state.status === 'silent' ? 'never' : state.choice;
}

function wasRefused(state: MailPreference): boolean {
  return state.status === 'silent' && state.refused;
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);
const sameWords = (one: readonly string[], other: readonly string[]) =>
  [...one].sort().join() === [...other].sort().join();

export const mailPreferenceDecider: Decider<MailPreferenceCommand, MailPreference, MailPreferenceEvent> = {
  initial: { status: 'none' },
  decide: (command, state) => (rules[command.do] as Rule<typeof command.do>)(command as never, state),
  evolve: evolveMailPreference,
};
