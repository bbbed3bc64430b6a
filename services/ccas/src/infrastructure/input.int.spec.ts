import { randomUUID } from 'node:crypto';
import { CcasUnderTest, form } from './under-test.spec';

describe('what must not pass', () => {
  let ccas: CcasUnderTest;
  let worker: string;

  beforeAll(async () => {
    ccas = await CcasUnderTest.start();
    worker = await ccas.token('ccas-worker');
  }, 120_000);
  afterAll(() => ccas?.stop());

  const call = (method: string, path: string, body?: unknown, token = worker) =>
    ccas.call(method, path, body, token);
  const nothingKept = async () => {
    expect(await ccas.database.collection('need').countDocuments()).toBe(0);
    expect(await ccas.database.collection('need-notes').countDocuments()).toBe(0);
  };

  it.each([
    ['an unknown field', form({ status: 'closed' }), 'InvalidInput'],
    ['an operator', form({ personId: { $ne: null } }), 'InvalidInput'],
    ['a topic that is none', form({ topic: 'astrology' }), 'InvalidInput'],
    ['a day that is none', form({ contactedOn: '2026-02-30' }), 'InvalidInput'],
    ['a day to come', form({ contactedOn: '2999-01-01' }), 'ContactInFuture'],
    ['words without end', form({ words: 'x'.repeat(2_001) }), 'InvalidInput'],
    ['nothing said at all', form({ words: undefined }), 'NothingSaid'],
  ])('%s is refused, with the field at fault', async (_what, body, name) => {
    const answer = await call('POST', '/needs', body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toMatchObject({
      name,
      errors: [{ field: expect.any(String), sentence: expect.any(String) }],
    });
    await nothingKept();
  });

  it.each([
    ['a note of 1 MB', JSON.stringify(form({ note: 'x'.repeat(1_000_000) }))],
    ['a poisoned body', `{"__proto__":{"roles":["administrator"]},${JSON.stringify(form()).slice(1)}`],
    ['what is not JSON', '{"id":'],
  ])('%s is refused', async (_what, body) => {
    const answer = await call('POST', '/needs', body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toMatchObject({ name: expect.any(String), detail: expect.any(String) });
    await nothingKept();
  });

  it('nobody without a good token, the role or the territory', async () => {
    const expired = await ccas.signIn.issueToken({
      roles: ['ccas-worker'],
      territories: ['91645'],
      expiresIn: -60,
    });
    const forged = await ccas.signIn.forgeToken({ roles: ['ccas-worker'], territories: ['91645'] });
    const otherTrade = await ccas.token('legal-access-officer');
    expect((await call('POST', '/needs', form(), expired)).status).toBe(401);
    expect((await call('POST', '/needs', form(), forged)).status).toBe(401);
    expect((await call('POST', '/needs', form(), otherTrade)).body).toMatchObject({ name: 'NotAllowed' });
    expect((await call('GET', '/needs/to-classify', undefined, await ccas.token('supervisor'))).status).toBe(
      403,
    );
    await nothingKept();
  });

  it('nobody sees or changes a need of another town', async () => {
    const need = (await call('POST', '/needs', form())).body;
    const elsewhere = await ccas.token('ccas-worker', { territories: ['91477'], sub: 'karim' });
    const id = need['id'];
    expect((await call('GET', `/needs/${id}`, undefined, elsewhere)).status).toBe(404);
    expect((await call('GET', `/needs/${id}/chain`, undefined, elsewhere)).status).toBe(404);
    expect((await call('GET', '/needs', undefined, elsewhere)).body).toMatchObject({ total: 0 });
    expect((await call('POST', '/needs', form({ id }), elsewhere)).body).toMatchObject({
      name: 'WrongTerritory',
    });
    const withdraw = await call('POST', `/needs/${id}/withdraw`, { version: need['version'] }, elsewhere);
    expect(withdraw.body).toMatchObject({ name: 'WrongTerritory' });
    const note = await call('POST', `/needs/${id}/notes`, { id: randomUUID(), text: 'bonjour' }, elsewhere);
    expect(note.body).toMatchObject({ name: 'WrongTerritory' });
  });

  it('two workers at once: one decides, the other is told to read again', async () => {
    const need = (await call('POST', '/needs', form({ words: 'voir avec le maire' }))).body;
    const { id, version } = need;
    const answers = await Promise.all(
      ['debt', 'family-law'].map((topic) => call('POST', `/needs/${id}/classify`, { version, topic })),
    );
    expect(answers.map(({ body }) => body['name'] ?? 'done').sort()).toEqual(['StaleVersion', 'done']);
  });

  it('the same form sent ten times at once is one need', async () => {
    const sent = form({ note: 'une fois' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('POST', '/needs', sent)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await ccas.database.collection('need-notes').countDocuments({ needId: sent.id })).toBe(2);
    expect(
      await ccas.database.collection('journal').countDocuments({ aggregateId: sent.id, type: 'NeedNoted' }),
    ).toBe(1);
  });

  it('a supervisor follows the queue without reading what residents said', async () => {
    const list = await call('GET', '/needs', undefined, await ccas.token('supervisor'));
    expect(list.body['total']).toBeGreaterThan(0);
    expect(list.body['items'].every((item: object) => !('words' in item))).toBe(true);
    const forWorker = await call('GET', '/needs');
    expect(forWorker.body['items'].every((item: object) => 'words' in item)).toBe(true);
  });

  it.each(['?status=lost', '?limit=0', '?personId[$ne]=x', '?sort=name'])(
    'GET /needs%s is refused',
    async (query) =>
      expect((await call('GET', `/needs${query}`)).body).toMatchObject({ name: 'InvalidInput' }),
  );
});
