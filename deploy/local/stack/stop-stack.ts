import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../cannot-start';
import type { StackSettings } from './settings';
import { endOrphans, runningLauncher } from './stack-file';

/** Stops a stack from another shell, and what a killed one left behind. Says what it did. */
export async function stopStack({ dataDir }: StackSettings): Promise<string> {
  const launcher = runningLauncher(dataDir);
  if (launcher) {
    process.kill(launcher, 'SIGTERM');
    const deadline = Date.now() + 20_000;
    while (runningLauncher(dataDir) === launcher) {
      if (Date.now() > deadline)
        throw new CannotStart(`Process ${launcher} does not stop: kill -9 ${launcher}.`);
      await sleep(100);
    }
  }
  const orphans = await endOrphans(dataDir);
  if (launcher) return 'Passerelle is stopped.';
  return orphans
    ? `What a killed run had left is stopped (${orphans} processes).`
    : 'Passerelle was not running.';
}
