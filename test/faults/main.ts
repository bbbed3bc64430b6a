// npm run faults -- --seed N --minutes M [--strikes N] [--per-second N] [--json FILE] [--enough] [--break NAME]: see README.md.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faultsIn } from './breach';
import { breaks, isBreak } from './breaks/breaks';
import { buildBroken } from './breaks/build-broken';
import { report } from './checker/report';
import { tooLittle } from './enough';
import { startHouse, type House } from './house/house';
import { run } from './run';
import { runBroken } from './run-broken';
import { summary } from './summary';
import type { Outcome } from './town';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    strikes: { type: 'string' },
    'per-second': { type: 'string', default: '36' },
    json: { type: 'string' },
    break: { type: 'string' },
    enough: { type: 'boolean', default: false },
    'log-level': { type: 'string', default: 'warn' },
  },
});

const beginning = performance.now();
const say = (sentence: string) =>
  console.log(`${((performance.now() - beginning) / 1_000).toFixed(1).padStart(6)} s  ${sentence}`);

async function main(): Promise<number> {
  const name = values.break;
  if (name !== undefined && !isBreak(name))
    throw new Error(`--break is one of ${Object.keys(breaks).join(', ')}`);
  const minutes = Number(values.minutes ?? (name ? 2 : 8));
  const options = { seed: Number(values.seed), perSecond: Number(values['per-second']), minutes, say };
  const strikes = Number(values.strikes ?? Math.ceil(minutes * 8));
  const preloads = name ? [buildBroken(name, breaks[name])] : [];
  if (name) say(`broken on purpose: ${breaks[name].what}`);
  const house = await startHouse({ say, preloads, logLevel: values['log-level'] });
  let red = true;
  try {
    const outcome = name
      ? await runBroken(house, { ...options, break: breaks[name] })
      : await run(house, { ...options, strikes });
    const missing = values.enough ? tooLittle(outcome, minutes) : [];
    red = faultsIn(outcome.verdict) + missing.length > 0;
    tell(house, outcome, options);
    for (const what of missing) console.log(`too little to prove anything: ${what}`);
  } finally {
    await house.stop(red && !name);
    if (red && !name) say(`the services' logs are in ${house.folder}`);
  }
  return red ? 1 : 0;
}

function tell(house: House, outcome: Outcome, { seed, minutes }: { seed: number; minutes: number }): void {
  const { verdict, ledger, strikes } = outcome;
  console.log(`\n${report(verdict, ledger, strikes, minutes, seed)}`);
  for (const end of house.ownEnds) console.log(`ended by itself: ${end}`);
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify(summary(outcome, seed, minutes), null, 2)}\n`);
}

// A second signal must not cut off the ending of what was started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
void main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
