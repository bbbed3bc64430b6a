import { refuse, type Decider, type Decision } from '@passerelle/domain-kit';
import { evolveDemand, type Demand, type DemandEvent } from './demand';
import type { Policy } from './policy';
import type { Waiting } from './waiting';

type Settle = {
  readonly type: 'SettlePermanence';
  readonly topic: string;
  readonly permanenceRequestId: string;
  readonly restUntil?: Date;
  readonly tried: readonly string[];
};

export type DemandCommand =
  | { readonly type: 'BeginWait'; readonly topic: string; readonly who: Waiting }
  | {
      readonly type: 'EndWait';
      readonly topic: string;
      readonly needId: string;
      readonly because: 'placed' | 'left';
    }
  | { readonly type: 'LeaveSlotsFree'; readonly topic: string; readonly sessionId: string }
  | {
      readonly type: 'WantPermanence';
      readonly topic: string;
      readonly permanenceRequestId: string;
      readonly because: 'threshold' | 'longest-wait';
    }
  | Settle
  | {
      readonly type: 'SetPolicy';
      readonly topic: string;
      readonly from: string;
      readonly values: Partial<Policy>;
      readonly today: string;
    };

function decide(command: DemandCommand, state: Demand): Decision<DemandEvent> {
  switch (command.type) {
    case 'BeginWait':
      if (waits(state, command.who.needId)) return [];
      return [{ type: 'WaitBegan', topic: command.topic, ...command.who }];
    case 'EndWait':
      if (!waits(state, command.needId)) return [];
      return [{ ...command, type: 'WaitEnded' }];
    case 'LeaveSlotsFree':
      return [{ ...command, type: 'SlotsLeftFree' }];
    case 'WantPermanence':
      if (state.openPermanenceRequestId !== undefined) {
        return refuse(
          'PermanenceAlreadyRequested',
          'Une permanence est déjà demandée pour ce sujet. Attendez la réponse du partenaire.',
        );
      }
      return [{ ...command, type: 'PermanenceWanted', waitingCount: state.waiting.length }];
    case 'SettlePermanence':
      if (state.openPermanenceRequestId !== command.permanenceRequestId) return [];
      return [{ ...command, type: 'PermanenceSettled' }];
    case 'SetPolicy':
      return setPolicy(command);
  }
}

function setPolicy(command: Extract<DemandCommand, { type: 'SetPolicy' }>): Decision<DemandEvent> {
  const { topic, from, values, today } = command;
  if (from < today) {
    return refuse(
      'DateInThePast',
      'Une règle s’applique à partir d’aujourd’hui ou plus tard : le passé ne change pas.',
      'from',
    );
  }
  return [{ type: 'PolicySet', topic, from, values }];
}

const waits = (state: Demand, needId: string) => state.waiting.some((one) => one.needId === needId);

export const demand: Decider<DemandCommand, Demand, DemandEvent> = {
  initial: { waiting: [], policies: [] },
  decide,
  evolve: evolveDemand,
};
