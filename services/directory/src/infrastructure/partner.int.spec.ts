import { randomUUID } from 'node:crypto';
import { launchService, type RunningService } from '@passerelle/platform';
import { eventually, startSignIn, testInfrastructure, uniquePrefix, type SignIn } from '@passerelle/testing';
import { mongo } from 'mongoose';
import { directory } from '../directory.module';

const territory = '91645';
const form = {
  name: 'MJD de Palaiseau',
  kind: 'mjd',
  topics: ['housing-law', 'family-law'],
  rank: 1,
  active: true,
  mailbox: 'mjd@exemple.fr',
  phone: '01 69 31 00 00',
  contactPerson: 'Camille Petit',
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever came over HTTP: expectations say what it must be
type Answer = Record<string, any>;

describe('the directory over HTTP', () => {
  let service: RunningService;
  let signIn: SignIn;
  let client: mongo.MongoClient;
  let officer: string;
  const prefix = uniquePrefix('directory');

  beforeAll(async () => {
    const { kafkaBrokers, mongodbUri } = testInfrastructure();
    signIn = await startSignIn();
    officer = await signIn.issueToken({
      roles: ['legal-access-officer'],
      territories: [territory],
      sub: 'nadia',
    });
    client = await new mongo.MongoClient(mongodbUri).connect();
    service = await launchService(directory, {
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: 'silent',
      OIDC_ISSUER: signIn.issuer,
      KAFKA_BROKERS: kafkaBrokers,
      MONGODB_URI: mongodbUri,
      MONGODB_DATABASE_PREFIX: prefix,
      TOPIC_PREFIX: prefix,
    });
    await service.ready;
  }, 120_000);
  afterAll(async () => {
    await service?.stop();
    await signIn?.stop();
    await client?.close();
  });

  async function call(method: string, path: string, body?: unknown, token = officer) {
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  }
  const database = () => client.db(`${prefix}-directory`);

  it('registers once, however often the form is sent', async () => {
    const id = randomUUID();
    const first = await call('POST', '/partners', { id, ...form });
    const again = await call('POST', '/partners', { id, ...form, mailbox: 'autre@exemple.fr' });
    expect(first).toMatchObject({
      status: 201,
      body: { id, version: 2, topics: ['family-law', 'housing-law'] },
    });
    expect(again).toEqual(first);
    const read = await call('GET', `/partners/${id}`);
    expect(read.body['contact']).toEqual({
      mailbox: 'mjd@exemple.fr',
      phone: '01 69 31 00 00',
      contactPerson: 'Camille Petit',
    });
  });

  it('keeps contacts out of the journal and out of what it publishes', async () => {
    const entries = await database().collection('journal').find().toArray();
    expect(entries.length).toBeGreaterThan(0);
    expect(JSON.stringify(entries)).not.toMatch(/exemple\.fr|01 69|Camille/);
    const pending = () => database().collection('journal').countDocuments({ pending: true });
    await eventually(async () => expect(await pending()).toBe(0), { withinMs: 30_000 });
  });

  it('changes the version that was read, erases what is left out, and refuses a stale one', async () => {
    const id = randomUUID();
    await call('POST', '/partners', { id, ...form });
    const { contactPerson: _gone, ...rest } = form;
    const changed = await call('PUT', `/partners/${id}`, { version: 2, ...rest, rank: 3 });
    expect(changed).toMatchObject({ status: 200, body: { rank: 3, version: 4 } });
    expect(
      JSON.stringify(
        await database()
          .collection('partner-contacts')
          .findOne({ _id: id as never }),
      ),
    ).not.toContain('Camille');
    const stale = await call('PUT', `/partners/${id}`, { version: 2, ...rest, rank: 4 });
    expect(stale).toMatchObject({ status: 409, body: { name: 'StaleVersion' } });
    const timeline = await call('GET', `/partners/${id}/timeline`);
    expect(timeline.body['items'].map((entry: { type: string }) => entry.type)).toEqual([
      'PartnerRegistered',
      'PartnerContactChanged',
      'PartnerChanged',
      'PartnerContactChanged',
    ]);
  });

  it('lists by topic in the order of rank', async () => {
    const bar = { ...form, name: 'Barreau', kind: 'bar', topics: ['debt'], rank: 2 };
    await call('POST', '/partners', { id: randomUUID(), ...bar });
    await call('POST', '/partners', { id: randomUUID(), ...bar, name: 'Association', rank: 1 });
    await call('POST', '/partners', { id: randomUUID(), ...bar, name: 'Ancienne', active: false });
    const { body } = await call('GET', '/partners?topic=debt&active=true');
    expect(body['items'].map(({ name }: { name: string }) => name)).toEqual(['Association', 'Barreau']);
    expect(body['total']).toBe(2);
  });

  it('gives a mailbox to the machine that writes, and to nobody else', async () => {
    const id = randomUUID();
    await call('POST', '/partners', { id, ...form });
    const machine = await signIn.issueToken({ scope: 'contact-points:read', sub: 'notifications' });
    expect(await call('GET', `/partners/${id}/contact`, undefined, machine)).toEqual({
      status: 200,
      body: { name: 'MJD de Palaiseau', mailbox: 'mjd@exemple.fr', phone: '01 69 31 00 00' },
    });
    expect(await call('GET', `/partners/${id}/contact`)).toMatchObject({ status: 403 });
    expect(await call('GET', `/partners/${randomUUID()}/contact`, undefined, machine)).toMatchObject({
      status: 404,
    });
  });

  it.each([
    ['an unknown field', { secret: 1 }, 422, 'InvalidInput'],
    ['an operator', { name: { $ne: '' } }, 422, 'InvalidInput'],
    ['a topic that does not exist', { topics: ['football'] }, 422, 'InvalidInput'],
    ['a mailbox that is not one', { mailbox: 'mjd' }, 422, 'InvalidInput'],
    ['a SIRET typed wrong', { siret: '73282932000075' }, 409, 'SiretInvalid'],
    ['no topic', { topics: [] }, 409, 'TopicsMissing'],
  ])('refuses %s', async (_what, change, status, name) => {
    expect(await call('POST', '/partners', { id: randomUUID(), ...form, ...change })).toMatchObject({
      status,
      body: { name },
    });
  });

  it('refuses a SIRET that another partner has, and the partners of another territory', async () => {
    const id = randomUUID();
    expect((await call('POST', '/partners', { id, ...form, siret: '732 829 320 00074' })).status).toBe(201);
    const twin = await call('POST', '/partners', { id: randomUUID(), ...form, siret: '73282932000074' });
    expect(twin).toMatchObject({ status: 409, body: { name: 'SiretAlreadyKnown' } });
    const elsewhere = await signIn.issueToken({ roles: ['legal-access-officer'], territories: ['91477'] });
    expect((await call('GET', `/partners/${id}`, undefined, elsewhere)).status).toBe(404);
    expect((await call('PUT', `/partners/${id}`, { version: 2, ...form }, elsewhere)).body['name']).toBe(
      'WrongTerritory',
    );
    expect((await call('GET', '/partners', undefined, elsewhere)).body['total']).toBe(0);
  });

  it('lets reception agents read and not write', async () => {
    const reception = await signIn.issueToken({ roles: ['reception-agent'], territories: [territory] });
    expect((await call('GET', '/partners', undefined, reception)).status).toBe(200);
    expect((await call('POST', '/partners', { id: randomUUID(), ...form }, reception)).status).toBe(403);
  });
});
