import { setTimeout as sleep } from 'node:timers/promises';
import { territory } from './house/environment';
import type { House } from './house/house';
import { deciding } from './house/plan';
import { startLoad } from './load/start-load';
import { emptyTheLot } from './strikes/parked-lot';
import type { Ledger, Load, Strike, Verdict } from './types';

export interface TownOptions {
  readonly seed: number;
  readonly perSecond: number;
  readonly say: (sentence: string) => void;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly ledger: Ledger;
  readonly strikes: readonly Strike[];
}

const warmUpMs = 5_000;
const readyWithinMs = 90_000;
const lotWithinMs = 30_000;

/** A town at work, until `stop`. */
export async function startTown(house: House, { seed, perSecond, say }: TownOptions): Promise<Load> {
  const load = await startLoad({
    ...{ gatewayUrl: house.gatewayUrl, tokenFor: house.tokenFor, mails: house.where.mails },
    ...{ seed, perSecond, territory },
  });
  say('the town is laid out, the agents work');
  await sleep(warmUpMs);
  return load;
}

/** Every link healed, every process ready and every lot empty. Says who is not ready in time. */
export async function calm(house: House): Promise<string[]> {
  await Promise.all(house.links.map((link) => link.heal()));
  const since = performance.now();
  while (house.notReadySince(since).length > 0 && performance.now() - since < readyWithinMs) await sleep(200);
  const late = house.notReadySince(since);
  await Promise.all(deciding.map((service) => emptyTheLot(house, service, lotWithinMs)));
  return late.map((name) => {
    const { whyNot } = house.instances.find((instance) => instance.name === name)!;
    return `${name} is not ready ${readyWithinMs / 1_000} s after the last strike: ${whyNot}`;
  });
}
