import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../cannot-start';
import { type KeptRunning, keepRunning, type Stopped } from '../infrastructure/keep-running';
import { startProcess } from '../infrastructure/managed-process';
import type { StackSecrets } from './secrets';
import { type Running, type ServiceName, mainOf, serviceEnvironment } from './service-environment';
import type { StackSettings } from './settings';
import { stackMark } from './stack-file';

export interface RunningServices {
  stop: () => Promise<void>;
}

const triesBeforeReady = 3;
const readyWithinMs = 120_000;
const logLimitBytes = 5_000_000;

/** Each service in a process of its own, started again when it dies; resolves when every one says that it is ready. */
export async function startServices(
  names: ServiceName[],
  settings: StackSettings,
  secrets: StackSecrets,
  running: Running,
  say: (sentence: string) => void,
  cancelled: AbortSignal,
): Promise<RunningServices> {
  for (const folder of ['logs', 'run']) mkdirSync(join(settings.dataDir, folder), { recursive: true });
  const stops = new Map<ServiceName, Stopped[]>();
  const kept: KeptRunning[] = [];
  const stop = async () => {
    await Promise.all(kept.map((service) => service.stop(6_000)));
  };
  for (const name of names) {
    const logFile = join(settings.dataDir, 'logs', `${name}.log`);
    setAsideLongLog(logFile);
    const environment = serviceEnvironment(name, names, settings, secrets, running);
    const start = () =>
      Promise.resolve(
        startProcess({
          command: process.execPath,
          args: ['--enable-source-maps', mainOf(name), stackMark(settings.dataDir)],
          env: { ...process.env, NODE_OPTIONS: '--disable-warning=TimeoutNegativeWarning', ...environment },
          logFile,
          pidFile: join(settings.dataDir, 'run', `${name}.pid`),
          mark: stackMark(settings.dataDir),
        }),
      );
    kept.push(
      await keepRunning(start, (stopped) => {
        stops.set(name, [...(stops.get(name) ?? []), stopped]);
        say(stoppedSentence(name, stopped, relative(process.cwd(), logFile)));
      }),
    );
  }
  try {
    await untilReady(names, settings, stops, cancelled);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

function stoppedSentence(name: ServiceName, { how, nextTryMs }: Stopped, log: string): string {
  const next = nextTryMs === undefined ? 'not started again' : `started again in ${nextTryMs / 1000} s`;
  return `${name} stopped (${how}), ${next}: ${log} says why.`;
}

async function untilReady(
  names: ServiceName[],
  settings: StackSettings,
  stops: Map<ServiceName, Stopped[]>,
  cancelled: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + readyWithinMs;
  let waiting = names;
  while (waiting.length > 0) {
    cancelled.throwIfAborted();
    const hopeless = waiting.find((name) => {
      const history = stops.get(name) ?? [];
      const last = history.at(-1);
      return last && (history.length >= triesBeforeReady || last.nextTryMs === undefined);
    });
    const late = performance.now() > deadline;
    if (hopeless || late) {
      const which = hopeless ?? waiting.join(', ');
      const log = join(relative(process.cwd(), settings.dataDir), 'logs', `${hopeless ?? waiting[0]}.log`);
      throw new CannotStart(
        `${which} ${late ? 'is not ready after two minutes' : 'does not start'}: ${log} says why.`,
      );
    }
    const answers = await Promise.all(waiting.map((name) => isReady(settings.ports[name])));
    waiting = waiting.filter((_name, index) => !answers[index]);
    if (waiting.length > 0) await sleep(100);
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(2_000),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

function setAsideLongLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimitBytes) renameSync(file, `${file}.1`);
}
