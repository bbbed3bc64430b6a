import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(__dirname, '../..');

const FOLDERS = ['libs', 'services', 'deploy', 'test'];
const FILES = ['package.json', 'tsconfig.json', 'tsconfig.base.json', '.dependency-cruiser.cjs'];
const SKIPPED = new Set(['node_modules', 'dist', '.local', '.nx']);

/** Every TypeScript file of ours, as 'libs/…/x.ts' or 'services/console/…/x.tsx'. */
export function sourceFiles(base: string = root): string[] {
  return FOLDERS.flatMap((folder) => walk(join(base, folder)))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => relative(base, file));
}

/**
 * The sources, copied where a violation can be planted without anybody building or testing it: outside the
 * repository, since Jest refuses two packages of one name; the packages are those of the original.
 */
export function copyOfSources(): {
  path: string;
  plant: (file: string, text: string) => void;
  remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'passerelle-architecture-'));
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
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
