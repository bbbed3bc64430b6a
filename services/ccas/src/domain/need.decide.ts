import type { AgeBand, Urgency } from '@passerelle/contracts';
import { refuse, type Decider, type Decision, type Refusal } from '@passerelle/domain-kit';
import { parisDay } from '@passerelle/calendar';
import { hear, type Fact } from './need.hear';
import { reopen, unclassify } from './need.take-back';
import {
  evolve,
  isOpenWithTopic,
  needStatuses,
  subjectOf,
  type KnownNeed,
  type Need,
  type NeedEvent,
  type NeedOutcome,
  type NeedStatus,
  type NeedTopic,
  type TopicNeed,
} from './need';
import { promiseDates, whatIsDue } from './promise';

interface Orientation extends NeedTopic {
  /** Whether a service takes the needs of this field here. */
  readonly served: boolean;
}

export type NeedCommand =
  | {
      readonly do: 'identify';
      readonly personId: string;
      readonly workerId: string;
      readonly urgency: Urgency;
      readonly contactedOn: string;
      readonly district?: string;
      readonly ageBand?: AgeBand;
      readonly noteIds: readonly string[];
      /** Absent when the words say nothing clearly enough. */
      readonly orientation?: Orientation & { readonly by: 'wording' | 'worker' };
      readonly now: Date;
    }
  | {
      readonly do: 'classify';
      readonly orientation: Orientation;
      readonly workerId: string;
      readonly now: Date;
    }
  | { readonly do: 'unclassify'; readonly workerId: string; readonly now: Date }
  | {
      readonly do: 'reorient';
      readonly orientation: Orientation;
      readonly noteIds: readonly string[];
      readonly now: Date;
    }
  | { readonly do: 'withdraw'; readonly noteIds: readonly string[]; readonly now: Date }
  | { readonly do: 'close'; readonly outcome: NeedOutcome; readonly now: Date }
  | { readonly do: 'reopen'; readonly noteIds: readonly string[]; readonly now: Date }
  | { readonly do: 'add-note'; readonly noteId: string }
  /** From one worker to another; nothing when it is no longer the first one's. */
  | {
      readonly do: 'hand-over';
      readonly from: string;
      readonly to: string;
      /** How many go in one act, on the one that tells it. */
      readonly needCount?: number;
    }
  /** A service now takes the needs of this field. */
  | { readonly do: 'start-promise'; readonly now: Date }
  | { readonly do: 'fall-due'; readonly now: Date }
  | { readonly do: 'hear'; readonly fact: Fact; readonly now: Date };

type WorkerAct = Exclude<NeedCommand['do'], 'identify' | 'hear' | 'fall-due' | 'start-promise'>;
type Act<Name extends NeedCommand['do']> = Extract<NeedCommand, { do: Name }>;

/** What a worker may do, by where the need is. What is not here is refused with the sentence below. */
export const mayDo: Readonly<Record<WorkerAct, readonly NeedStatus[]>> = {
  classify: ['to-classify'],
  unclassify: ['to-classify', 'awaiting-service', 'oriented', 'placed', 'returned', 'expired'],
  reorient: ['awaiting-service', 'oriented', 'placed', 'returned', 'expired'],
  withdraw: ['to-classify', 'awaiting-service', 'oriented', 'placed', 'returned', 'expired'],
  // While a service has it, it is that service, or a withdrawal, that ends it.
  close: ['to-classify', 'awaiting-service', 'returned', 'expired'],
  reopen: needStatuses,
  'add-note': needStatuses,
  'hand-over': ['to-classify', 'awaiting-service', 'oriented', 'placed', 'returned', 'expired'],
};

function decide(command: NeedCommand, need: Need): Decision<NeedEvent> {
  if (command.do === 'identify') return identify(command, need);
  if (need.status === 'unknown') return refuse('UnknownNeed', 'Ce besoin n’existe pas.');
  switch (command.do) {
    case 'hear':
      return hear(command.fact, need, command.now);
    case 'start-promise':
      return need.status === 'awaiting-service' ? [oriented(command.now)] : [];
    case 'fall-due':
      return fallDue(command, need);
    default:
      return work(command, need);
  }
}

/** The same id a second time is the same form sent twice: the first answer stands. */
function identify(command: Act<'identify'>, need: Need): Decision<NeedEvent> {
  if (need.status !== 'unknown') return [];
  const { orientation, now, noteIds } = command;
  if (command.contactedOn > parisDay(now)) {
    return refuse('ContactInFuture', 'La date de contact est dans le futur : vérifiez-la.', 'contactedOn');
  }
  const noted: NeedEvent = { type: 'NeedNoted', ...subjectOf({ ...command, notedAt: now }), noteIds };
  if (!orientation) return [noted, { type: 'TopicAwaited' }];
  const { topic, field, by } = orientation;
  return [noted, { type: 'NeedClassified', topic, field, by }, ...towards(orientation, now)];
}

function work(command: Act<WorkerAct>, need: KnownNeed): Decision<NeedEvent> {
  const refusal = whyNot(command, need);
  if (refusal) return refusal;
  switch (command.do) {
    case 'classify':
      return classify(command, need);
    case 'reorient':
      return reorient(command, need);
    case 'unclassify':
      return unclassify(command, need);
    case 'reopen':
      return reopen(command, need);
    case 'hand-over':
      return handOver(command, need);
    case 'withdraw':
      return need.status === 'closed' ? [] : withdrawn(command);
    case 'close':
      return need.status === 'closed' ? [] : [closed(command.outcome, command.now)];
    case 'add-note':
      return [{ type: 'NoteAdded', noteId: command.noteId }];
  }
}

function classify({ orientation, workerId, now }: Act<'classify'>, need: KnownNeed): Decision<NeedEvent> {
  // The same answer twice, from two workers or two clicks.
  if (need.status !== 'to-classify') return [];
  const { topic, field } = orientation;
  const { left } = need;
  const previous = left ? { previousTopic: left.topic, previousField: left.field } : {};
  const chosen = { by: 'worker', workerId, chosenAt: now } as const;
  return [{ type: 'NeedClassified', topic, field, ...chosen, ...previous }, ...towards(orientation, now)];
}

function handOver({ from, to, needCount }: Act<'hand-over'>, need: KnownNeed): Decision<NeedEvent> {
  if (need.workerId !== from || from === to) return [];
  const told = needCount === undefined ? {} : { needCount };
  return [{ type: 'NeedHandedOver', workerId: to, previousWorkerId: from, ...told }];
}

function reorient({ orientation, noteIds, now }: Act<'reorient'>, need: KnownNeed): Decision<NeedEvent> {
  if (!isOpenWithTopic(need) || isAlreadyThere(orientation, need)) return [];
  const { topic, field } = orientation;
  const { topic: previousTopic, field: previousField } = need;
  return [
    { type: 'NeedReoriented', topic, field, previousTopic, previousField, noteIds },
    ...towards(orientation, now),
  ];
}

/** Back from the service, a need may be sent to the same topic again: that starts another promise. */
function isAlreadyThere({ topic }: NeedTopic, need: TopicNeed): boolean {
  return topic === need.topic && need.status !== 'returned' && need.status !== 'expired';
}

function fallDue({ now }: Act<'fall-due'>, need: KnownNeed): Decision<NeedEvent> {
  if (need.status !== 'oriented') return [];
  switch (whatIsDue(need.promise, now)) {
    case 'reminder':
      return [{ type: 'NeedReminded' }];
    case 'expiry':
      return [{ type: 'NeedExpired', expiredAt: now }];
    case 'nothing':
      return [];
  }
}

function towards({ served }: Orientation, now: Date): NeedEvent[] {
  return [served ? oriented(now) : { type: 'ServiceAwaited' }];
}

function oriented(now: Date): NeedEvent {
  return { type: 'NeedOriented', startedAt: now, ...promiseDates(now) };
}

function withdrawn({ noteIds, now }: Act<'withdraw'>): NeedEvent[] {
  return [{ type: 'NeedWithdrawn', noteIds }, closed('withdrawn', now)];
}

function closed(outcome: NeedOutcome, closedAt: Date): NeedEvent {
  return { type: 'NeedClosed', outcome, closedAt, by: 'ccas' };
}

function whyNot(command: Act<WorkerAct>, need: KnownNeed): Refusal | undefined {
  if (mayDo[command.do].includes(need.status) || isRepeated(command, need)) return undefined;
  if (need.status === 'closed') {
    return refuse('NeedIsClosed', 'Ce besoin est clos. Rouvrez-le d’abord, ou notez-en un nouveau.');
  }
  if (command.do === 'classify') {
    return refuse('AlreadyClassified', 'Ce besoin a déjà un sujet. Réorientez-le pour en changer.', 'topic');
  }
  if (command.do === 'reorient') {
    return refuse('NotClassifiedYet', 'Ce besoin n’a pas encore de sujet : classez-le d’abord.', 'topic');
  }
  return refuse(
    'NeedInService',
    'Un service suit ce besoin : il le clôturera. Si la personne y renonce, retirez-le.',
    'outcome',
  );
}

/** An act that asks for what is already so is not an error: somebody clicked twice. */
function isRepeated(command: Act<WorkerAct>, need: KnownNeed): boolean {
  if (command.do === 'classify') return isOpenWithTopic(need) && need.topic === command.orientation.topic;
  if (need.status !== 'closed') return false;
  if (command.do === 'withdraw') return need.outcome === 'withdrawn';
  return command.do === 'close' && need.outcome === command.outcome;
}

export const needDecider: Decider<NeedCommand, Need, NeedEvent> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
