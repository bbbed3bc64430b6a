import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const scripts = {
  ours: { source: ['ours-source.ts'], sink: ['ours-sink.ts'] },
  limit: { source: ['limit/source.ts'], sink: ['limit/sink.ts'] },
  polling: { source: ['limit/source.ts', 'poll'], sink: ['limit/sink.ts'] },
  nest: { source: ['nest/source.ts'], sink: ['nest/sink.ts'] },
} as const;

export type ContenderName = keyof typeof scripts;
export type Environment = Readonly<Record<string, string>>;

/** One side of a comparison: two processes, the one that decides and the one that reacts. */
export interface Contender {
  readonly name: ContenderName;
  /** Where commands are posted. */
  readonly url: string;
  readonly prefix: string;
  readonly source: BenchProcess;
  stop(): Promise<void>;
}

export interface BenchProcess {
  readonly port: number;
  readonly child: ChildProcess;
  end(): Promise<void>;
}

let started = 0;

/** Names topics and databases: every contender begins with empty ones. */
export function newPrefix(name: ContenderName): string {
  started += 1;
  return `bench-${name}-${process.pid}-${started}`;
}

/** Its topics exist already. */
export async function startContender(
  name: ContenderName,
  prefix: string,
  environment: Environment,
  preload: readonly string[] = [],
): Promise<Contender> {
  const sink = await startProcess(name, 'sink', prefix, environment);
  const source = await startProcess(name, 'source', prefix, environment, preload);
  return {
    name,
    prefix,
    source,
    url: `http://127.0.0.1:${source.port}/pledges`,
    stop: async () => void (await Promise.all([source.end(), sink.end()])),
  };
}

export async function startProcess(
  name: ContenderName,
  role: 'source' | 'sink',
  prefix: string,
  environment: Environment,
  preload: readonly string[] = [],
): Promise<BenchProcess> {
  const port = await freePort();
  const [file, ...args] = scripts[name][role];
  const loaders = [join(__dirname, '..', '..', 'deploy', 'local', 'ts.cjs'), ...preload];
  const child = fork(join(__dirname, file!), args, {
    execArgv: [
      ...(process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? []),
      ...loaders.flatMap((loader) => ['-r', loader]),
    ],
    env: {
      PATH: process.env['PATH'],
      ...environment,
      TOPIC_PREFIX: prefix,
      MONGODB_DATABASE_PREFIX: prefix,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      // kafkajs 2 on Node 24 counts a timeout from 1970: harmless.
      NODE_NO_WARNINGS: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  for (let waited = 0; waited < 1_200; waited += 1) {
    if (child.exitCode !== null) throw new Error(`${file} stopped while starting`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return { child, port, end: () => end(child) };
    await sleep(50);
  }
  throw new Error(`${file} was not ready within a minute`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(late);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
