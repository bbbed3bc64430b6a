// Makes a clone ready (dependencies, build), then runs a TypeScript file or a tool of node_modules/.bin under Node 24:
//   node deploy/local/with-setup.mjs [--no-build] deploy/local/start.ts [arguments]
//   node deploy/local/with-setup.mjs jest [arguments]
// Runs on the machine's own Node (20 or later) and imports nothing but Node: nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = join(root, 'node_modules', '.bin');
const node = join(bin, 'node');

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node ${process.versions.node} is too old: Passerelle wants Node 20 or later to begin with.`);
}

const words = process.argv.slice(2);
const build = words[0] !== '--no-build';
if (!build) words.shift();
const [what, ...rest] = words;
if (!what) fail('Say what to run: a TypeScript file or the name of a tool.');

if (!installed()) install();
if (build) buildAll();
run();

/** Whether every package of the lock file is there in its version. Dates of files say nothing after a git checkout. */
function installed() {
  const lock = packagesIn('package-lock.json');
  const there = packagesIn(join('node_modules', '.package-lock.json'));
  if (!lock || !there || !existsSync(node)) return false;
  return Object.entries(lock).every(
    ([path, { version, link, optional }]) =>
      path === '' ||
      !path.startsWith('node_modules/') ||
      (there[path] ? link || there[path].version === version : optional),
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.error('Installing the dependencies (once, a minute or so)…');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...args] = [...npm, 'ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.error) fail('npm is missing: it comes with Node.');
  if (done.status !== 0) fail('The dependencies could not be installed: npm says why above.');
}

function buildAll() {
  const nx = join(bin, 'nx');
  const done = spawnSync(node, [nx, 'run-many', '-t', 'build', '--output-style=static'], {
    cwd: root,
    encoding: 'utf8',
    // Without its daemon, nx leaves nothing running behind.
    env: { ...process.env, PATH: withOurBin(), NX_DAEMON: 'false', NX_TUI: 'false' },
  });
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
    fail('The build failed: see above.');
  }
}

function run() {
  const quiet = ['--disable-warning=TimeoutNegativeWarning', '--disable-warning=ExperimentalWarning'];
  const typescript = what.endsWith('.ts');
  const program = typescript
    ? ['-r', join(root, 'deploy', 'local', 'ts.cjs'), resolve(root, what)]
    : [join(bin, what)];
  const child = spawn(node, [...quiet, ...program, ...rest], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: withOurBin(),
      NODE_OPTIONS: [
        process.env.NODE_OPTIONS,
        ...quiet,
        ...(what === 'jest' ? ['--experimental-vm-modules'] : []),
      ]
        .filter(Boolean)
        .join(' '),
    },
  });
  // The terminal and npm speak to this process: the one that does the work must hear it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm passes SIGTERM to its shell only, which dies without a word to us: its absence is the signal.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  }
  child.once('error', (error) => fail(`${what} cannot be run: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
}

function withOurBin() {
  return [bin, process.env.PATH].join(delimiter);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
