import { setTimeout as sleep } from 'node:timers/promises';
import { withOurs } from './breach';
import { check } from './checker/check';
import { settle } from './checker/settle';
import type { House } from './house/house';
import { dealStrikes } from './strikes/deck';
import { kinds, weights, type Kind } from './strikes/kinds';
import { StrikeAll } from './strikes/strike-all';
import { calm, startTown, type Outcome, type TownOptions } from './town';
import type { Load, Strike, Verdict } from './types';

export interface RunOptions extends TownOptions {
  readonly minutes: number;
  readonly strikes: number;
}

const progressMs = 10_000;
/** What a saturated machine left to do takes minutes; what stands for one of them is stuck. */
const patience = { standsStillMs: 60_000, atMostMs: 480_000 };
/** A mail waits 15 s, and one whose sender died 90 s: nobody sits through that. */
const mailSeconds = 120;

/** A town at work under fire; then, when everything is calm again, the count. */
export async function run(house: House, options: RunOptions): Promise<Outcome> {
  const { seed, minutes, strikes, say } = options;
  const load = await startTown(house, options);
  const ends = performance.now() + minutes * 60_000;
  const campaign = new StrikeAll({
    ...{ house, say, paceMs: (minutes * 60_000) / strikes },
    // Strikes that wait for their moment may come late, not for ever.
    signal: AbortSignal.timeout(minutes * 80_000),
    cards: dealStrikes(seed, strikes, Object.keys(kinds) as Kind[], weights),
    accepted: () => load.ledger.accepted.length,
  });
  const telling = setInterval(() => say(progress(load, campaign.strikes)), progressMs);
  await campaign.run();
  await sleep(Math.max(0, ends - performance.now()));
  clearInterval(telling);
  say('no more strikes; the agents finish what they do');
  await load.stop();
  const late = await calm(house);
  say('every link is healed; what is under way comes to its end');
  await house.pass(mailSeconds);
  const settled = await settle(house.where, patience);
  say(settled ? 'the town is at rest; counting' : 'the town does not come to rest; counting all the same');
  const verdict = await check(house.where, load.ledger, campaign.strikes);
  return {
    ...{ ledger: load.ledger, strikes: campaign.strikes },
    verdict: withOurs(withOurs(verdict, 'stuck', [...campaign.stuck, ...late]), 'broken', [
      ...load.ledger.unexpected,
      ...mailsWithoutCause(verdict, campaign.strikes),
    ]),
  };
}

/** A mail comes again only when its sender, the mail server or the database that remembers it was struck. */
function mailsWithoutCause({ mailsAgain }: Verdict, strikes: readonly Strike[]): string[] {
  const struckThere = strikes.some(({ target }) => /notifications|SMTP|MongoDB/.test(target));
  return mailsAgain === 0 || struckThere
    ? []
    : [`${mailsAgain} mails came again, and nothing was struck there`];
}

function progress({ ledger }: Load, strikes: readonly Strike[]): string {
  const open = strikes.filter(({ recoveredAfterMs }) => recoveredAfterMs === undefined).length;
  return `${ledger.accepted.length} commands, ${strikes.length} strikes, ${open} not yet over`;
}
