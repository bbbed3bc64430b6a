import type { House } from '../house/house';
import type { Instance } from '../house/instance';
import type { Card } from './deck';

/** What a strike works on. */
export interface Stage {
  readonly house: House;
  readonly card: Card;
  /** Waits until no other strike holds this service or server, then holds it until this one is over. */
  readonly hold: (name: string) => Promise<void>;
  /** No more strikes: what waits for its moment gives up. */
  readonly signal: AbortSignal;
}

export interface Struck {
  readonly at: Date;
  /** `ccas-1`, `Kafka`, `ccas-1 to MongoDB`. */
  readonly target: string;
  /** Resolves when the fault itself is over: resumed, healed, started again. */
  readonly lifted: Promise<void>;
  /** Whether who was struck has said, since that moment of the monotonic clock, that it is ready. */
  readonly isBack: (since: number) => boolean;
}

/** Undefined when the moment that it is aimed at did not come. */
export type Striker = (stage: Stage) => Promise<Struck | undefined>;

/** A supervisor starts what died after a moment: 0 to 3 seconds. */
export const restartMs = ({ card }: Stage) => card.lots.below(3_000);

export const instancesOf = ({ house }: Stage, service: string): Instance[] =>
  house.instances.filter((instance) => instance.service === service);

/** A killed instance: that it is ready again says that it was started. */
export function killed(instances: readonly Instance[]): Struck {
  return {
    ...{ at: new Date(), target: instances.map(({ name }) => name).join(' and '), lifted: Promise.resolve() },
    isBack: (since) => instances.every(({ readyAt }) => readyAt > since),
  };
}
