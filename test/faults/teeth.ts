// npm run faults:teeth [-- --only inbox,fence]: one protection off at a time; the checker must see it within a minute.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { breaks, isBreak } from './breaks/breaks';

const withinSeconds = 60;
const { values } = parseArgs({
  options: { only: { type: 'string' }, seed: { type: 'string', default: '1' } },
});

/** Seconds from the first strike to red; undefined when it stayed green or could not run. */
function secondsToRed(name: string): Promise<number | undefined> {
  const args = [...process.execArgv, join(__dirname, 'main.ts'), '--break', name, '--seed', values.seed];
  const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  run.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  return new Promise((resolve) =>
    run.once('close', (code) => {
      const seconds = /red (\d+(?:\.\d+)?) s after the first strike/.exec(output)?.[1];
      resolve(code === 1 && seconds !== undefined ? Number(seconds) : undefined);
    }),
  );
}

async function main(): Promise<number> {
  const names = (values.only?.split(',') ?? Object.keys(breaks)).filter(isBreak);
  const lines: string[] = [];
  let toothless = 0;
  for (const name of names) {
    const seconds = await secondsToRed(name);
    const isSeen = seconds !== undefined && seconds <= withinSeconds;
    if (!isSeen) toothless += 1;
    const verdict = seconds === undefined ? 'NOT SEEN' : `red after ${seconds.toFixed(1)} s`;
    lines.push(`  ${name.padEnd(12)}${verdict}${isSeen ? '' : `, more than the ${withinSeconds} s allowed`}`);
  }
  process.stdout.write(`\nProtections switched off:\n${lines.join('\n')}\n`);
  return toothless;
}

void main().then((toothless) => process.exit(toothless === 0 ? 0 : 1));
