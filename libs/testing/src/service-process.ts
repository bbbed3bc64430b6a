import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServiceProcess {
  url: string;
  pid: number;
  running: () => boolean;
  /** What the process wrote so far, most recent 200,000 characters. */
  logs: () => string;
  /** SIGTERM, as an operator does; resolves with the exit code when the process is gone. */
  stop: () => Promise<number | null>;
  /** SIGKILL, as a power cut does. */
  kill: () => Promise<void>;
  /** SIGSTOP and SIGCONT: a process that hangs and comes back. */
  pause: () => void;
  resume: () => void;
}

/**
 * Runs services/<name> as built (`nx run-many -t build`) in a process of its own, on a free port unless PORT is given,
 * and resolves when /health/ready says so. KAFKA_BROKERS and MONGODB_URI come from the test run.
 */
export async function startServiceProcess(
  name: string,
  env: Record<string, string> = {},
  { readyWithinMs = 60_000, waitForReady = true, root = workspaceRoot() } = {},
): Promise<ServiceProcess> {
  const main = join(root, 'services', name, 'dist', 'main.js');
  if (!existsSync(main)) throw new Error(`services/${name} is not built: npm run build.`);
  const port = env['PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, [main], {
    env: { ...inherited(), NODE_ENV: 'test', ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const service = handleOn(child, `http://127.0.0.1:${port}`);
  // A test run that ends badly must not leave services behind.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  if (waitForReady) await untilReady(name, service, readyWithinMs);
  return service;
}

function handleOn(child: ChildProcess, url: string): ServiceProcess {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-200_000)));
  }
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const running = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals) => {
    if (running()) child.kill(signal);
    return exited;
  };
  return {
    url,
    pid: child.pid ?? -1,
    running,
    logs: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  };
}

async function untilReady(name: string, service: ServiceProcess, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (service.running() && performance.now() < deadline) {
    const answer = await fetch(`${service.url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await sleep(50);
  }
  const how = service.running() ? 'was not ready in time' : 'stopped while starting';
  await service.kill();
  throw new Error(`services/${name} ${how}:\n${service.logs().slice(-4_000)}`);
}

/** What a service may inherit from the test run: nothing of a developer's own settings. */
function inherited(): Record<string, string | undefined> {
  const { PATH, HOME, TZ, KAFKA_BROKERS, MONGODB_URI } = process.env;
  return { PATH, HOME, TZ, KAFKA_BROKERS, MONGODB_URI };
}

/** The folder of nx.json, whether this runs from src (Jest) or from dist (scripts). */
export function workspaceRoot(from = __dirname): string {
  if (existsSync(join(from, 'nx.json'))) return from;
  if (dirname(from) === from) throw new Error('No nx.json above this file.');
  return workspaceRoot(dirname(from));
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
