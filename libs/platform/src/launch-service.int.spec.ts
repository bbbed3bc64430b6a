import { Controller, Get } from '@nestjs/common';
import { eventually, startSignIn, testInfrastructure, uniquePrefix, type SignIn } from '@passerelle/testing';
import mongoose from 'mongoose';
import { AccessLog } from './access-log/access-log';
import { Allow, Public } from './auth/access';
import { Caller } from './auth/caller';
import { defineService, type ServiceDefinition } from './define-service';
import { launchService } from './launch-service';
import { createLogger } from './logging/logger';
import type { RunningService } from './running-service';
import { servedFieldId } from './served-field/served-field';

@Controller('things')
class ThingsController {
  constructor(private readonly accessLog: AccessLog) {}

  @Get('open')
  @Public()
  open() {
    return { open: true };
  }

  @Get('file')
  @Allow('list', 'parked-event')
  async file(@Caller() caller: Caller) {
    await this.accessLog.record(caller, { subject: 'person', id: 'p1', why: 'open-file' });
    return this.accessLog.of('person', 'p1');
  }
}

const things = defineService({
  name: 'things',
  title: 'Choses',
  servesField: 'youth',
  compose: () => ({ controllers: [ThingsController] }),
});

describe('a service with its database and its broker', () => {
  const prefix = uniquePrefix('platform');
  const said: { level: string; msg: string }[] = [];
  const logger = createLogger('things', 'info', {
    write: (line: string) => void said.push(JSON.parse(line) as { level: string; msg: string }),
  });
  let signIn: SignIn;
  const running: RunningService[] = [];

  const launch = async (over: Record<string, string> = {}, definition: ServiceDefinition = things) => {
    const { kafkaBrokers, mongodbUri } = testInfrastructure();
    const variables = {
      NODE_ENV: 'test',
      PORT: '0',
      OIDC_ISSUER: signIn.issuer,
      KAFKA_BROKERS: kafkaBrokers,
      MONGODB_URI: mongodbUri,
      MONGODB_DATABASE_PREFIX: prefix,
      TOPIC_PREFIX: prefix,
      SERVED_TERRITORIES: '91645,91477',
    };
    const service = await launchService(definition, { ...variables, ...over }, logger);
    running.push(service);
    return service;
  };
  const get = async (service: RunningService, path: string, token?: string) => {
    const response = await fetch(service.url + path, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  const journal = async () => {
    const connection = await mongoose
      .createConnection(testInfrastructure().mongodbUri, { dbName: `${prefix}-things` })
      .asPromise();
    const entries = await connection.db!.collection('journal').find().toArray();
    await connection.close();
    return entries;
  };

  beforeAll(async () => {
    signIn = await startSignIn();
  });
  beforeEach(() => said.splice(0));
  afterEach(async () => {
    for (const service of running.splice(0)) await service.stop();
  });
  afterAll(() => signIn.stop());

  it('is ready once both answer, and announces its field once for each territory, whatever the restarts', async () => {
    const first = await launch();
    await eventually(async () =>
      expect(await get(first, '/health/ready')).toMatchObject({ status: 200, json: { status: 'ok' } }),
    );
    await eventually(async () =>
      expect((await journal()).map((entry) => entry['pending'])).toEqual([undefined, undefined]),
    );
    await first.stop();
    const second = await launch();
    await second.ready;
    const announced = await journal();
    expect(announced.map((entry) => String(entry['aggregateId'])).sort()).toEqual(
      ['91645', '91477'].map((territory) => servedFieldId('things', 'youth', territory)).sort(),
    );
    expect(announced[0]).toMatchObject({
      publication: { type: 'FieldServed', data: { field: 'youth', service: 'things' } },
    });
  });

  it('keeps who read what, with when and why', async () => {
    const service = await launch();
    await service.ready;
    const token = await signIn.issueToken({
      roles: ['administrator'],
      territories: ['91645'],
      sub: 'agent-1',
      name: 'Admin',
    });
    // Read again by a page, twice at once: the same reading.
    await Promise.all([get(service, '/things/file', token), get(service, '/things/file', token)]);
    const { json } = await get(service, '/things/file', token);
    expect(json).toEqual([
      {
        _id: expect.any(String),
        at: expect.any(String),
        territory: '91645',
        actor: 'agent-1',
        actorName: 'Admin',
        roles: ['administrator'],
        requestId: expect.any(String),
        subject: 'person',
        id: 'p1',
        personId: 'p1',
        why: 'open-file',
        minute: expect.any(Number),
      },
    ]);
  });

  it('shows parked events to administrators only', async () => {
    const service = await launch();
    await service.ready;
    const token = (roles: string[]) => signIn.issueToken({ roles, territories: ['91645'] });
    expect(await get(service, '/parked', await token(['administrator']))).toEqual({
      status: 200,
      json: { items: [], total: 0 },
    });
    expect((await get(service, '/parked', await token(['ccas-worker']))).status).toBe(403);
    expect((await get(service, '/parked')).status).toBe(401);
    const replay = await fetch(`${service.url}/parked/ccas.x%20${servedFieldId('a', 'b', 'c')}/replay`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token(['administrator'])}` },
    });
    expect(await replay.json()).toMatchObject({ status: 404, name: 'UnknownParkedEvent' });
  });

  it('does not wait for ever on an index that cannot be made', async () => {
    const broken = defineService({
      name: 'broken',
      title: 'Cassé',
      compose: ({ connection }) => ({
        indexes: async () => {
          await connection.db!.collection('things').createIndexes([{ key: { a: 1 }, name: 'same' }]);
          await connection.db!.collection('things').createIndexes([{ key: { b: 1 }, name: 'same' }]);
        },
      }),
    });
    const service = await launch({}, broken);
    await expect(service.ready).rejects.toThrow('same');
  });

  it('waits for a dead MongoDB, says so once, and stops at once when asked', async () => {
    const service = await launch({ MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=200' });
    await eventually(async () => {
      const { status, json } = await get(service, '/health/ready');
      expect(status).toBe(503);
      expect(JSON.stringify(json)).toContain('MongoDB does not answer');
    });
    expect((await get(service, '/health/live')).status).toBe(200);
    expect(await get(service, '/things/open')).toMatchObject({
      status: 503,
      json: { name: 'ServiceStarting' },
    });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(said.filter(({ msg }) => msg.includes('does not answer'))).toHaveLength(1);
    const began = performance.now();
    await service.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('serves while Kafka is dead, and says that it is not ready, and why', async () => {
    const service = await launch({ KAFKA_BROKERS: '127.0.0.1:9', TOPIC_PREFIX: uniquePrefix('dead') });
    await service.ready;
    expect(await get(service, '/things/open')).toEqual({ status: 200, json: { open: true } });
    await eventually(async () => {
      const { status, json } = await get(service, '/health/ready');
      expect(status).toBe(503);
      expect(json).toMatchObject({
        details: { mongodb: { status: 'up' }, consumer: { status: 'down', why: expect.any(String) } },
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(said.filter(({ level }) => level === 'warn' || level === 'error').length).toBeLessThanOrEqual(3);
    await service.stop();
  });
});
