import { startSignIn, testInfrastructure, type SignIn } from '@passerelle/testing';
import { MongoClient } from 'mongodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { newPrefix, startProcess, type BenchProcess } from '../bench/contender';
import { Effects } from '../bench/effects';
import { newPledge, post } from '../bench/load';
import { territory } from '../bench/pledge';
import { startOwnBroker, type OwnBroker } from './broker.spec';
import { startRawPath } from './raw-path.spec';

const takenOverWithinMs = 8_000;
const moreThanRawMs = 1_000;

describe('what a killed part costs those who wait for an effect', () => {
  jest.setTimeout(240_000);
  let broker: OwnBroker;
  let signIn: SignIn;
  let client: MongoClient;
  let token: string;
  const running: BenchProcess[] = [];

  beforeAll(async () => {
    [broker, signIn] = await Promise.all([startOwnBroker(), startSignIn()]);
    client = await new MongoClient(testInfrastructure().mongodbUri).connect();
    token = await signIn.issueToken({ roles: ['ccas-worker'], territories: [territory], expiresIn: 7_200 });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.end()));
  });
  afterAll(async () => {
    await client.close();
    await Promise.all([broker.stop(), signIn.stop()]);
  });

  const start = async (role: 'source' | 'sink', prefix: string) => {
    const one = await startProcess('ours', role, prefix, {
      KAFKA_BROKERS: broker.address,
      MONGODB_URI: testInfrastructure().mongodbUri,
      OIDC_ISSUER: signIn.issuer,
      SERVED_TERRITORIES: territory,
      KAFKA_SESSION_TIMEOUT_MS: '3000',
    });
    running.push(one);
    return one;
  };
  const effectsOf = (prefix: string) => Effects.open(client.db(`${prefix}-legal-access`));

  /** Forty commands a second for so long; answers, in milliseconds, by id. */
  async function commands(source: BenchProcess, seconds: number): Promise<Map<string, number>> {
    const answered = new Map<string, number>();
    const sent: Promise<unknown>[] = [];
    const ends = performance.now() + seconds * 1_000;
    while (performance.now() < ends) {
      const body = newPledge();
      const answer = post(`http://127.0.0.1:${source.port}/pledges`, token, body);
      sent.push(answer.then(() => answered.set(body.id, performance.now())));
      await sleep(25);
    }
    await Promise.all(sent);
    return answered;
  }

  async function longestWait(answered: Map<string, number>, effects: Effects): Promise<number> {
    const seen = await effects.all([...answered.keys()]);
    await effects.close();
    return Math.max(...[...answered].map(([id, at]) => seen.get(id)! - at));
  }

  /** Commands go to an instance that lives on. */
  async function waitWhenKilled(prefix: string, killed: BenchProcess, source: BenchProcess): Promise<number> {
    const effects = await effectsOf(prefix);
    await commands(source, 3);
    const load = commands(source, 7);
    await sleep(500);
    killed.child.kill('SIGKILL');
    return longestWait(await load, effects);
  }

  it('an instance that reads is replaced within 8 s', async () => {
    const prefix = newPrefix('ours');
    const killed = await start('sink', prefix);
    await start('sink', prefix);
    const wait = await waitWhenKilled(prefix, killed, await start('source', prefix));
    say(`a reading instance was killed: the longest wait was ${wait.toFixed(0)} ms`);
    expect(wait).toBeLessThan(takenOverWithinMs);
    expect(wait).toBeGreaterThan(1_000);
  });

  it('the instance that publishes is replaced within 8 s', async () => {
    const prefix = newPrefix('ours');
    await start('sink', prefix);
    const leader = await start('source', prefix);
    const wait = await waitWhenKilled(prefix, leader, await start('source', prefix));
    say(`the publishing instance was killed: the longest wait was ${wait.toFixed(0)} ms`);
    expect(wait).toBeLessThan(takenOverWithinMs);
    expect(wait).toBeGreaterThan(1_000);
  });

  it('a killed broker costs at most a second more than raw kafkajs', async () => {
    const prefix = newPrefix('ours');
    await start('sink', prefix);
    const source = await start('source', prefix);
    const raw = await startRawPath(broker.address, `${prefix}.raw`);
    const effects = await effectsOf(prefix);
    const load = commands(source, 25);
    await sleep(2_000);
    const killedAt = performance.now();
    await broker.killAndRestart();
    const rawMs = (await raw.firstHeardAfter(killedAt)) - killedAt;
    const answered = await load;
    const seen = await effects.all([...answered.keys()]);
    const after = [...answered].filter(([, at]) => at > killedAt).map(([id]) => seen.get(id)!);
    const oursMs = Math.min(...after) - killedAt;
    await Promise.all([raw.stop(), effects.close()]);
    say(
      `the broker was killed: raw kafkajs went on after ${rawMs.toFixed(0)} ms, ours ${oursMs.toFixed(0)} ms`,
    );
    expect(oursMs).toBeLessThan(rawMs + moreThanRawMs);
  });
});

const say = (line: string) => process.stderr.write(`  ${line}\n`);
