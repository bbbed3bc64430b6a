import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@passerelle/testing';
import { backoffMs, keepRunning, type KeptRunning, type Stopped } from './keep-running';
import { endOrphan, readPidFile, startProcess } from './managed-process';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-processes-'));
const pidFile = join(folder, 'example.pid');
const example = (script: string) => () =>
  Promise.resolve(
    startProcess({
      command: process.execPath,
      args: ['-e', script, '--', `--mark=${folder}`],
      logFile: join(folder, 'example.log'),
      pidFile,
      mark: `--mark=${folder}`,
    }),
  );
const forever = 'setInterval(() => undefined, 1000)';
const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const running: KeptRunning[] = [];
const keep = async (...args: Parameters<typeof keepRunning>) => {
  const kept = await keepRunning(...args);
  running.push(kept);
  return kept;
};
afterEach(async () => {
  for (const kept of running.splice(0)) await kept.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a process that is kept running', () => {
  it('starts again after it was killed, and stays down after it was stopped', async () => {
    const stops: Stopped[] = [];
    const kept = await keep(example(forever), (stopped) => stops.push(stopped));
    const first = readPidFile(pidFile)?.pid ?? 0;
    process.kill(first, 'SIGKILL');
    const second = await eventually(() => {
      const pid = readPidFile(pidFile)?.pid ?? 0;
      expect(pid).not.toBe(first);
      return pid;
    });
    expect(stops).toEqual([{ how: 'signal SIGKILL', nextTryMs: 1_000 }]);
    await kept.stop();
    expect(alive(second)).toBe(false);
    expect(readPidFile(pidFile)).toBeUndefined();
  });

  it('does not try a refused configuration again', async () => {
    const stops: Stopped[] = [];
    const kept = await keep(example('process.exit(78)'), (stopped) => stops.push(stopped));
    await eventually(() => expect(stops).toEqual([{ how: 'code 78' }]));
    await kept.stop();
  });

  it('stops while it waits to start again', async () => {
    const stops: Stopped[] = [];
    const kept = await keep(example('process.exit(1)'), (stopped) => stops.push(stopped));
    await eventually(() => expect(stops).toHaveLength(1));
    const before = performance.now();
    await kept.stop();
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('is killed when it does not obey', async () => {
    const stubborn = await example(`process.on('SIGTERM', () => console.log('no')); ${forever}`)();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await stubborn.stop(200);
    expect(readFileSync(join(folder, 'example.log'), 'utf8')).toContain('no');
    expect(alive(stubborn.pid)).toBe(false);
  });

  it('waits 1, 2, 4… and at most 30 seconds between tries', () => {
    expect([0, 1, 2, 5, 50].map(backoffMs)).toEqual([1_000, 2_000, 4_000, 30_000, 30_000]);
  });
});

describe('an orphan of a launcher that was killed', () => {
  it('is ended by its pid file', async () => {
    const orphan = await example(forever)();
    expect(await endOrphan(pidFile)).toBe(true);
    // A child of this process: it is dead, and Node buries it a moment later.
    await eventually(() => expect(alive(orphan.pid)).toBe(false));
    expect(readPidFile(pidFile)).toBeUndefined();
  });

  it('is left alone when its pid now belongs to a stranger', async () => {
    const stranger = await example(forever)();
    writeFileSync(pidFile, JSON.stringify({ pid: stranger.pid, mark: '--mark=/somewhere/else' }));
    expect(await endOrphan(pidFile)).toBe(false);
    expect(alive(stranger.pid)).toBe(true);
    await stranger.stop();
  });

  it('is nothing when there is no pid file, or a spoiled one', async () => {
    expect(await endOrphan(pidFile)).toBe(false);
    writeFileSync(pidFile, 'spoiled');
    expect(await endOrphan(pidFile)).toBe(false);
  });
});
