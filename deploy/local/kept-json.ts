import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The content of a JSON file that only its owner may read; made once if it is not there. */
export async function keptJson<T>(folder: string, name: string, make: () => T | Promise<T>): Promise<T> {
  const file = join(folder, name);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const content = await make();
  writeJson(file, content);
  return content;
}

/** Whole or not at all: a reader never sees half a file. */
export function writeJson(file: string, content: unknown): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  renameSync(draft, file);
}
