import { randomUUID } from 'node:crypto';
import { PersonMerged, PersonUnmerged, RequestReturned, RequestWaiting } from '@passerelle/contracts';
import { eventually } from '@passerelle/testing';
import { CcasUnderTest, form, type OtherService } from './under-test.spec';

describe('needs over HTTP', () => {
  let ccas: CcasUnderTest;
  let worker: string;
  let legalAccess: OtherService;
  let people: OtherService;

  beforeAll(async () => {
    ccas = await CcasUnderTest.start();
    worker = await ccas.token('ccas-worker', { name: 'Claire Marchand' });
    legalAccess = await ccas.otherService('legal-access', 'legal-access');
    people = await ccas.otherService('people');
    await eventually(
      async () => {
        expect(await ccas.database.collection('served-fields').countDocuments()).toBe(1);
      },
      { withinMs: 60_000 },
    );
  }, 120_000);
  afterAll(async () => {
    await legalAccess?.stop();
    await people?.stop();
    await ccas?.stop();
  });

  const call = (method: string, path: string, body?: unknown, token = worker) =>
    ccas.call(method, path, body, token);
  const identify = async (more: object = {}) => {
    const { body } = await call('POST', '/needs', form(more));
    return body as { id: string; version: number; personId: string };
  };
  const see = async (id: string, expected: object) =>
    eventually(async () => expect((await call('GET', `/needs/${id}`)).body).toMatchObject(expected), {
      withinMs: 30_000,
    });

  it('notes a need once, however often the form is sent, and reads its topic in the words', async () => {
    const sent = form({ note: 'Très inquiète pour ses enfants' });
    const first = await call('POST', '/needs', sent);
    expect(first).toMatchObject({
      status: 201,
      body: { id: sent.id, topic: 'housing-law', field: 'legal-access', status: 'oriented', version: 3 },
    });
    expect(first.body['promise']).toBeDefined();
    const again = await call('POST', '/needs', { ...sent, words: 'tout autre chose' });
    expect(again.body).toEqual(first.body);
    expect(await ccas.database.collection('need-notes').countDocuments({ needId: sent.id })).toBe(2);
    const read = await call('GET', `/needs/${sent.id}`);
    expect(read.body).toMatchObject({ words: 'menace d’expulsion', workerName: 'Claire Marchand' });
    expect(read.body['notes']).toMatchObject([{ kind: 'note', text: 'Très inquiète pour ses enfants' }]);
    expect(
      await ccas.database
        .collection('access-log')
        .countDocuments({ subject: 'need', id: sent.id, why: 'open-file' }),
    ).toBe(1);
  });

  it('keeps words and notes out of the journal, and so out of every event', async () => {
    const need = await identify({ words: 'OQTF, secret-des-mots', note: 'secret-de-la-note' });
    await call('POST', `/needs/${need.id}/notes`, { id: randomUUID(), text: 'secret-ajoute' });
    const { version } = (await call('GET', `/needs/${need.id}`)).body;
    await call('POST', `/needs/${need.id}/withdraw`, { version, reason: 'secret-du-retrait' });
    expect(
      await ccas.database.collection('need-notes').countDocuments({ needId: need.id, text: /secret/ }),
    ).toBe(4);
    for (const name of ['journal', 'need', 'chain-links']) {
      expect(JSON.stringify(await ccas.database.collection(name).find().toArray())).not.toContain('secret');
    }
  });

  it('keeps what it does not recognise in "à classer", until a worker says', async () => {
    const vague = await identify({ words: 'voir avec le maire' });
    expect(vague).toMatchObject({ status: 'to-classify', topic: null, field: null });
    const list = await call('GET', '/needs/to-classify');
    expect(list.body['items']).toContainEqual(
      expect.objectContaining({ id: vague.id, words: 'voir avec le maire' }),
    );
    const classified = await call('POST', `/needs/${vague.id}/classify`, {
      version: vague.version,
      topic: 'debt',
    });
    expect(classified).toMatchObject({ status: 201, body: { topic: 'debt', status: 'oriented' } });
    expect(
      (await call('POST', `/needs/${vague.id}/classify`, { version: 1, topic: 'debt' })).body,
    ).toMatchObject({
      name: 'StaleVersion',
    });
  });

  it('does not guess what a worker chose', async () =>
    expect(await identify({ topic: 'family-law' })).toMatchObject({ topic: 'family-law' }));

  it('waits visibly for a field that has no service', async () => {
    const need = await identify({ words: 'cherche une nounou' });
    expect(need).toMatchObject({ status: 'awaiting-service', field: 'childcare' });
    const lacking = await call('GET', '/needs/waiting-services');
    expect(lacking.body['items']).toContainEqual(
      expect.objectContaining({ field: 'childcare', label: 'Petite enfance', count: 1 }),
    );
    const childcare = await ccas.otherService('childcare', 'childcare');
    await see(need.id, { status: 'oriented', topic: 'childcare-place' });
    await childcare.stop();
    const chain = await call('GET', `/needs/${need.id}/chain`);
    expect(chain.body).toMatchObject({ complete: true });
    expect(chain.body['items'].map(({ type }: { type: string }) => type)).toContain('FieldServed');
  }, 120_000);

  it('follows what the service says, to the end', async () => {
    const need = await identify();
    const subject = { needId: need.id, personId: need.personId, topic: 'housing-law' };
    await legalAccess.say(RequestWaiting, {
      ...subject,
      urgency: 'urgent',
      waitingCount: 1,
      because: 'no-slot',
    });
    await see(need.id, { status: 'oriented', acknowledged: true });
    await legalAccess.say(RequestReturned, { ...subject, because: 'absent-twice' });
    await see(need.id, { status: 'returned', because: 'absent-twice' });
    const { version } = (await call('GET', `/needs/${need.id}`)).body;
    expect(
      (await call('POST', `/needs/${need.id}/close`, { version, outcome: 'returned' })).body,
    ).toMatchObject({
      status: 'closed',
      outcome: 'returned',
    });
  });

  it('shows the person that two files became, and their needs together, as long as they are one', async () => {
    const [one, other] = [await identify(), await identify({ words: 'divorce' })];
    await people.say(PersonMerged, { personId: other.personId, into: one.personId });
    const ofPerson = async () => (await call('GET', `/needs?personId=${one.personId}`)).body;
    await eventually(async () => expect(await ofPerson()).toMatchObject({ total: 2 }), { withinMs: 30_000 });
    const merged = (await ofPerson())['items'].find(({ id }: { id: string }) => id === other.id);
    expect(merged).toMatchObject({ personId: one.personId, notedForPersonId: other.personId });
    await people.say(PersonUnmerged, { personId: other.personId, from: one.personId });
    await eventually(async () => expect(await ofPerson()).toMatchObject({ total: 1 }), { withinMs: 30_000 });
  });

  it('lists the oldest promise first, then who came first', async () => {
    await identify({ topic: 'labour-law', contactedOn: '2026-01-09' });
    const second = await identify({ topic: 'labour-law', contactedOn: '2026-01-02' });
    const list = await call('GET', '/needs?topic=labour-law&status=oriented&limit=1');
    expect(list.body).toMatchObject({ total: 2, items: [{ contactedOn: '2026-01-09', waits: { days: 0 } }] });
    const next = await call('GET', '/needs?topic=labour-law&status=oriented&limit=1&offset=1');
    expect(next.body['items'][0]).toMatchObject({ id: second.id });
  });

  it('finds what is urgent, and refuses an urgency that is none', async () => {
    const { id } = await identify({ urgency: 'normal' });
    const urgent = (await call('GET', '/needs?urgency=urgent')).body['items'] as { urgency: string }[];
    expect(new Set(urgent.map(({ urgency }) => urgency))).toEqual(new Set(['urgent']));
    const normal = (await call('GET', '/needs?urgency=normal')).body['items'] as { id: string }[];
    expect(normal.map((need) => need.id)).toContain(id);
    expect((await call('GET', '/needs?urgency=later')).status).toBe(422);
  });

  it('tells which topics a service takes here, to who notes needs and to nobody else', async () => {
    const { body } = await call('GET', '/topics');
    const served = (topic: string) =>
      (body['items'] as { topic: string; served: boolean }[]).find((one) => one.topic === topic)?.served;
    expect([served('housing-law'), served('youth-job')]).toEqual([true, false]);
    const supervisor = await ccas.token('supervisor');
    expect((await call('GET', '/topics', undefined, supervisor)).status).toBe(403);
  });

  it('proposes a topic while the agent types, and keeps nothing', async () => {
    const words = encodeURIComponent('recu une OQTF');
    const before = await ccas.database.collection('journal').countDocuments();
    expect((await call('GET', `/wordings/proposal?words=${words}`)).body).toEqual({
      topic: 'residence-permit',
      field: 'legal-access',
      label: 'Droit des étrangers',
      because: ['oqtf'],
    });
    expect((await call('GET', '/wordings/proposal?words=bonjour')).body).toMatchObject({ topic: null });
    expect(await ccas.database.collection('journal').countDocuments()).toBe(before);
  });
});
