import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ManagedProcess {
  readonly pid: number;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  readonly running: () => boolean;
  /** SIGTERM, then SIGKILL after the grace. */
  readonly stop: (graceMs?: number) => Promise<void>;
}

export interface ProcessToStart {
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  logFile: string;
  pidFile: string;
  /** A part of the command line that is ours alone, such as the data folder: it tells our orphan from a stranger. */
  mark: string;
}

/** Starts a process in a group of its own: Ctrl-C in the terminal must reach the launcher alone, which stops things in order. */
export function startProcess(what: ProcessToStart): ManagedProcess {
  const log = openSync(what.logFile, 'a');
  const child = spawn(what.command, what.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: what.env ?? process.env,
    cwd: what.cwd,
  });
  closeSync(log); // the child has its own
  const exited = exitOf(child);
  if (child.pid !== undefined) {
    writeFileSync(what.pidFile, JSON.stringify({ pid: child.pid, mark: what.mark }));
  }
  const running = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? -1,
    exited,
    running,
    stop: async (graceMs = 8_000) => {
      if (running()) {
        child.kill('SIGTERM');
        const late = setTimeout(() => child.kill('SIGKILL'), graceMs);
        await exited;
        clearTimeout(late);
      }
      rmSync(what.pidFile, { force: true });
    },
  };
}

function exitOf(child: ChildProcess): ManagedProcess['exited'] {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 127, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** Ends what a killed launcher left running. A pid that now belongs to somebody else is left alone. */
export async function endOrphan(pidFile: string, graceMs = 8_000): Promise<boolean> {
  const orphan = readPidFile(pidFile);
  if (!orphan) return false;
  const ours = isOurs(orphan);
  if (ours) {
    signal(orphan.pid, 'SIGTERM');
    const deadline = Date.now() + graceMs;
    while (isOurs(orphan) && Date.now() < deadline) await sleep(50);
    if (isOurs(orphan)) signal(orphan.pid, 'SIGKILL');
    while (isOurs(orphan)) await sleep(20);
  }
  rmSync(pidFile, { force: true });
  return ours;
}

interface PidFile {
  pid: number;
  mark: string;
}

export function readPidFile(pidFile: string): PidFile | undefined {
  if (!existsSync(pidFile)) return undefined;
  try {
    const content = JSON.parse(readFileSync(pidFile, 'utf8')) as PidFile;
    return Number.isInteger(content.pid) && content.pid > 1 && content.mark ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Alive, and its command line carries our mark. */
export function isOurs({ pid, mark }: PidFile): boolean {
  return commandLineOf(pid).includes(mark);
}

function commandLineOf(pid: number): string {
  if (!existsSync('/proc/self/cmdline')) {
    return spawnSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '';
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}
