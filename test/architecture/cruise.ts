import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './copy-of-sources';

export interface Cruise {
  readonly modules: string[];
  readonly violations: { rule: string; from: string; to: string }[];
}

interface Answer {
  modules: { source: string }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

/** Runs the very command of `npm run check:boundaries` on a tree, and reads what it saw and what it refused. */
export function cruise(base: string): Cruise {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const folders = ['libs/*/src', 'services/*/src', 'deploy', 'test'];
  const run = spawnSync(
    process.execPath,
    [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    { cwd: base, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  if (run.error) throw run.error;
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser answered no JSON: ${run.stderr}`);
  const answer = JSON.parse(run.stdout) as Answer;
  return {
    modules: answer.modules.map((it) => it.source),
    violations: answer.summary.violations.map((it) => ({ rule: it.rule.name, from: it.from, to: it.to })),
  };
}
