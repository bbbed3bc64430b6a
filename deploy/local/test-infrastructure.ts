import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphan } from './infrastructure/managed-process';
import { freePort } from './infrastructure/free-port';
import type { Infrastructure } from './infrastructure/infrastructure';
import { startInfrastructure } from './infrastructure/start-infrastructure';

const prefix = 'passerelle-test-';

/** Kafka and MongoDB for one run of the tests: free ports and a folder of its own, beside a running stack. */
export async function startTestInfrastructure(): Promise<Infrastructure> {
  await sweepKilledRuns();
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(dataDir, 'owner'), String(process.pid));
  return startInfrastructure({
    dataDir,
    kafkaPort: await freePort(),
    mongoPort: await freePort(),
    keepData: false,
  });
}

/** A run of the tests that was killed leaves its broker and database running: end them, delete their data. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = existsSync(join(folder, 'owner')) ? Number(readFileSync(join(folder, 'owner'), 'utf8')) : 0;
    if (!owner || alive(owner)) continue;
    await endOrphan(join(folder, 'kafka', 'kafka.pid'), 2_000);
    await endOrphan(join(folder, 'mongodb', 'mongod.pid'), 2_000);
    await rm(folder, { recursive: true, force: true });
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
