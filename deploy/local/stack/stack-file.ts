import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endOrphan, isOurs, readPidFile } from '../infrastructure/managed-process';
import { writeJson } from '../kept-json';

/** Services are started with this argument, which they ignore: their command line says whose stack they are of. */
export const stackMark = (dataDir: string) => `--stack=${dataDir}`;

const launcherMark = join('deploy', 'local', 'start.ts');
const launcherFile = (dataDir: string) => join(dataDir, 'run', 'launcher.pid');

export function claimStack(dataDir: string): void {
  writeJson(launcherFile(dataDir), { pid: process.pid, mark: launcherMark });
}

export function releaseStack(dataDir: string): void {
  rmSync(launcherFile(dataDir), { force: true });
}

/** The pid of the launcher whose stack runs on this data, if there is one. */
export function runningLauncher(dataDir: string): number | undefined {
  const found = readPidFile(launcherFile(dataDir));
  return found && found.pid !== process.pid && isOurs(found) ? found.pid : undefined;
}

/** Ends everything that a killed launcher left running: services first, then Kafka and MongoDB. Returns how many. */
export async function endOrphans(dataDir: string): Promise<number> {
  const services = pidFiles(join(dataDir, 'run')).filter((file) => file !== launcherFile(dataDir));
  const infrastructure = ['kafka', 'mongodb'].flatMap((name) => pidFiles(join(dataDir, name)));
  let ended = 0;
  for (const group of [services, infrastructure]) {
    const outcomes = await Promise.all(group.map((file) => endOrphan(file, 6_000)));
    ended += outcomes.filter(Boolean).length;
  }
  return ended;
}

function pidFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pid'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
