import { setTimeout as sleep } from 'node:timers/promises';
import { startHouse, type House } from './house/house';
import { deciding } from './house/plan';
import { territory } from './house/environment';
import { startLoad } from './load/start-load';
import { dealStrikes } from './strikes/deck';
import { kinds, weights, type Kind } from './strikes/kinds';
import { emptyTheLot } from './strikes/parked-lot';
import { StrikeAll, type Struggle } from './strikes/strike-all';
import type { Ledger, Load, Strike } from './types';

export interface RunOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly strikes: number;
  readonly perSecond: number;
  readonly preloads: readonly string[];
  readonly say: (sentence: string) => void;
}

/** A little above what 15,000 commands in eight minutes need: outages cost their share. */
const progressMs = 10_000;

/** A town at work under fire, until the strikes are over and everything is calm again. */
export async function underFire(options: RunOptions, house: House): Promise<Struggle & { ledger: Ledger }> {
  const { seed, minutes, strikes, perSecond, say } = options;
  const load = await startLoad({
    ...{ gatewayUrl: house.gatewayUrl, tokenFor: house.tokenFor, mails: house.where.mails },
    ...{ seed, perSecond, territory },
  });
  say('the town is laid out, the agents work');
  await sleep(5_000);
  const until = performance.now() + minutes * 60_000;
  const campaign = new StrikeAll({
    ...{ house, say, signal: AbortSignal.timeout(minutes * 75_000) },
    cards: dealStrikes(seed, strikes, Object.keys(kinds) as Kind[], weights),
    paceMs: (minutes * 60_000) / strikes,
    accepted: () => load.ledger.accepted.length,
  });
  const telling = setInterval(() => say(progress(load, campaign.strikes)), progressMs);
  const struggle = await campaign.run();
  await sleep(Math.max(0, until - performance.now()));
  clearInterval(telling);
  say('no more strikes');
  await load.stop();
  const left = await calm(house);
  return { strikes: struggle.strikes, stuck: [...struggle.stuck, ...left], ledger: load.ledger };
}

function progress({ ledger }: Load, strikes: readonly Strike[]): string {
  const open = strikes.filter(({ recoveredAfterMs }) => recoveredAfterMs === undefined).length;
  return `${ledger.accepted.length} commands, ${strikes.length} strikes, ${open} not yet over`;
}

/** Every process ready and every lot empty; who is not after a minute and a half is stuck. */
async function calm(house: House): Promise<string[]> {
  await Promise.all(house.links.map((link) => link.heal()));
  const since = performance.now();
  while (house.notReadySince(since).length > 0 && performance.now() - since < 90_000) await sleep(200);
  const late = house.notReadySince(since).map((name) => `${name} is not ready 90 s after the last strike`);
  for (const service of deciding) await emptyTheLot(house, service, 30_000);
  return late;
}
