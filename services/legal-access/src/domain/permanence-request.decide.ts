import { dueAt, parisDay } from '@passerelle/calendar';
import { fold, isRefusal, refuse, type Decider, type Decision, type Refusal } from '@passerelle/domain-kit';
import {
  evolvePermanenceRequest,
  type AskedBecause,
  type AskedPermanenceRequest,
  type ClosedBecause,
  type KnownPermanenceRequest,
  type PermanenceRequest,
  type PermanenceRequestEvent,
} from './permanence-request';

/** Whom to ask and how: looked up when the decision is taken. */
export interface Asking {
  readonly now: Date;
  /** Ids of the partners that may be asked now, first choice first. */
  readonly partners: readonly string[];
  readonly waitingCount: number;
  readonly answerDays: number;
  readonly reminderDays: number;
}

/** Whose link answers: a later attempt makes an earlier link void. */
interface Answering {
  readonly partnerId: string;
  readonly attempt: number;
}

export type PermanenceRequestCommand =
  | ({
      readonly type: 'OpenPermanenceRequest';
      readonly topic: string;
      readonly because: AskedBecause;
      readonly needsGoAhead: boolean;
    } & Asking)
  | ({ readonly type: 'HearGoAhead'; readonly granted: boolean } & Asking)
  | { readonly type: 'RemindPartner'; readonly now: Date }
  | ({
      readonly type: 'Accept';
      readonly now: Date;
      readonly sessionId: string;
      readonly startsAt: Date;
      readonly endsAt: Date;
      readonly slots: number;
    } & Answering)
  | ({ readonly type: 'Decline' } & Answering & Asking)
  | ({ readonly type: 'Lapse' } & Asking)
  | { readonly type: 'ClosePermanenceRequest'; readonly because: ClosedBecause };

type CommandOf<Type extends PermanenceRequestCommand['type']> = Extract<
  PermanenceRequestCommand,
  { type: Type }
>;

function decide(
  command: PermanenceRequestCommand,
  state: PermanenceRequest,
): Decision<PermanenceRequestEvent> {
  if (command.type === 'OpenPermanenceRequest') return state.status === 'none' ? open(command) : [];
  if (state.status === 'none') {
    return refuse('UnknownPermanenceRequest', 'Cette demande de permanence n’existe pas.');
  }
  switch (command.type) {
    case 'HearGoAhead':
      return hearGoAhead(command, state);
    case 'RemindPartner':
      return remind(command, state);
    case 'Accept':
      return accept(command, state);
    case 'Decline':
      return decline(command, state);
    case 'Lapse':
      return lapse(command, state);
    case 'ClosePermanenceRequest':
      if (state.status === 'accepted' || state.status === 'closed') return [];
      return [{ type: 'PermanenceRequestClosed', closedBecause: command.because }];
  }
}

function open(command: CommandOf<'OpenPermanenceRequest'>): PermanenceRequestEvent[] {
  const { topic, waitingCount, because } = command;
  const opened = { type: 'PermanenceRequestOpened', topic, waitingCount, because } as const;
  if (command.needsGoAhead) return [opened, { type: 'PermanenceRequestHeld' }];
  return askNext([opened], { status: 'none' }, command);
}

function hearGoAhead(command: CommandOf<'HearGoAhead'>, state: KnownPermanenceRequest) {
  if (state.status !== 'held') return [];
  const heard = { type: 'GoAheadHeard', granted: command.granted } as const;
  if (command.granted) return askNext([heard], state, command);
  return [heard, { type: 'PermanenceRequestClosed', closedBecause: 'go-ahead-refused' } as const];
}

/** The events so far, then the next partner that was not tried yet, or the end. */
function askNext(
  soFar: readonly PermanenceRequestEvent[],
  before: PermanenceRequest,
  asking: Asking,
): PermanenceRequestEvent[] {
  const state = fold(evolvePermanenceRequest, before, soFar);
  const tried = state.status === 'none' ? [] : state.tried;
  const partnerId = asking.partners.find((id) => !tried.some((one) => one.partnerId === id));
  if (partnerId === undefined) {
    return [...soFar, { type: 'PermanenceRequestClosed', closedBecause: 'no-partner-left' }];
  }
  const { now, answerDays, reminderDays, waitingCount } = asking;
  const today = parisDay(now);
  const answerBy = dueAt(today, answerDays);
  const remindAt = dueAt(today, reminderDays);
  const attempt = tried.length + 1;
  return [
    ...soFar,
    { type: 'PermanenceRequested', partnerId, attempt, askedAt: now, answerBy, remindAt, waitingCount },
  ];
}

function remind(
  { now }: CommandOf<'RemindPartner'>,
  state: KnownPermanenceRequest,
): PermanenceRequestEvent[] {
  if (state.status !== 'asked' || !state.remindAt) return [];
  if (now < state.remindAt || state.answerBy <= now) return [];
  return [{ type: 'PermanenceRequestReminded' }];
}

function accept(
  command: CommandOf<'Accept'>,
  state: KnownPermanenceRequest,
): Decision<PermanenceRequestEvent> {
  const asked = answerable(command, state, command.now);
  if (isRefusal(asked)) return asked;
  const { sessionId, startsAt, endsAt, slots } = command;
  return [{ type: 'PermanenceRequestAccepted', sessionId, startsAt, endsAt, slots }];
}

function decline(
  command: CommandOf<'Decline'>,
  state: KnownPermanenceRequest,
): Decision<PermanenceRequestEvent> {
  const asked = answerable(command, state, command.now);
  if (isRefusal(asked)) return asked;
  const declined = {
    type: 'PermanenceRequestDeclined',
    partnerId: asked.partnerId,
    at: command.now,
  } as const;
  return askNext([declined], state, command);
}

function lapse(command: CommandOf<'Lapse'>, state: KnownPermanenceRequest): PermanenceRequestEvent[] {
  if (state.status !== 'asked' || command.now < state.answerBy) return [];
  const silent = {
    type: 'PermanenceRequestUnanswered',
    partnerId: state.partnerId,
    at: command.now,
  } as const;
  return askNext([silent], state, command);
}

/** The request as this partner may still answer it, or why they may not. */
export function answerable(
  { partnerId, attempt }: Answering,
  state: KnownPermanenceRequest,
  now: Date,
): AskedPermanenceRequest | Refusal {
  if (state.status === 'asked' && state.partnerId === partnerId && state.attempt === attempt) {
    return now < state.answerBy
      ? state
      : refuse(
          'LinkExpired',
          'Le délai de réponse est passé. Contactez la mairie si vous pouvez encore venir.',
        );
  }
  if (
    state.tried.some(
      (one, index) => one.partnerId === partnerId && one.answer === 'silent' && index + 1 === attempt,
    )
  ) {
    return refuse(
      'LinkExpired',
      'Le délai de réponse est passé : la demande a été transmise à un autre partenaire.',
    );
  }
  if (wasAnswered({ partnerId, attempt }, state)) {
    return refuse(
      'LinkAlreadyUsed',
      'Vous avez déjà répondu à cette demande. Votre première réponse est gardée.',
    );
  }
  return refuse(
    'PermanenceNoLongerNeeded',
    'Cette permanence n’est plus demandée. Merci de votre attention.',
  );
}

/** Whether that partner's own attempt got an answer, whatever it was. */
export function wasAnswered({ partnerId, attempt }: Answering, state: KnownPermanenceRequest): boolean {
  if (state.status === 'accepted') return state.partnerId === partnerId && state.attempt === attempt;
  const tried = state.tried[attempt - 1];
  return tried?.partnerId === partnerId && tried.answer === 'declined';
}

export const permanenceRequest: Decider<PermanenceRequestCommand, PermanenceRequest, PermanenceRequestEvent> =
  { initial: { status: 'none' }, decide, evolve: evolvePermanenceRequest };
