import { setTimeout as sleep } from 'node:timers/promises';
import { faultsIn } from './breach';
import type { Break } from './breaks/break';
import { check } from './checker/check';
import type { House } from './house/house';
import { dealStrikes } from './strikes/deck';
import { StrikeAll } from './strikes/strike-all';
import { startTown, type Outcome, type TownOptions } from './town';
import type { Load, Verdict } from './types';

export interface BrokenRunOptions extends TownOptions {
  readonly break: Break;
  readonly minutes: number;
}

const paceMs = 3_000;
const lookEveryMs = 2_000;

/** Only strikes that hurt what is switched off, and a look every few seconds: ends at the first breach. */
export async function runBroken(house: House, options: BrokenRunOptions): Promise<Outcome> {
  const { seed, minutes, say } = options;
  const load = await startTown(house, options);
  const breach = new AbortController();
  const campaign = new StrikeAll({
    ...{ house, say, paceMs },
    signal: AbortSignal.any([breach.signal, AbortSignal.timeout(minutes * 60_000)]),
    cards: dealStrikes(seed, (minutes * 60_000) / paceMs, options.break.hurtBy),
    accepted: () => load.ledger.accepted.length,
  });
  const firstAt = performance.now();
  const striking = campaign.run();
  const verdict = await untilBreach(house, load, campaign, striking);
  if (faultsIn(verdict) > 0)
    say(`red ${((performance.now() - firstAt) / 1_000).toFixed(1)} s after the first strike`);
  // Nobody waits for recovery: the house is pulled down now, with whoever still works in it.
  breach.abort();
  void load.stop();
  return { verdict, ledger: load.ledger, strikes: campaign.strikes };
}

/** What two looks in a row find: an effect on its way at the first is there at the second. */
async function untilBreach(house: House, load: Load, campaign: StrikeAll, striking: Promise<unknown>) {
  let isOver = false;
  void striking.finally(() => (isOver = true));
  let before = await look(house, load, campaign);
  for (;;) {
    await sleep(lookEveryMs);
    const now = await look(house, load, campaign);
    const lasting = now && before && lastingOf(before, now);
    if (lasting && (isOver || faultsIn(lasting) > 0)) return lasting;
    before = now ?? before;
  }
}

/** Undefined while a strike keeps the databases or the topics from being read. */
async function look(house: House, load: Load, { strikes }: StrikeAll): Promise<Verdict | undefined> {
  return check(house.where, load.ledger, strikes, { final: false }).catch(() => undefined);
}

function lastingOf(before: Verdict, now: Verdict): Verdict {
  const known = new Set(before.findings.map(({ what }) => what));
  const findings = now.findings.filter(({ what }) => known.has(what));
  const counts = { lost: 0, doubled: 0, disordered: 0, stuck: 0, broken: 0 };
  for (const { fault } of findings) counts[fault] += 1;
  return { ...now, findings, counts, staleFences: Math.min(before.staleFences, now.staleFences) };
}
