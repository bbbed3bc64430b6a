import { Body, Controller, Get, Post } from '@nestjs/common';
import { eventually, startSignIn, testInfrastructure, uniquePrefix } from '@passerelle/testing';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { z } from 'zod';
import { AccessLog } from './access-log/access-log';
import { Allow, Public } from './auth/access';
import { defineService } from './define-service';
import { launchService } from './launch-service';
import { createLogger } from './logging/logger';
import type { RunningService } from './running-service';

@Controller('things')
class ThingsController {
  constructor(private readonly accessLog: AccessLog) {}

  @Get()
  @Public()
  async things() {
    return { read: (await this.accessLog.of('person', 'nobody')).length };
  }

  @Post()
  @Allow('list', 'parked-event')
  keep(@Body({ schema: z.strictObject({}) }) body: object) {
    return body;
  }
}

/** The way to mongod, which can be cut. */
async function cuttableWay(uri: string) {
  const { hostname, port } = new URL(uri.replace('mongodb://', 'http://'));
  const sockets = new Set<Socket>();
  const make = () =>
    createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) {
        sockets.add(socket);
        socket
          .on('error', () => undefined)
          .on('close', () => (near.destroy(), far.destroy(), sockets.delete(socket)));
      }
      near.pipe(far).pipe(near);
    });
  let server: Server = make();
  const listen = (at: number) => new Promise<void>((done) => server.listen(at, '127.0.0.1', done));
  await listen(0);
  const at = (server.address() as AddressInfo).port;
  return {
    uri: `mongodb://127.0.0.1:${at}/?directConnection=true`,
    async cut() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      server = make();
      await listen(at);
    },
  };
}

describe('a service whose database goes away and comes back', () => {
  it('waits at start, serves, says 503 while it is cut off, and serves again by itself', async () => {
    const signIn = await startSignIn();
    const { kafkaBrokers, mongodbUri } = testInfrastructure();
    const way = await cuttableWay(mongodbUri);
    await way.cut();
    const prefix = uniquePrefix('outage');
    const said: string[] = [];
    const logger = createLogger('things', 'info', { write: (line) => void said.push(line) });
    const service: RunningService = await launchService(
      defineService({
        name: 'things',
        title: 'Choses',
        compose: () => ({ controllers: [ThingsController] }),
      }),
      {
        NODE_ENV: 'test',
        PORT: '0',
        OIDC_ISSUER: signIn.issuer,
        KAFKA_BROKERS: kafkaBrokers,
        MONGODB_URI: way.uri,
        MONGODB_DATABASE_PREFIX: prefix,
        TOPIC_PREFIX: prefix,
      },
      logger,
    );
    const get = async (path: string) => {
      const response = await fetch(service.url + path);
      return { status: response.status, json: (await response.json()) as Record<string, unknown> };
    };
    try {
      await eventually(async () => expect((await get('/health/ready')).status).toBe(503));
      await eventually(() => expect(said.join('')).toContain('MongoDB does not answer'));
      await way.mend();
      await eventually(async () => expect(await get('/health/ready')).toMatchObject({ status: 200 }), {
        withinMs: 20_000,
      });
      expect(said.join('')).toContain('MongoDB answers now');
      expect(await get('/things')).toEqual({ status: 200, json: { read: 0 } });

      await way.cut();
      const began = performance.now();
      expect(await get('/things')).toMatchObject({ status: 503, json: { name: 'StorageUnavailable' } });
      expect(performance.now() - began).toBeLessThan(10_000);
      const unready = await get('/health/ready');
      expect(unready).toMatchObject({
        status: 503,
        json: { details: { mongodb: { why: 'MongoDB does not answer' } } },
      });
      expect((await get('/health/live')).status).toBe(200);

      await way.mend();
      await eventually(async () => expect(await get('/things')).toMatchObject({ status: 200 }), {
        withinMs: 20_000,
      });
      await eventually(async () => expect(await get('/health/ready')).toMatchObject({ status: 200 }), {
        withinMs: 20_000,
      });
    } finally {
      await service.stop();
      await way.cut();
      await signIn.stop();
    }
  }, 120_000);
});
