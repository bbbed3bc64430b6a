import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

// `npm run check`: everything that can be judged without starting Kafka or MongoDB, cheapest first, one line each.
// `npm run check -- lint format` runs those steps only. All steps run: one run shows all that is wrong.
const root = resolve(__dirname, '../..');
const modules = join(root, 'node_modules');
const sources = ['-r', join(__dirname, 'sources.cjs')];
const own = (file: string, ...words: string[]) => [...sources, join(__dirname, file), ...words];

interface Step {
  readonly name: string;
  readonly what: string;
  /** Each is a Node program with its arguments. */
  readonly commands: readonly (readonly string[])[];
}

const steps: readonly Step[] = [
  {
    name: 'format',
    what: 'Prettier',
    commands: [[join(modules, 'prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  },
  {
    name: 'boundaries',
    what: 'who imports whom inside services and libs',
    commands: [
      [
        join(modules, 'dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['--config', '.dependency-cruiser.cjs', 'libs/*/src', 'services/*/src', 'deploy', 'test'],
      ],
    ],
  },
  {
    name: 'contracts',
    what: 'released events are as released',
    commands: [own('contracts/main.ts', 'check')],
  },
  { name: 'docs', what: 'generated pages are up to date', commands: [own('docs/main.ts', 'check')] },
  { name: 'words', what: 'names are those of the glossary', commands: [own('words/main.ts')] },
  {
    name: 'dependencies',
    what: 'each package has its reason',
    commands: [own('dependencies/main.ts')],
  },
  {
    name: 'types',
    what: 'TypeScript',
    // The console is a browser's program: another resolution, JSX, the DOM.
    commands: ['tsconfig.json', 'services/console/tsconfig.json'].map((project) => [
      ...[join(modules, 'typescript/bin/tsc'), '-p', project, '--pretty', 'false'],
    ]),
  },
  {
    name: 'lint',
    what: 'ESLint, sizes and tags included',
    commands: [
      // Without a graph of the projects, the rule on tags skips itself, and passes.
      [join(modules, 'nx/dist/bin/nx.js'), 'show', 'projects'],
      [join(modules, 'eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
    ],
  },
  {
    name: 'teeth',
    what: 'a planted violation of each rule fails',
    commands: [
      [
        join(modules, 'jest/bin/jest.js'),
        '--selectProjects',
        'unit',
        '--testPathPatterns',
        'test/architecture',
        'deploy/check',
      ],
    ],
  },
];

function run(step: Step): string | undefined {
  const env = { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0' };
  const withModules = step.name === 'teeth' ? { NODE_OPTIONS: '--experimental-vm-modules' } : {};
  for (const command of step.commands) {
    const done = spawnSync(process.execPath, command, {
      cwd: root,
      encoding: 'utf8',
      env: { ...env, ...withModules },
    });
    const said = `${done.stdout}${done.stderr}`;
    // The rule on tags says so, and passes, when it could not look.
    if (done.status !== 0 || said.includes('The rule will be skipped')) return said;
  }
  return undefined;
}

function main(wanted: readonly string[]): void {
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No step ${unknown.join(', ')}. Steps: ${steps.map((it) => it.name).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  for (const step of steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const started = Date.now();
    const complaint = run(step);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${complaint === undefined ? '✓' : '✗'} ${step.name.padEnd(12)} ${step.what} (${seconds} s)`);
    if (complaint === undefined) continue;
    console.log(`\n${complaint.trim()}\n`);
    process.exitCode = 1;
  }
}

main(process.argv.slice(2));
