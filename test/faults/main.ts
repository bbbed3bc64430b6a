// npm run faults -- --seed N --minutes M [--strikes N] [--per-second N] [--json FILE] [--break NAME]: see README.md.
import { parseArgs } from 'node:util';
import { startHouse } from './house/house';
import { underFire } from './run';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '8' },
    strikes: { type: 'string' },
    'per-second': { type: 'string', default: '40' },
    json: { type: 'string' },
    break: { type: 'string' },
  },
});

const beginning = performance.now();
const say = (sentence: string) =>
  console.log(`${((performance.now() - beginning) / 1_000).toFixed(1).padStart(6)} s  ${sentence}`);

async function main(): Promise<number> {
  const minutes = Number(values.minutes);
  const options = {
    ...{ seed: Number(values.seed), minutes, say, preloads: [] },
    strikes: Number(values.strikes ?? Math.ceil(minutes * 8)),
    perSecond: Number(values['per-second']),
  };
  const house = await startHouse({ say });
  let keep = true;
  try {
    const { strikes, stuck, ledger } = await underFire(options, house);
    console.log(strikes, stuck, ledger.accepted.length, ledger.refused, ledger.unexpected, house.ownEnds);
    return 0;
  } finally {
    await house.stop(keep);
    say(house.folder);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
void main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
