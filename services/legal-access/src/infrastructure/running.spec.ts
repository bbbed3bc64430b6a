// Runs the service on real Kafka and MongoDB, with a neighbour that tells it whatever other services would. Not shipped.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parisDay } from '@passerelle/calendar';
import {
  allContracts,
  NeedIdentified,
  PartnerRegistered,
  type DataOf,
  type EventContract,
} from '@passerelle/contracts';
import { aggregateStore, publication, type Cause, type UnitOfWork } from '@passerelle/messaging';
import { defineService, launchService, signLink, type RunningService } from '@passerelle/platform';
import { eventually, startSignIn, testInfrastructure, uniquePrefix, type SignIn } from '@passerelle/testing';
import { mongo } from 'mongoose';
import { legalAccess } from '../legal-access.module';

const key = 'a key for links of at least thirty-two characters';
const DAY = 86_400_000;

type Told = { type: 'Told'; contract: string; data: Record<string, unknown> };
type ToldState = { readonly count: number };

/** Saves and publishes contracts of any service, through the same journal and relay as theirs. */
function neighbour() {
  let tell!: <C extends EventContract>(contract: C, data: DataOf<C>, cause: Cause) => Promise<void>;
  const definition = defineService({
    name: 'neighbour',
    title: 'Voisin',
    compose: ({ connection, unitOfWork }) => {
      const store = aggregateStore<Told, ToldState, Told>(connection, {
        name: 'told',
        decider: {
          initial: { count: 0 },
          decide: (command) => [command],
          evolve: ({ count }) => ({ count: count + 1 }),
        },
        publishes: {
          Told: ({ contract, data }) =>
            publication(
              allContracts.find(({ type }) => type === contract)!,
              data,
            ),
        },
      });
      tell = async (contract, data, cause) => {
        const id = String((data as Record<string, unknown>)[contract.key]);
        await run(unitOfWork, cause, (tx) =>
          store.decide(tx, id, {
            type: 'Told',
            contract: contract.type,
            data: data as Record<string, unknown>,
          }),
        );
      };
      return {};
    },
  });
  return { definition, tell: (...args: Parameters<typeof tell>) => tell(...args) };
}

const run = (unitOfWork: UnitOfWork, cause: Cause, work: Parameters<UnitOfWork['run']>[1]) =>
  unitOfWork.run(cause, work);

/** A territory of its own for each test: nothing of another one is seen there. */
export interface Town {
  readonly territory: string;
  tell<C extends EventContract>(contract: C, data: DataOf<C>): Promise<void>;
  call(
    method: string,
    path: string,
    body?: unknown,
    token?: string | null,
  ): Promise<{ status: number; body: Json }>;
  published(type: string): Promise<Entry[]>;
  /** A place open every day with one room. */
  place(change?: object): Promise<string>;
  permanence(placeId: string, change?: object): Promise<{ status: number; body: Json }>;
  partner(topics: string[], rank?: number): Promise<string>;
  request(needId: string): Promise<Json>;
}

export interface Running {
  readonly db: mongo.Db;
  readonly signIn: SignIn;
  town(): Promise<Town>;
  /** Moves the domain's clock by that many days from the real one. */
  moveClock(days: number): Promise<void>;
  now(): Date;
  link(purpose: string, claims: Record<string, string | number>, expiresAt?: Date): Promise<string>;
  stop(): Promise<void>;
}

export interface Entry {
  readonly _id: string;
  readonly aggregateId: string;
  readonly causationId: string;
  readonly correlationId: string;
  readonly data: Json;
}

/** `instances` of the service share one database and one consumer group; calls go to each in turn. */
export async function startLegalAccess(instances = 1): Promise<Running> {
  const { kafkaBrokers, mongodbUri } = testInfrastructure();
  const prefix = uniquePrefix('legal');
  const folder = await mkdtemp(join(tmpdir(), 'legal-'));
  const clockFile = join(folder, 'clock.json');
  let offsetMs = 0;
  await writeFile(clockFile, JSON.stringify({ offsetMs }));
  const signIn = await startSignIn();
  const variables = {
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    OIDC_ISSUER: signIn.issuer,
    KAFKA_BROKERS: kafkaBrokers,
    MONGODB_URI: mongodbUri,
    MONGODB_DATABASE_PREFIX: prefix,
    TOPIC_PREFIX: prefix,
    DEV_CLOCK_FILE: clockFile,
  };
  const { definition, tell } = neighbour();
  const other = await launchService(definition, variables);
  const services: RunningService[] = [];
  for (let count = 0; count < instances; count += 1) {
    services.push(await launchService(legalAccess, { ...variables, LINK_SIGNING_KEY: key }));
  }
  await Promise.all([...services, other].map(({ ready }) => ready));
  const urls = services.map(({ url }) => url);
  const client = await new mongo.MongoClient(mongodbUri).connect();
  const db = client.db(`${prefix}-legal-access`);
  let towns = 0;
  const town = async (): Promise<Town> => {
    towns += 1;
    const territory = String(90_000 + towns);
    const officer = await signIn.issueToken({
      roles: ['legal-access-officer'],
      territories: [territory],
      sub: 'nadia',
      expiresIn: 86_400,
    });
    return townOf({
      territory,
      officer,
      urls,
      db,
      tell: tell as Tell,
      now: () => new Date(Date.now() + offsetMs),
    });
  };
  return {
    db,
    signIn,
    town,
    async moveClock(days) {
      offsetMs = Math.round(days * DAY);
      await writeFile(clockFile, JSON.stringify({ offsetMs }));
      await new Promise((resolve) => setTimeout(resolve, 400));
    },
    now: () => new Date(Date.now() + offsetMs),
    link: (purpose, claims, expiresAt = new Date(Date.now() + offsetMs + 30 * DAY)) =>
      signLink(key, { purpose, ...claims, expiresAt } as never),
    async stop() {
      for (const service of services) await service.stop();
      await other.stop();
      await signIn.stop();
      await client.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Tell = (contract: EventContract, data: never, cause: Cause) => Promise<void>;

function townOf(it: {
  territory: string;
  officer: string;
  urls: readonly string[];
  db: mongo.Db;
  tell: Tell;
  now: () => Date;
}): Town {
  const { territory, officer, urls, db } = it;
  let turn = 0;
  const call: Town['call'] = async (method, path, body, token = officer) => {
    const url = urls[turn++ % urls.length]!;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const town: Town = {
    territory,
    call,
    tell: (contract, data) => it.tell(contract, data as never, { territory }),
    async published(type) {
      const where = { territory, 'publication.type': type };
      const entries = await db.collection('journal').find(where).sort({ _id: 1 }).toArray();
      return entries.map((entry) => ({ ...entry, data: entry['publication'].data }) as unknown as Entry);
    },
    async place(change = {}) {
      const id = randomUUID();
      const form = {
        id,
        name: 'Espace Descartes',
        address: '1 rue Descartes',
        openings: everyDay,
        ...change,
      };
      expect(await call('POST', '/places', form)).toMatchObject({ status: 201 });
      return id;
    },
    permanence(placeId, change = {}) {
      const from = parisDay(it.now());
      return call('POST', '/permanences', { id: randomUUID(), ...weekly, placeId, from, ...change });
    },
    async partner(topics, rank = 1) {
      const partnerId = randomUUID();
      await town.tell(PartnerRegistered, { partnerId, kind: 'mjd', topics, rank, active: true });
      await eventually(async () => {
        expect(await db.collection('partner').countDocuments({ _id: partnerId as never })).toBe(1);
      });
      return partnerId;
    },
    async request(needId) {
      return (await call('GET', `/requests/${needId}`)).body;
    },
  };
  return town;
}

/** Two slots of half an hour each day. */
const weekly = {
  profession: 'lawyer',
  rrule: 'FREQ=DAILY',
  startTime: '14:00',
  durationMinutes: 60,
  slotMinutes: 30,
  topics: ['housing-law'],
  skipPublicHolidays: false,
};

export const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:00', to: '20:00' }));

/** What tests read of answers, without saying it twice. */
export type Json = ReturnType<typeof JSON.parse>;

export const aNeed = (topic = 'housing-law', urgency: 'normal' | 'urgent' = 'normal') => ({
  needId: randomUUID(),
  personId: randomUUID(),
  field: 'legal-access',
  topic,
  urgency,
  contactedOn: '2026-11-02',
});

export const subjectOf = ({ needId, personId, field, topic }: ReturnType<typeof aNeed>) => ({
  needId,
  personId,
  field,
  topic,
});

/** One need heard and filed. */
export async function identify(town: Town, topic = 'housing-law', urgency: 'normal' | 'urgent' = 'normal') {
  const need = aNeed(topic, urgency);
  await town.tell(NeedIdentified, need);
  await eventually(async () =>
    expect(await town.request(need.needId)).toMatchObject({ needId: need.needId }),
  );
  return need;
}

/** So many, one after the other. */
export async function crowd(town: Town, topic: string, size: number) {
  const needs = [];
  for (let count = 0; count < size; count += 1) needs.push(await identify(town, topic));
  return needs;
}

export { eventually };
