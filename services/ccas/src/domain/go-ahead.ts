import type { Topic } from '@passerelle/contracts';
import { refuse, type Decider, type Decision } from '@passerelle/domain-kit';

/** A permanence that enough people wait for, held until a CCAS officer agrees to ask for it. */
export interface HeldPermanence {
  readonly topic: Topic | (string & {});
  readonly waitingCount: number;
  readonly because: 'threshold' | 'longest-wait';
}

export type GoAhead =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'asked'; readonly heldAt: Date } & HeldPermanence)
  | ({ readonly status: 'given'; readonly heldAt: Date; readonly granted: boolean } & HeldPermanence)
  /** The request ended without anybody's word. */
  | { readonly status: 'over' };

export type GoAheadEvent =
  | ({ readonly type: 'GoAheadAsked'; readonly heldAt: Date } & HeldPermanence)
  | { readonly type: 'GoAheadGiven'; readonly granted: boolean; readonly officerId: string }
  | { readonly type: 'GoAheadNoLongerNeeded' };

export type GoAheadCommand =
  | ({ readonly do: 'ask'; readonly now: Date } & HeldPermanence)
  | { readonly do: 'answer'; readonly granted: boolean; readonly officerId: string }
  | { readonly do: 'give-up' };

function decide(command: GoAheadCommand, goAhead: GoAhead): Decision<GoAheadEvent> {
  switch (command.do) {
    case 'ask': {
      const { topic, waitingCount, because, now } = command;
      return goAhead.status === 'unknown'
        ? [{ type: 'GoAheadAsked', topic, waitingCount, because, heldAt: now }]
        : [];
    }
    case 'give-up':
      return goAhead.status === 'asked' || goAhead.status === 'unknown'
        ? [{ type: 'GoAheadNoLongerNeeded' }]
        : [];
    case 'answer':
      return answer(command, goAhead);
  }
}

function answer(
  { granted, officerId }: Extract<GoAheadCommand, { do: 'answer' }>,
  goAhead: GoAhead,
): Decision<GoAheadEvent> {
  switch (goAhead.status) {
    case 'asked':
      return [{ type: 'GoAheadGiven', granted, officerId }];
    case 'given':
      if (goAhead.granted === granted) return [];
      return refuse('GoAheadAlreadyGiven', 'Une autre réponse a déjà été donnée à cette demande.', 'granted');
    case 'over':
      return refuse('GoAheadNoLongerNeeded', 'Cette demande de permanence est déjà terminée.');
    case 'unknown':
      return refuse('UnknownGoAhead', 'Aucune demande de permanence n’attend votre accord sous ce numéro.');
  }
}

function evolve(goAhead: GoAhead, event: GoAheadEvent): GoAhead {
  switch (event.type) {
    case 'GoAheadAsked': {
      const { topic, waitingCount, because, heldAt } = event;
      return { status: 'asked', topic, waitingCount, because, heldAt };
    }
    case 'GoAheadGiven':
      return goAhead.status === 'asked' ? { ...goAhead, status: 'given', granted: event.granted } : goAhead;
    case 'GoAheadNoLongerNeeded':
      return { status: 'over' };
  }
}

export const goAheadDecider: Decider<GoAheadCommand, GoAhead, GoAheadEvent> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
