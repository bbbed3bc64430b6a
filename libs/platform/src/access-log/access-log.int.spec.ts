import { Controller, Get, Param, Query } from '@nestjs/common';
import { startSignIn, testInfrastructure, uniquePrefix, type SignIn } from '@passerelle/testing';
import { mongo } from 'mongoose';
import { z } from 'zod';
import { Allow } from '../auth/access';
import { Caller } from '../auth/caller';
import { defineService } from '../define-service';
import { launchService } from '../launch-service';
import type { RunningService } from '../running-service';
import { AccessLog } from './access-log';

const person = '01a20c24-dc65-757c-9628-224d10b950dd';
const word = z.string().max(20);

@Controller('files')
class FilesController {
  constructor(private readonly accessLog: AccessLog) {}

  @Get(':id')
  @Allow('find', 'person')
  async open(
    @Param('id', { schema: word }) id: string,
    @Query({ schema: z.strictObject({ why: word.default('open-file') }) }) { why }: { why: string },
    @Caller() caller: Caller,
  ) {
    await this.accessLog.record(caller, { subject: 'need', id, personId: person, why });
    return { open: true };
  }
}

describe('the access log', () => {
  const prefix = uniquePrefix('access');
  let signIn: SignIn;
  let service: RunningService;
  let client: mongo.MongoClient;

  beforeAll(async () => {
    const { kafkaBrokers, mongodbUri } = testInfrastructure();
    [signIn, client] = await Promise.all([startSignIn(), new mongo.MongoClient(mongodbUri).connect()]);
    const files = defineService({
      name: 'files',
      title: 'Dossiers',
      compose: () => ({ controllers: [FilesController] }),
    });
    service = await launchService(files, {
      ...{ NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'silent', OIDC_ISSUER: signIn.issuer },
      ...{ KAFKA_BROKERS: kafkaBrokers, MONGODB_URI: mongodbUri },
      ...{ MONGODB_DATABASE_PREFIX: prefix, TOPIC_PREFIX: prefix },
    });
    await service.ready;
  });
  afterAll(async () => {
    await service?.stop();
    await Promise.all([signIn?.stop(), client?.close()]);
  });

  const token = (sub: string, role = 'ccas-worker', territory = '91645') =>
    signIn.issueToken({ roles: [role], territories: [territory], sub, name: `Agent ${sub}` });
  const get = async (path: string, bearer: string) => {
    const response = await fetch(service.url + path, { headers: { authorization: `Bearer ${bearer}` } });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  const log = () => client.db(`${prefix}-files`).collection('access-log');

  it('has one line a minute for one reader, one file and one reason, even for pages that read at once', async () => {
    const claire = await token('claire');
    await Promise.all(Array.from({ length: 8 }, () => get('/files/a', claire)));
    await get('/files/a', claire);
    expect(await log().countDocuments({ id: 'a' })).toBe(1);

    await get('/files/a?why=letter', claire);
    await get('/files/a', await token('paul'));
    expect(await log().countDocuments({ id: 'a' })).toBe(3);

    // A minute and a second later it is another reading, though the page never closed.
    const before = new Date(Date.now() - 61_000);
    const minute = Math.floor(before.getTime() / 60_000);
    await log().updateMany({ id: 'a' }, { $set: { at: before, minute } });
    await get('/files/a', claire);
    expect(await log().countDocuments({ id: 'a' })).toBe(4);
  });

  it('is shown to the supervisor of its territory only, by person, agent and time', async () => {
    await get('/files/b', await token('lucie'));
    await get('/files/c', await token('ana'));
    const supervisor = await token('helene', 'supervisor');
    const soon = new Date(Date.now() + 60_000).toISOString();
    const list = (query: string, bearer = supervisor) => get(`/access-log?${query}`, bearer);

    expect(await list('actor=lucie')).toMatchObject({
      status: 200,
      json: {
        total: 1,
        items: [
          { actor: 'lucie', actorName: 'Agent lucie', fileId: 'b', personId: person, why: 'open-file' },
        ],
      },
    });
    const ofPerson = (await list(`personIds=${person}&to=${soon}&limit=2`)).json as {
      items: { actor: string }[];
      total: number;
    };
    expect(ofPerson.items.map(({ actor }) => actor)).toEqual(['ana', 'lucie']);
    expect(ofPerson.total).toBeGreaterThan(2);
    expect((await list(`from=${soon}`)).json).toMatchObject({ total: 0 });
    expect((await list(`personIds=01a20c24-dc65-757c-9628-224d10b950de`)).json).toMatchObject({ total: 0 });
    expect((await list('', await token('eve', 'supervisor', '91477'))).json).toMatchObject({ total: 0 });
    expect((await list('', await token('admin', 'administrator'))).status).toBe(403);
    expect((await list('personIds=x')).status).toBe(422);
  });
});
