import { transformSync, type Options } from '@swc/core';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspaceRoot } from '@passerelle/testing';
import type { Break, Change } from './break';

/**
 * A copy of libs/messaging with one protection switched off, compiled for this run alone. Returns the script that makes a
 * process use it in place of the real one.
 */
export function buildBroken(name: string, { changes }: Break): string {
  const source = join(workspaceRoot(), 'libs', 'messaging', 'src');
  const target = join(workspaceRoot(), 'test', 'faults', '.broken', name);
  const options = JSON.parse(readFileSync(join(workspaceRoot(), '.swcrc'), 'utf8')) as Options;
  rmSync(target, { recursive: true, force: true });
  const left = new Set(changes);
  for (const file of sourcesOf(source)) {
    const ours = changes.filter((change) => change.file === file);
    const text = ours.reduce(changed, readFileSync(join(source, file), 'utf8'));
    for (const change of ours) left.delete(change);
    const output = join(target, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(
      output,
      transformSync(text, { ...options, swcrc: false, filename: file, sourceMaps: false }).code,
    );
  }
  for (const { file } of left)
    throw new Error(`libs/messaging/src/${file} is gone: the break ${name} must follow`);
  const preload = join(target, 'resolve-broken.cjs');
  copyFileSync(join(__dirname, 'resolve-broken.cjs'), preload);
  return preload;
}

/** A break that no longer fits the code would switch nothing off, and prove nothing. */
export function changed(text: string, { file, from, to }: Change): string {
  const times = text.split(from).length - 1;
  if (times !== 1) throw new Error(`${file} has ${times} times, and not once: ${from}`);
  return text.replace(from, () => to);
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
}
