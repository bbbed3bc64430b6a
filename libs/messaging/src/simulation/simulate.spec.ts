// npm run simulate [-- --histories N --from SEED]: N histories from that seed on, over the processors of the machine.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runHistory } from './history.spec';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '200000' },
    from: { type: 'string', default: '1' },
    /** How many processes share the seeds, and which of them this is. */
    share: { type: 'string' },
  },
});
const [histories, from] = [Number(values.histories), Number(values.from)];

const say = (line: string) => process.stderr.write(`${line}\n`);

interface Sum {
  histories: number;
  steps: number;
  events: number;
  wrong: number;
}

async function runShare(index: number, of: number): Promise<void> {
  const sum: Sum = { histories: 0, steps: 0, events: 0, wrong: 0 };
  for (let seed = from + index; seed < from + histories; seed += of) {
    const outcome = await runHistory(seed);
    sum.histories += 1;
    sum.steps += outcome.steps;
    sum.events += outcome.events;
    if (outcome.wrong.length === 0) continue;
    sum.wrong += 1;
    say(`seed ${seed}: ${outcome.wrong.join('; ')}`);
    say(`  again: npm run simulate -- --from ${seed} --histories 1`);
    if (sum.wrong >= 10) break;
  }
  process.stdout.write(JSON.stringify(sum));
}

async function shareOut(): Promise<void> {
  const began = performance.now();
  const of = Math.min(availableParallelism(), histories);
  const sums = await Promise.all(Array.from({ length: of }, (_unused, index) => child(index, of)));
  const total = (field: keyof Sum) => sums.reduce((sum, one) => sum + one[field], 0);
  const [done, wrong] = [total('histories'), total('wrong')];
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  say(
    `${done} interleavings, ${total('steps')} steps, ${total('events')} events in ${seconds} s: ${wrong} wrong.`,
  );
  process.exitCode = wrong === 0 && done === histories ? 0 : 1;
}

function child(index: number, of: number): Promise<Sum> {
  const args = [...process.execArgv, __filename, '--share', `${index}/${of}`];
  const settings = ['--histories', String(histories), '--from', String(from)];
  const run = spawn(process.execPath, [...args, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  run.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) =>
    run.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(output) as Sum) : reject(new Error(`a share ended with ${code}`)),
    ),
  );
}

const [index, of] = (values.share ?? '').split('/').map(Number);
void (values.share ? runShare(index!, of!) : shareOut());
