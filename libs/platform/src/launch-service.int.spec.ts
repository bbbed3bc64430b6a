import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { testInfrastructure, uniquePrefix, eventually } from '@passerelle/testing';
import { z } from 'zod';
import { Allow, Caller, defineService, launchService, Public, type RunningService } from '.';

const body = z.strictObject({ id: z.uuid(), note: z.string().max(300_000) }).meta({ id: 'NoteThing' });

@Controller('things')
class ThingsController {
  @Get('open')
  @Public()
  open() {
    return { open: true };
  }

  @Post()
  @Allow('list', 'parked-event')
  note(@Body({ schema: body }) input: z.infer<typeof body>, @Caller() caller: Caller) {
    return { id: input.id, sub: caller.sub };
  }

  @Get(':id')
  @Public()
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return { id };
  }
}

describe('smoke', () => {
  let service: RunningService;
  afterAll(async () => {
    const t = Date.now();
    await service?.stop();
    console.log('stopped in', Date.now() - t, process.getActiveResourcesInfo());
    await new Promise((r) => setTimeout(r, 3000));
    console.log(process.getActiveResourcesInfo());
  });
  it('starts', async () => {
    const { kafkaBrokers, mongodbUri } = testInfrastructure();
    const prefix = uniquePrefix('platform');
    service = await launchService(
      defineService({
        name: 'things',
        title: 'Choses',
        servesField: 'youth',
        compose: () => ({ controllers: [ThingsController] }),
      }),
      {
        NODE_ENV: 'test',
        PORT: '0',
        LOG_LEVEL: 'debug',
        OIDC_ISSUER: 'http://127.0.0.1:1',
        KAFKA_BROKERS: kafkaBrokers,
        MONGODB_URI: mongodbUri,
        MONGODB_DATABASE_PREFIX: prefix,
        TOPIC_PREFIX: prefix,
      },
    );
    await service.ready;
    await eventually(async () => {
      const r = await fetch(`${service.url}/health/ready`);
      const t = await r.text();
      if (r.status !== 200) throw new Error(t);
      console.log(t);
    });
    for (const [p, init] of [
      ['/things/open'],
      ['/things/x'],
      ['/nowhere'],
      ['/things', { method: 'POST', body: '{"a":', headers: { 'content-type': 'application/json' } }],
      ['/things', { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } }],
      [
        '/things',
        { method: 'POST', body: '{"__proto__":1}', headers: { 'content-type': 'application/json' } },
      ],
      [
        '/things',
        {
          method: 'POST',
          body: JSON.stringify({ a: 'x'.repeat(1e6) }),
          headers: { 'content-type': 'application/json' },
        },
      ],
      ['/things', { method: 'POST', body: 'x', headers: { 'content-type': 'text/xml' } }],
      ['/health/live'],
      ['/openapi.json'],
      ['/parked'],
    ] as [string, RequestInit?][]) {
      const r = await fetch(service.url + p, init);
      console.log(p, r.status, r.headers.get('content-type'), (await r.text()).slice(0, 3000));
    }
    console.log(
      (await (await fetch(service.url + '/metrics')).text())
        .split('\n')
        .filter((l) => l.includes('passerelle_http'))
        .slice(0, 5)
        .join('\n'),
    );
  });
});
