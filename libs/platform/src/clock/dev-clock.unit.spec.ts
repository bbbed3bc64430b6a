import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clockFor } from './clock-for';
import type { Clock } from './clock';

describe('domain time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-clock-'));
  const file = join(folder, 'clock.json');
  let clock: Clock | undefined;
  afterEach(() => clock?.stop());
  afterAll(() => rmSync(folder, { recursive: true }));

  const offset = () => Math.round((clock!.now().getTime() - Date.now()) / 1000);

  it('is real time without a file', async () => {
    clock = await clockFor(undefined);
    expect(offset()).toBe(0);
  });

  it('is real time while the file is not there', async () => {
    clock = await clockFor(join(folder, 'absent.json'));
    expect(offset()).toBe(0);
  });

  it('is moved by the file from the start, and again when it changes', async () => {
    writeFileSync(file, '{"offsetMs": 86400000}');
    clock = await clockFor(file);
    expect(offset()).toBe(86_400);
    writeFileSync(file, '{"offsetMs": 3600000}');
    await sleep(600);
    expect(offset()).toBe(3_600);
    writeFileSync(file, '{"offs');
    await sleep(600);
    expect(offset()).toBe(3_600);
    rmSync(file);
    await sleep(600);
    expect(offset()).toBe(0);
  });
});
