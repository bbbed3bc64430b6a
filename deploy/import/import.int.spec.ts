import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  freePort,
  startServiceProcess,
  startSignIn,
  testConsoleClient,
  uniquePrefix,
  type ServiceProcess,
  type SignIn,
} from '@passerelle/testing';
import type { Result } from './showing/result';

const root = join(__dirname, '../..');
const data = join(root, 'test/data');
const key = JSON.parse(readFileSync(join(data, 'besoins-ccas.key.json'), 'utf8')) as Result & {
  lookalikes: number;
};

let signIn: SignIn;
let folder: string;
let gateway: ServiceProcess;
let people: ServiceProcess;
let ccas: ServiceProcess;
let startPeople: () => Promise<ServiceProcess>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-import-'));
  signIn = await startSignIn();
  const prefix = uniquePrefix();
  const environment = {
    OIDC_ISSUER: signIn.issuer,
    MONGODB_DATABASE_PREFIX: prefix,
    TOPIC_PREFIX: prefix,
    SERVED_TERRITORIES: '91645,91477,91377,91345',
    LOG_LEVEL: 'warn',
    LINK_SIGNING_KEY: 'a key for links of at least thirty-two characters',
  };
  const port = String(await freePort());
  startPeople = () => startServiceProcess('people', { ...environment, PORT: port });
  [people, ccas] = await Promise.all([startPeople(), startServiceProcess('ccas', environment)]);
  gateway = await startServiceProcess('gateway', {
    ...{ OIDC_ISSUER: signIn.issuer, ...testConsoleClient, PUBLIC_URL: 'http://localhost' },
    TOPIC_PREFIX: prefix,
    SERVICE_URLS: `people=${people.url},ccas=${ccas.url}`,
    LOG_LEVEL: 'warn',
  });
});

afterAll(async () => {
  await Promise.all([gateway.stop(), people.stop(), ccas.stop()]);
  await signIn.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  readonly result: () => Result;
}

function startCommand(args: readonly string[], token: string) {
  return spawn(
    process.execPath,
    ['-r', join(root, 'deploy/local/ts.cjs'), join(__dirname, 'main.ts'), ...args],
    {
      // By the environment: the list of processes shows arguments.
      env: { PATH: process.env['PATH'], PASSERELLE_TOKEN: token },
    },
  );
}

async function runImport(file: string, territory: string): Promise<Run> {
  const token = await signIn.issueToken({
    roles: ['ccas-worker'],
    territories: [territory],
    expiresIn: 3_600,
  });
  const json = join(folder, `${Math.random()}.json`);
  const args = [
    file,
    '--territory',
    territory,
    '--gateway',
    gateway.url,
    '--json',
    json,
    '--report',
    `${json}.csv`,
  ];
  const child = startCommand(args, token);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    process: child,
    output: () => output,
    ended: new Promise((resolve) => child.once('exit', resolve)),
    result: () => JSON.parse(readFileSync(json, 'utf8')) as Result,
  };
}

async function totals(territory: string): Promise<{ needs: number; people: number }> {
  const token = await signIn.issueToken({ roles: ['ccas-worker'], territories: [territory] });
  const people = new Set<string>();
  for (let offset = 0; ; offset += 500) {
    const answer = await fetch(`${gateway.url}/api/ccas/needs?limit=500&offset=${offset}`, {
      headers: { authorization: `Bearer ${token}`, 'x-territory': territory },
    });
    const page = (await answer.json()) as { items: { personId: string }[]; total: number };
    for (const { personId } of page.items) people.add(personId);
    if (offset + 500 >= page.total) return { needs: page.total, people: people.size };
  }
}

const keyOf = ({ rows, good, bad, toClassify, people, byTopic, byField }: Result) => ({
  ...{ rows, good, bad, toClassify, people },
  byTopic: Object.fromEntries(Object.entries(byTopic).sort()),
  byField: Object.fromEntries(Object.entries(byField).sort()),
});

describe('importing the spreadsheet of the CCAS', () => {
  it('equals the key, and run twice adds nothing', async () => {
    const first = await runImport(join(data, 'besoins-ccas.csv'), '91645');
    expect([await first.ended, first.output()]).toEqual([0, expect.stringContaining('Personnes')]);
    expect(keyOf(first.result())).toEqual(keyOf(key));
    const expected = { needs: key.good + key.toClassify.length, people: key.people };
    expect(await totals('91645')).toEqual(expected);

    const second = await runImport(join(data, 'besoins-ccas.csv'), '91645');
    expect(await second.ended).toBe(0);
    expect(second.result()).toEqual(first.result());
    expect(await totals('91645')).toEqual(expected);
  }, 420_000);

  it('ends the same when the import is killed half-way, then a service while it runs again', async () => {
    const excerpt = join(folder, 'excerpt.csv');
    const lines = readFileSync(join(data, 'besoins-ccas.csv'), 'latin1').split('\r\n');
    writeFileSync(excerpt, lines.slice(0, 301).join('\r\n'), 'latin1');
    const whole = await runImport(excerpt, '91377');
    expect(await whole.ended).toBe(0);

    const killed = await runImport(excerpt, '91477');
    await needsReach(40, killed);
    killed.process.kill('SIGKILL');
    await killed.ended;
    const before = (await totals('91477')).needs;
    expect(before).toBeLessThan((await totals('91377')).needs);

    const again = await runImport(excerpt, '91477');
    await needsReach(before + 20, again);
    await people.kill();
    people = await startPeople();
    expect([await again.ended, again.output()]).toEqual([0, expect.stringContaining('Personnes')]);
    expect(again.result()).toEqual(whole.result());
    expect(await totals('91477')).toEqual(await totals('91377'));
  }, 420_000);

  it('merges nobody wrongly: twins, father and son, homonyms', async () => {
    const run = await runImport(join(data, 'import/traps.csv'), '91345');
    expect(await run.ended).toBe(0);
    const { people, doubtful, bad } = run.result();
    expect(bad).toEqual([]);
    // Eight different people, however many a worker must still recognise as one.
    expect(people).toBeGreaterThanOrEqual(9);
    expect(people).toBeLessThanOrEqual(11);
    expect(doubtful.length).toBeGreaterThanOrEqual(people - 9);
  }, 60_000);

  it('stops in one sentence when it may not write there', async () => {
    const args = [join(data, 'besoins-ccas.csv'), '--territory', '91999', '--gateway', gateway.url];
    const token = await signIn.issueToken({ roles: ['ccas-worker'], territories: ['91645'] });
    const foreign = startCommand(args, token);
    let said = '';
    foreign.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await new Promise((resolve) => foreign.once('exit', resolve))).toBe(1);
    expect(said).toContain('Vous n’avez pas le droit d’importer pour 91999.');
    expect(said).not.toContain('at ');
  }, 60_000);
});

async function needsReach(count: number, run: Run): Promise<void> {
  while ((await totals('91477')).needs < count) {
    if (run.process.exitCode !== null) throw new Error(`ended too soon:\n${run.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
