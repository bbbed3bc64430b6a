import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** One side of the comparison: two processes, the one that decides and the one that reacts. */
export interface Contender {
  readonly name: string;
  /** Where commands are posted. */
  readonly url: string;
  readonly databasePrefix: string;
  stop(): Promise<void>;
}

const here = __dirname;
const scripts = {
  ours: { source: ['ours-source.ts'], sink: ['ours-sink.ts'] },
  limit: { source: ['limit.ts', 'source'], sink: ['limit.ts', 'sink'] },
} as const;

export async function startContender(
  name: keyof typeof scripts,
  environment: Readonly<Record<string, string>>,
): Promise<Contender> {
  const databasePrefix = `bench-${name}-${process.pid}`;
  const common = {
    ...environment,
    TOPIC_PREFIX: databasePrefix,
    MONGODB_DATABASE_PREFIX: databasePrefix,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
  };
  // The sink makes the topics first: the source's relay must not wait for them.
  const sink = await start(scripts[name].sink, common);
  const source = await start(scripts[name].source, common);
  return {
    name,
    url: `http://127.0.0.1:${source.port}/pledges`,
    databasePrefix,
    stop: async () => void (await Promise.all([end(source.child), end(sink.child)])),
  };
}

async function start(script: readonly string[], environment: Record<string, string>) {
  const port = await freePort();
  const [file, ...args] = script;
  const loader = join(here, '..', '..', 'deploy', 'local', 'ts.cjs');
  const child = spawn(process.execPath, ['-r', loader, join(here, file!), ...args], {
    env: { PATH: process.env['PATH'], ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let waited = 0; waited < 600; waited += 1) {
    if (child.exitCode !== null) throw new Error(`${file} stopped while starting`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return { child, port };
    await sleep(100);
  }
  throw new Error(`${file} was not ready within a minute`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
