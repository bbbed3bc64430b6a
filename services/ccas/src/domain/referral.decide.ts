import { dueAt, parisDay } from '@passerelle/calendar';
import { refuse, type Decider, type Decision, type Refusal } from '@passerelle/domain-kit';
import { promiseDates, resumedDates, whatIsDue } from './promise';
import {
  evolve,
  isOpen,
  isUnanswered,
  subjectOf,
  turnOf,
  type KnownReferral,
  type Referral,
  type ReferralEvent,
  type ReferralOutcome,
  type ReferralStatus,
  type ReferralSubject,
  type Turn,
  type WithdrawnBecause,
} from './referral';

export type Consent = 'given' | 'refused' | 'unknown';

export type ReferralCommand =
  | ({
      readonly do: 'send';
      readonly textIds: readonly string[];
      /** What the person answered about partners outside the town. */
      readonly consent: Consent;
      readonly partner: 'active' | 'inactive' | 'unknown';
      readonly now: Date;
    } & Omit<ReferralSubject, 'sentAt'>)
  | { readonly do: 'accept'; readonly now: Date }
  | { readonly do: 'decline'; readonly textId: string; readonly now: Date }
  | { readonly do: 'ask'; readonly textId: string; readonly now: Date }
  | { readonly do: 'answer-question'; readonly textId: string; readonly now: Date }
  | {
      readonly do: 'close';
      readonly outcome: ReferralOutcome;
      readonly by: Turn;
      readonly textIds: readonly string[];
      readonly now: Date;
    }
  | { readonly do: 'withdraw'; readonly because: WithdrawnBecause; readonly now: Date }
  /** To who now follows the need. */
  | { readonly do: 'hand-over'; readonly workerId: string }
  | { readonly do: 'fall-due'; readonly now: Date };

type Act<Name extends ReferralCommand['do']> = Extract<ReferralCommand, { do: Name }>;
type Answer = Exclude<ReferralCommand['do'], 'send' | 'hand-over' | 'fall-due'>;

/** What the partner and the worker may do, by where the referral is. What is not here is refused with a sentence. */
export const mayDo: Readonly<Record<Answer, readonly ReferralStatus[]>> = {
  accept: ['sent', 'questioned'],
  decline: ['sent', 'questioned'],
  ask: ['sent', 'questioned'],
  'answer-question': ['questioned'],
  // A worker also hears on the phone what became of it.
  close: ['sent', 'questioned', 'accepted'],
  withdraw: ['sent', 'questioned', 'accepted'],
};

/** Answered on day 29, a question leaves the partner three days to read the answer. */
const DAYS_AFTER_AN_ANSWER = 3;
/** How long the link of a partner that accepted goes on saying what became of it. */
const DAYS_FOR_AN_OUTCOME = 90;

function decide(command: ReferralCommand, referral: Referral): Decision<ReferralEvent> {
  if (command.do === 'send') return send(command, referral);
  if (referral.status === 'unknown') return refuse('UnknownReferral', 'Cette orientation n’existe pas.');
  if (command.do === 'fall-due') return fallDue(command, referral);
  if (command.do === 'hand-over') return handOver(command, referral);
  if (isRepeated(command, referral)) return [];
  return whyNot(command, referral) ?? act(command, referral);
}

/** The same id a second time is the same form sent twice: the first answer stands. */
function send(command: Act<'send'>, referral: Referral): Decision<ReferralEvent> {
  if (referral.status !== 'unknown') return [];
  const { now, textIds } = command;
  const subject = subjectOf({ ...command, sentAt: now });
  const sent: ReferralEvent = { type: 'ReferralSent', ...subject, textIds, ...promiseDates(now) };
  return withoutConsent(command.consent) ?? withoutPartner(command.partner) ?? [sent];
}

function withoutConsent(consent: Consent): Refusal | undefined {
  switch (consent) {
    case 'given':
      return undefined;
    case 'refused':
      return refuse(
        'ConsentRefused',
        'La personne refuse que le CCAS la présente à un partenaire. Donnez-lui les coordonnées du partenaire, ou redemandez-lui son accord.',
        'consent',
      );
    case 'unknown':
      return refuse(
        'ConsentMissing',
        'La personne n’a pas encore dit si elle accepte que le CCAS la présente à un partenaire. Demandez-lui, notez sa réponse, puis envoyez.',
        'consent',
      );
  }
}

function withoutPartner(partner: Act<'send'>['partner']): Refusal | undefined {
  switch (partner) {
    case 'active':
      return undefined;
    case 'inactive':
      return refuse(
        'PartnerInactive',
        'Ce partenaire n’est plus sollicité. Choisissez-en un autre.',
        'partnerId',
      );
    case 'unknown':
      return refuse('UnknownPartner', 'Ce partenaire n’est pas dans l’annuaire.', 'partnerId');
  }
}

function act(command: Act<Answer>, referral: KnownReferral): ReferralEvent[] {
  const { now: at } = command;
  switch (command.do) {
    case 'accept':
      return [{ type: 'ReferralAccepted', at, outcomeBy: dueAt(parisDay(at), DAYS_FOR_AN_OUTCOME) }];
    case 'decline':
      return [{ type: 'ReferralDeclined', textId: command.textId, at }];
    case 'ask':
      return [{ type: 'ReferralQuestioned', textId: command.textId, at }];
    case 'answer-question':
      return answerQuestion(command, referral);
    case 'close': {
      const { outcome, by, textIds } = command;
      return [{ type: 'ReferralClosed', outcome, by, textIds, at }];
    }
    case 'withdraw':
      return [{ type: 'ReferralWithdrawn', because: command.because, at }];
  }
}

function answerQuestion({ textId, now }: Act<'answer-question'>, referral: KnownReferral): ReferralEvent[] {
  if (!isUnanswered(referral)) return [];
  const dates = resumedDates(referral.promise, now, DAYS_AFTER_AN_ANSWER);
  return [{ type: 'ReferralQuestionAnswered', textId, at: now, ...dates }];
}

/** What has ended stays with whoever followed it then. */
function handOver({ workerId }: Act<'hand-over'>, referral: KnownReferral): ReferralEvent[] {
  return isOpen(referral) && referral.workerId !== workerId ? [{ type: 'ReferralHandedOver', workerId }] : [];
}

/** The resident waits whoever's turn it is: a question does not stop the days, it changes who is reminded. */
function fallDue({ now }: Act<'fall-due'>, referral: KnownReferral): ReferralEvent[] {
  if (!isUnanswered(referral)) return [];
  const waitsFor = turnOf(referral);
  switch (whatIsDue(referral.promise, now)) {
    case 'reminder':
      return [{ type: 'ReferralReminded', waitsFor }];
    case 'expiry':
      return [{ type: 'ReferralExpired', waitsFor, at: now }];
    case 'nothing':
      return [];
  }
}

/** Asks for what is already so, by a second click; or the software lets go of what has ended by itself. */
function isRepeated(command: Act<Answer>, referral: KnownReferral): boolean {
  switch (command.do) {
    case 'accept':
      return referral.status === 'accepted';
    case 'decline':
      return referral.status === 'declined';
    case 'close':
      return referral.status === 'closed' && referral.outcome === command.outcome;
    case 'withdraw':
      return referral.status === 'withdrawn' || (command.because !== 'worker' && !isOpen(referral));
    case 'ask':
    case 'answer-question':
      return false;
  }
}

function whyNot({ do: asked }: Act<Answer>, { status }: KnownReferral): Refusal | undefined {
  if (mayDo[asked].includes(status)) return undefined;
  switch (status) {
    case 'accepted':
      return refuse(
        'AlreadyAccepted',
        'Cette orientation est déjà acceptée. Dites plutôt ce qu’elle est devenue.',
      );
    case 'declined':
      return refuse('AlreadyDeclined', 'Cette orientation a été refusée : le CCAS a repris le besoin.');
    case 'expired':
      return refuse('ReferralExpired', 'Le délai de réponse est passé : le CCAS a repris le besoin.');
    case 'withdrawn':
      return refuse('ReferralWithdrawn', 'Le CCAS a retiré cette orientation : il n’y a plus rien à faire.');
    case 'closed':
      return refuse('ReferralClosed', 'Cette orientation est terminée, et son issue est notée.');
    case 'sent':
    case 'questioned':
      return refuse('NoQuestion', 'Le partenaire n’attend pas de réponse à une question.');
  }
}

export const referralDecider: Decider<ReferralCommand, Referral, ReferralEvent> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
