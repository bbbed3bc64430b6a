import { randomUUID } from 'node:crypto';
import { RequestReturned } from '@passerelle/contracts';
import { eventually } from '@passerelle/testing';
import { workIndex } from './need.store';
import { CcasUnderTest, form, type Body, type OtherService } from './under-test.spec';

const patience = { withinMs: 30_000 };

describe('the work of the CCAS', () => {
  let ccas: CcasUnderTest;
  let worker: string;
  let colleague: string;
  let officer: string;
  let legalAccess: OtherService;

  beforeAll(async () => {
    ccas = await CcasUnderTest.start();
    worker = await ccas.token('ccas-worker', { name: 'Claire Marchand' });
    colleague = await ccas.token('ccas-worker', { sub: 'amel', name: 'Amel Kaci' });
    officer = await ccas.token('ccas-officer', { sub: 'paul', name: 'Paul Renard' });
    legalAccess = await ccas.otherService('legal-access', 'legal-access');
    await eventually(
      async () => {
        expect(await ccas.database.collection('served-fields').countDocuments()).toBe(1);
      },
      { withinMs: 60_000 },
    );
  }, 120_000);
  afterAll(async () => {
    await legalAccess?.stop();
    await ccas?.stop();
  });

  const call = (method: string, path: string, body?: unknown, token = worker) =>
    ccas.call(method, path, body, token);
  const identify = async (more: object = {}) =>
    (await call('POST', '/needs', form({ urgency: 'normal', ...more }))).body as {
      id: string;
      version: number;
      personId: string;
    };
  const read = async (id: string) => (await call('GET', `/needs/${id}`)).body;
  const published = async (id: string) =>
    (
      await ccas.database
        .collection('journal')
        .find({ aggregateId: id, publication: { $exists: true } })
        .sort({ sequence: 1 })
        .toArray()
    ).map(({ publication }) => publication as { type: string; data: Body });

  it('takes a classification back, and tells what is true then', async () => {
    const vague = await identify({ words: 'voir avec le maire' });
    expect((await published(vague.id)).map(({ type }) => type)).toEqual(['NeedNoted']);
    const path = `/needs/${vague.id}`;
    const { body } = await call('POST', `${path}/classify`, { version: vague.version, topic: 'debt' });
    expect(await read(vague.id)).toMatchObject({ chosen: { workerId: 'claire' } });
    const byColleague = await call('POST', `${path}/unclassify`, { version: body['version'] }, colleague);
    expect(byColleague).toMatchObject({ status: 409, body: { name: 'NotYourClassification' } });
    const back = await call('POST', `${path}/unclassify`, { version: body['version'] });
    expect(back).toMatchObject({ status: 201, body: { status: 'to-classify', topic: null } });
    await call('POST', `${path}/classify`, { version: back.body['version'], topic: 'family-law' });
    expect((await published(vague.id)).map(({ type }) => type)).toEqual([
      ...['NeedNoted', 'NeedIdentified', 'NeedUnclassified', 'NeedReoriented'],
    ]);
    expect((await published(vague.id)).at(-1)?.data).toMatchObject({
      ...{ topic: 'family-law', previousTopic: 'debt', previousField: 'legal-access' },
    });
  });

  it('reopens what the CCAS closed, with its reason among the notes, and nothing that a service ended', async () => {
    const need = await identify();
    const path = `/needs/${need.id}`;
    const { version } = (await call('POST', `${path}/withdraw`, { version: need.version })).body;
    expect(await read(need.id)).toMatchObject({ status: 'closed', canReopen: true });
    const silent = await call('POST', `${path}/reopen`, { version, reason: ' ' });
    expect(silent.status).toBe(422);
    const reason = 'Elle est revenue : c’était un malentendu.';
    const reopened = await call('POST', `${path}/reopen`, { version, reason });
    expect(reopened).toMatchObject({ status: 201, body: { status: 'oriented', acknowledged: false } });
    expect((await read(need.id))['notes']).toContainEqual(
      expect.objectContaining({ kind: 'reopening', text: reason }),
    );
    expect((await published(need.id)).at(-1)).toMatchObject({
      type: 'NeedReopened',
      data: { topic: 'housing-law', waitsSince: expect.any(String) },
    });
    expect(JSON.stringify(await published(need.id))).not.toContain('malentendu');
    const { items } = (await call('GET', `${path}/timeline`)).body;
    expect(items.at(-1)).toMatchObject({ sentence: 'Besoin rouvert', by: { name: 'Claire Marchand' } });
  });

  it('takes an answer to a permanence request back while it is held', async () => {
    const permanenceRequestId = randomUUID();
    await ccas.database.collection('go-ahead').insertOne({
      ...{ _id: permanenceRequestId as never, version: 1, territory: '91645', correlationId: randomUUID() },
      state: {
        ...{ status: 'asked', topic: 'debt', waitingCount: 4, because: 'threshold' },
        heldAt: new Date(),
      },
    });
    const path = `/go-aheads/${permanenceRequestId}`;
    const answered = await call('POST', path, { granted: false }, officer);
    expect(answered.body).toMatchObject({ status: 'answered', leavesAt: expect.any(String) });
    expect((await call('POST', `${path}/take-back`, {}, worker)).status).toBe(403);
    const back = await call('POST', `${path}/take-back`, {}, officer);
    expect(back).toMatchObject({ status: 200, body: { status: 'asked' } });
    await call('POST', path, { granted: true }, officer);
    await eventually(async () => {
      expect(await published(permanenceRequestId)).toMatchObject([
        { type: 'PermanenceGoAheadGiven', data: { granted: true, officerId: 'paul' } },
      ]);
    }, patience);
    const late = await call('POST', `${path}/take-back`, {}, officer);
    expect(late).toMatchObject({ status: 409, body: { name: 'GoAheadHasLeft' } });
  }, 60_000);

  it('lists in one order what the CCAS has to decide, counts all of it, and pages it', async () => {
    const before = (await call('GET', '/needs/to-handle')).body;
    const unserved = await identify({ topic: 'youth-job' });
    const unclear = await identify({ words: 'voir avec le maire' });
    const returned = await identify();
    const urgent = await identify({ words: 'bonjour', urgency: 'urgent' });
    const subject = { needId: returned.id, personId: returned.personId, topic: 'housing-law' };
    await legalAccess.say(RequestReturned, { ...subject, because: 'agent-decision' });
    await eventually(async () => expect((await read(returned.id))['status']).toBe('returned'), patience);
    const { body } = await call('GET', '/needs/to-handle');
    const mine = (body['items'] as { id: string }[]).map(({ id }) => id);
    const order = [urgent, unclear, returned, unserved].map(({ id }) => mine.indexOf(id));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order).not.toContain(-1);
    for (const [count, more] of [
      ...(['returned', 'awaiting-service', 'urgent'] as const).map((name) => [name, 1] as const),
      ['to-classify', 2] as const,
    ]) {
      expect([count, body['counts'][count]]).toEqual([count, before['counts'][count] + more]);
    }
    expect(body['oldest']).toMatchObject({ days: 0 });
    const second = await call('GET', '/needs/to-handle?limit=1&offset=1');
    expect(second.body).toMatchObject({ total: body['total'], items: [{ id: mine[1] }] });
    const toReorient = (await call('GET', '/needs/to-handle?kind=to-reorient')).body;
    expect(toReorient).toMatchObject({ total: 1, items: [{ id: returned.id, words: 'menace d’expulsion' }] });
    const supervisor = await ccas.token('supervisor', { sub: 'helene' });
    const unseen = (await call('GET', '/needs/to-handle', undefined, supervisor)).body;
    expect(JSON.stringify(unseen)).not.toContain('expulsion');
  });

  it('reads the order of the work from the index alone', async () => {
    const explained = await ccas.database
      .collection('need')
      .aggregate(
        [
          { $match: { territory: '91645', 'state.status': { $in: ['returned', 'to-classify'] } } },
          {
            $project: {
              since: { $ifNull: ['$state.promise.startedAt', '$state.notedAt'] },
              of: '$state.urgency',
            },
          },
          { $sort: { since: 1, _id: 1 } },
        ],
        { hint: workIndex },
      )
      .explain('executionStats');
    expect(JSON.stringify(explained)).toContain('"totalDocsExamined":0');
  });

  it('counts each worker’s needs, and hands them over, told once', async () => {
    const zoe = await ccas.token('ccas-worker', { sub: 'zoe', name: 'Zoé Petit' });
    const theirs = await Promise.all(
      [1, 2, 3].map(async () => (await call('POST', '/needs', form(), zoe)).body as { id: string }),
    );
    const needIds = theirs.map(({ id }) => id);
    const loadOf = async (id: string) => {
      const { items } = (await call('GET', '/needs/workers', undefined, officer)).body;
      return (items as Body[]).find((one) => one['id'] === id);
    };
    expect(await loadOf('zoe')).toMatchObject({ name: 'Zoé Petit', open: 3, waiting: 0, urgent: 3 });
    expect(await loadOf('zoe')).toMatchObject({ oldestPromise: { days: 0 } });
    const order = { from: 'zoe', to: 'nadia', needIds };
    const handOver = (body: object, token = officer) => call('POST', '/needs/hand-over', body, token);
    expect((await handOver(order, zoe)).status).toBe(403);
    expect(await handOver(order)).toMatchObject({ status: 404, body: { name: 'UnknownWorker' } });
    const nadia = await ccas.token('ccas-worker', { sub: 'nadia', name: 'Nadia Roux' });
    // She opened her morning's list once: she may be given needs.
    await call('GET', '/needs/to-handle', undefined, nadia);
    expect(await loadOf('nadia')).toMatchObject({ open: 0, mayBeGiven: true });
    expect(await handOver(order)).toMatchObject({ status: 200, body: { handed: 3, left: [] } });
    expect(await handOver(order)).toMatchObject({ status: 200, body: { handed: 0, left: needIds } });
    expect(await loadOf('nadia')).toMatchObject({ open: 3 });
    const told = (await Promise.all(needIds.map(published)))
      .flat()
      .filter(({ type }) => type === 'NeedHandedOver');
    expect(told).toHaveLength(3);
    expect(told.filter(({ data }) => data['needCount'] === 3)).toHaveLength(1);
    const ofNadia = (await call('GET', '/needs?worker=nadia')).body;
    expect(ofNadia['total']).toBe(3);
  });

  it('finds the open needs of several persons', async () => {
    const [one, other] = [await identify(), await identify({ words: 'divorce' })];
    const { body } = await call('GET', `/needs?personIds=${one.personId},${other.personId}`);
    expect((body['items'] as { id: string }[]).map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
    expect((await call('GET', '/needs?personIds=somebody')).status).toBe(422);
  });
});
