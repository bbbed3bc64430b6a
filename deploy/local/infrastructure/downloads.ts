import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CannotStart } from '../cannot-start';

/** Where downloads are kept: shared by every clone on the machine, unlike the data of one clone. */
export function downloadCache(env: NodeJS.ProcessEnv = process.env): string {
  return env['PASSERELLE_CACHE'] ?? join(homedir(), '.cache', 'passerelle');
}

/**
 * Fills `folder` once. Two clones may start at the same moment: each fills a folder of its own, and the first
 * rename wins, so a folder that exists is always complete.
 */
export async function fillOnce(folder: string, fill: (draft: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${randomUUID()}`;
  await mkdir(draft, { recursive: true });
  try {
    await fill(draft);
    await mkdir(dirname(folder), { recursive: true });
    await rename(draft, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Runs a tool to its end; its last lines become the reason when it fails. `missing` is said when the tool is not there. */
export async function runTool(
  command: string,
  args: string[],
  advice: { missing: string; failed: string },
  cancelled?: AbortSignal,
): Promise<void> {
  const tool = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], signal: cancelled });
  let output = '';
  for (const stream of [tool.stdout, tool.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-2000)));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    tool.once('error', () => reject(new CannotStart(advice.missing)));
    tool.once('close', resolve);
  });
  if (code !== 0) throw new CannotStart(`${advice.failed}\n${output.trim()}`);
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
