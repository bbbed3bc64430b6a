import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(__dirname, '../..');

const FOLDERS = ['libs', 'services', 'deploy', 'test'];
const FILES = ['package.json', 'tsconfig.json', 'tsconfig.base.json', '.dependency-cruiser.cjs'];
const SKIPPED = new Set(['node_modules', 'dist', '.local', '.nx']);

/** Every TypeScript file of ours, as 'libs/…/x.ts'. */
export function sourceFiles(base: string = root): string[] {
  return FOLDERS.flatMap((folder) => walk(join(base, folder)))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => relative(base, file));
}

/**
 * The sources, copied where a violation can be planted without anybody building or testing it. It lies under the
 * repository, so that packages resolve as they do for the original.
 */
export function copyOfSources(): {
  path: string;
  plant: (file: string, text: string) => void;
  remove: () => void;
} {
  const kept = join(root, '.local');
  mkdirSync(kept, { recursive: true });
  const path = mkdtempSync(join(kept, 'architecture-'));
  for (const file of [...FILES, ...sourceFiles(), ...manifests()]) {
    cpSync(join(root, file), join(path, file), { recursive: true });
  }
  return {
    path,
    plant(file, text) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function manifests(): string[] {
  return ['libs', 'services'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`),
  );
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return SKIPPED.has(entry.name) ? [] : walk(path);
  });
}
