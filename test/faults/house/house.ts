import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startInbox, startSignIn, type Inbox, type SignIn } from '@passerelle/testing';
import { startKafka } from '../../../deploy/local/infrastructure/kafka';
import { startMongod } from '../../../deploy/local/infrastructure/mongod';
import { writeJson } from '../../../deploy/local/kept-json';
import type { Link } from '../proxy/link';
import type { Where } from '../types';
import { environmentOf, territory } from './environment';
import { Instance } from './instance';
import { linksOf, nameOf } from './links';
import { planHouse, type HousePlan } from './plan';
import { Supervised } from './supervised';

export const prefix = 'faults';

export interface House {
  /** Holds the data and each process's log. */
  readonly folder: string;
  readonly kafka: Supervised;
  readonly mongod: Supervised;
  readonly instances: readonly Instance[];
  readonly links: readonly Link[];
  readonly inbox: Inbox;
  readonly gatewayUrl: string;
  readonly tokenFor: (role: string) => Promise<string>;
  /** Past the proxies. */
  readonly where: Where;
  /** Processes that ended though nobody struck them. */
  readonly ownEnds: readonly string[];
  /** Those that have not said that they are ready since that moment of the monotonic clock. */
  readonly notReadySince: (moment: number) => readonly string[];
  /** The services' time goes forward by so much, once. */
  readonly pass: (seconds: number) => Promise<void>;
  /** `keep` the folder for whoever looks for the cause. */
  readonly stop: (keep: boolean) => Promise<void>;
}

export interface HouseOptions {
  readonly preloads?: readonly string[];
  readonly logLevel?: string;
  readonly say: (sentence: string) => void;
}

/** Real servers, and two instances of each service, every connection through a link of its own. */
export async function startHouse({ preloads = [], logLevel = 'warn', say }: HouseOptions): Promise<House> {
  const [folder, plan, signIn, inbox] = await Promise.all([
    mkdtemp(join(tmpdir(), 'passerelle-faults-')),
    planHouse(),
    startSignIn(),
    startInbox(),
  ]);
  const ownEnds: string[] = [];
  const onOwnEnd = (name: string) => (how: string) => {
    ownEnds.push(`${name}: ${how}`);
    say(`${name} ended by itself (${how})`);
  };
  const servers = serversOf(plan, folder, onOwnEnd);
  const gatewayUrl = `http://127.0.0.1:${plan.agentsPort}`;
  const clockFile = join(folder, 'clock.json');
  const shared = { prefix, issuer: signIn.issuer, publicUrl: gatewayUrl, logLevel, clockFile };
  const instances = plan.instances.map(
    (planned) =>
      new Instance({
        ...{ service: planned.service, number: planned.number, port: planned.port, folder, preloads },
        environment: environmentOf(planned, shared),
        onOwnEnd: onOwnEnd(nameOf(planned)),
      }),
  );
  const links = linksOf({
    plan,
    smtpPort: Number(new URL(inbox.url).port),
    targetsOf: (service) => instances.filter((instance) => instance.service === service),
  });
  const house: House = {
    ...{ folder, ...servers, instances, links, inbox, gatewayUrl, ownEnds },
    tokenFor: tokensOf(signIn),
    where: {
      mongodbUri: `mongodb://127.0.0.1:${plan.mongoPort}/?replicaSet=passerelle`,
      kafkaBrokers: [`127.0.0.1:${plan.kafkaPort}`],
      ...{ prefix, mails: () => inbox.messages() },
    },
    notReadySince: (moment) => instances.filter(({ readyAt }) => readyAt < moment).map(({ name }) => name),
    pass: async (seconds) => {
      writeJson(clockFile, { offsetMs: seconds * 1_000 });
      await sleep(1_000);
    },
    stop: async (keep) => {
      await Promise.all(instances.map((instance) => instance.stop()));
      await Promise.all([servers.kafka.stop(), servers.mongod.stop(), ...links.map((link) => link.close())]);
      await Promise.all([signIn.stop(), inbox.stop()]);
      if (!keep) await rm(folder, { recursive: true, force: true });
    },
  };
  // A harness that ends badly must not leave processes behind.
  process.once('exit', () => {
    for (const one of [servers.kafka, servers.mongod, ...instances.map((instance) => instance.process)])
      one.endNow();
  });
  await open(house, say);
  return house;
}

function serversOf(plan: HousePlan, folder: string, onOwnEnd: (name: string) => (how: string) => void) {
  const extraListeners = plan.instances.flatMap(({ kafkaListener, links }) => {
    const advertisedPort = links.get('Kafka');
    return advertisedPort === undefined ? [] : [{ port: kafkaListener, advertisedPort }];
  });
  return {
    kafka: new Supervised({
      ...{ name: 'Kafka', pidFile: join(folder, 'kafka', 'kafka.pid'), onOwnEnd: onOwnEnd('Kafka') },
      launch: (cancelled) => startKafka(join(folder, 'kafka'), plan.kafkaPort, cancelled, extraListeners),
    }),
    mongod: new Supervised({
      ...{ name: 'MongoDB', pidFile: join(folder, 'mongodb', 'mongod.pid'), onOwnEnd: onOwnEnd('MongoDB') },
      launch: (cancelled) => startMongod(join(folder, 'mongodb'), plan.mongoPort, cancelled),
    }),
  };
}

async function open(house: House, say: (sentence: string) => void): Promise<void> {
  const { kafka, mongod, instances, links } = house;
  try {
    await Promise.all([kafka.start(), mongod.start(), ...links.map((link) => link.open())]);
    say('Kafka and MongoDB serve; the services start');
    const beginning = performance.now();
    await Promise.all(instances.map((instance) => instance.start()));
    while (house.notReadySince(beginning).length > 0) {
      if (performance.now() - beginning > 120_000)
        throw new Error(`not ready after two minutes: ${house.notReadySince(beginning).join(', ')}`);
      await sleep(200);
    }
  } catch (error) {
    await house.stop(true);
    throw new Error(`${(error as Error).message}; logs in ${house.folder}`, { cause: error });
  }
}

/** One token a role, renewed well before it ends. */
function tokensOf(signIn: SignIn): (role: string) => Promise<string> {
  const known = new Map<string, { token: Promise<string>; until: number }>();
  return (role) => {
    const now = Date.now();
    const kept = known.get(role);
    if (kept && kept.until > now) return kept.token;
    const token = signIn.issueToken({ roles: [role], territories: [territory], expiresIn: 7_200 });
    known.set(role, { token, until: now + 3_600_000 });
    return token;
  };
}
