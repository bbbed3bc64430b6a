import type { Topic } from '@passerelle/contracts';
import { refuse, type Decider, type Decision } from '@passerelle/domain-kit';

/** A permanence that enough people wait for, held until a CCAS officer agrees to ask for it. */
export interface HeldPermanence {
  readonly topic: Topic | (string & {});
  readonly waitingCount: number;
  readonly because: 'threshold' | 'longest-wait';
}

interface Answered {
  readonly granted: boolean;
  readonly officerId: string;
  /** Until then it can be taken back. */
  readonly leavesAt: Date;
}

export type GoAhead =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'asked'; readonly heldAt: Date } & HeldPermanence)
  /** Answered, and not told yet. */
  | ({ readonly status: 'answered'; readonly heldAt: Date } & Answered & HeldPermanence)
  | ({ readonly status: 'given'; readonly heldAt: Date; readonly granted: boolean } & HeldPermanence)
  /** The request ended without anybody's word. */
  | { readonly status: 'over' };

export type GoAheadEvent =
  | ({ readonly type: 'GoAheadAsked'; readonly heldAt: Date } & HeldPermanence)
  | ({ readonly type: 'GoAheadAnswered' } & Answered)
  | { readonly type: 'GoAheadTakenBack' }
  /** It has left: legal access hears it. */
  | { readonly type: 'GoAheadGiven'; readonly granted: boolean; readonly officerId: string }
  | { readonly type: 'GoAheadNoLongerNeeded' };

export type GoAheadCommand =
  | ({ readonly do: 'ask'; readonly now: Date } & HeldPermanence)
  | { readonly do: 'answer'; readonly granted: boolean; readonly officerId: string; readonly now: Date }
  | { readonly do: 'take-back' }
  | { readonly do: 'send'; readonly now: Date }
  | { readonly do: 'give-up' };

/** As long as a mail: once told, a partner may have been asked. */
const HELD_FOR_MS = 15_000;

function decide(command: GoAheadCommand, goAhead: GoAhead): Decision<GoAheadEvent> {
  switch (command.do) {
    case 'ask': {
      const { topic, waitingCount, because, now } = command;
      return goAhead.status === 'unknown'
        ? [{ type: 'GoAheadAsked', topic, waitingCount, because, heldAt: now }]
        : [];
    }
    case 'give-up':
      return goAhead.status === 'given' || goAhead.status === 'over'
        ? []
        : [{ type: 'GoAheadNoLongerNeeded' }];
    case 'answer':
      return answer(command, goAhead);
    case 'take-back':
      return takeBack(goAhead);
    case 'send':
      return send(command.now, goAhead);
  }
}

function answer(
  { granted, officerId, now }: Extract<GoAheadCommand, { do: 'answer' }>,
  goAhead: GoAhead,
): Decision<GoAheadEvent> {
  switch (goAhead.status) {
    case 'asked': {
      const leavesAt = new Date(now.getTime() + HELD_FOR_MS);
      return [{ type: 'GoAheadAnswered', granted, officerId, leavesAt }];
    }
    case 'answered':
    case 'given':
      if (goAhead.granted === granted) return [];
      return refuse('GoAheadAlreadyGiven', 'Une autre réponse a déjà été donnée à cette demande.', 'granted');
    case 'over':
      return noLongerNeeded();
    case 'unknown':
      return unknownGoAhead();
  }
}

function takeBack(goAhead: GoAhead): Decision<GoAheadEvent> {
  switch (goAhead.status) {
    case 'answered':
      return [{ type: 'GoAheadTakenBack' }];
    case 'asked':
      return [];
    case 'given':
      return refuse('GoAheadHasLeft', 'La réponse est déjà partie : elle ne peut plus être reprise.');
    case 'over':
      return noLongerNeeded();
    case 'unknown':
      return unknownGoAhead();
  }
}

function send(now: Date, goAhead: GoAhead): GoAheadEvent[] {
  if (goAhead.status !== 'answered' || now < goAhead.leavesAt) return [];
  const { granted, officerId } = goAhead;
  return [{ type: 'GoAheadGiven', granted, officerId }];
}

const noLongerNeeded = () =>
  refuse('GoAheadNoLongerNeeded', 'Cette demande de permanence est déjà terminée.');
const unknownGoAhead = () =>
  refuse('UnknownGoAhead', 'Aucune demande de permanence n’attend votre accord sous ce numéro.');

function evolve(goAhead: GoAhead, event: GoAheadEvent): GoAhead {
  switch (event.type) {
    case 'GoAheadAsked': {
      const { topic, waitingCount, because, heldAt } = event;
      return { status: 'asked', topic, waitingCount, because, heldAt };
    }
    case 'GoAheadAnswered': {
      if (goAhead.status !== 'asked') return goAhead;
      const { granted, officerId, leavesAt } = event;
      return { ...goAhead, status: 'answered', granted, officerId, leavesAt };
    }
    case 'GoAheadTakenBack':
      return goAhead.status === 'answered' ? { status: 'asked', ...heldOf(goAhead) } : goAhead;
    case 'GoAheadGiven':
      // Those given before answers were held come without an answer.
      return goAhead.status === 'asked' || goAhead.status === 'answered'
        ? { status: 'given', ...heldOf(goAhead), granted: event.granted }
        : goAhead;
    case 'GoAheadNoLongerNeeded':
      return { status: 'over' };
  }
}

function heldOf({ topic, waitingCount, because, heldAt }: HeldPermanence & { readonly heldAt: Date }) {
  return { topic, waitingCount, because, heldAt };
}

export const goAheadDecider: Decider<GoAheadCommand, GoAhead, GoAheadEvent> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
