// npm run bench [-- --rounds N --backlog N --only SECTION --json FILE]: our whole path against the same durable work by hand.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withBench, type Bench, type Settings } from './bench';
import { print, reportOf } from './gates';
import type { Section } from './section';
import { backlog } from './sections/backlog';
import { bare } from './sections/bare';
import { instances } from './sections/instances';
import { latency } from './sections/latency';
import { nest } from './sections/nest';
import { polling } from './sections/polling';
import { relay } from './sections/relay';
import { throughput } from './sections/throughput';
import { say } from './statistics';

const sections: Readonly<Record<string, (bench: Bench) => Promise<Section>>> = {
  bare,
  throughput,
  latency,
  backlog,
  relay,
  nest,
  polling,
  instances,
};

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    backlog: { type: 'string', default: '100000' },
  },
});

const settings: Settings = {
  rounds: Number(values.rounds),
  backlog: Number(values.backlog),
  commands: 4_000,
  atOnce: 64,
  perSecond: 200,
  seconds: 5,
};

async function main(): Promise<void> {
  const { only } = values;
  if (only && !sections[only]) throw new Error(`--only takes one of: ${Object.keys(sections).join(', ')}`);
  const chosen = only ? [only] : Object.keys(sections);
  const found: Section[] = [];
  await withBench(settings, async (bench) => {
    for (const name of chosen) found.push(await sections[name]!(bench));
  });
  const report = reportOf(found);
  const figures = Object.assign({}, ...found.map((section) => section.figures)) as object;
  say(JSON.stringify(figures, null, 2));
  print(report);
  if (values.json) {
    const { rounds } = settings;
    writeFileSync(values.json, `${JSON.stringify({ ...report, ...figures, rounds }, null, 2)}\n`);
  }
}

void main();
