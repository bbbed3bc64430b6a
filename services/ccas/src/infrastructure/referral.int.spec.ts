import { randomUUID } from 'node:crypto';
import { ConsentRecorded, PartnerRegistered, PartnerChanged } from '@passerelle/contracts';
import { signLink } from '@passerelle/platform';
import { eventually } from '@passerelle/testing';
import { CcasUnderTest, form, linkKey, territory, type Body, type OtherService } from './under-test.spec';

const patience = { withinMs: 30_000 };
const partnerId = randomUUID();
const partner = { partnerId, kind: 'association', topics: ['youth-mobility'], rank: 1, active: true };
const words = 'Cherche une aide au permis, disponible le mercredi.';
const reach = 'Karim Lefort, 06 39 98 00 00';

describe('a need referred to a partner', () => {
  let ccas: CcasUnderTest;
  let worker: string;
  let people: OtherService;
  let directory: OtherService;

  beforeAll(async () => {
    ccas = await CcasUnderTest.start();
    worker = await ccas.token('ccas-worker', { name: 'Claire Marchand' });
    people = await ccas.otherService('people');
    directory = await ccas.otherService('directory');
    await directory.say(PartnerRegistered, partner);
    await eventually(
      async () => {
        expect(await ccas.database.collection('partner').countDocuments()).toBe(1);
      },
      { withinMs: 60_000 },
    );
  }, 120_000);
  afterAll(async () => {
    await people?.stop();
    await directory?.stop();
    await ccas?.stop();
  });

  const call = (method: string, path: string, body?: unknown, token = worker) =>
    ccas.call(method, path, body, token);
  const agree = async (personId: string, answer = 'given') => {
    const said = { personId, purpose: 'share-with-partners', answer };
    await people.say(ConsentRecorded, said, { actor: 'claire' });
    await eventually(async () => {
      const known = await ccas.database
        .collection<{ _id: string }>('partner-consents')
        .findOne({ _id: personId });
      expect(known).toMatchObject({ answer });
    }, patience);
  };
  const identify = async () => {
    const asked = form({ topic: 'youth-mobility', words: 'cherche une aide au permis' });
    return (await call('POST', '/needs', asked)).body as { id: string; version: number; personId: string };
  };
  const referral = (need: { version: number }, more: object = {}) => ({
    ...{ id: randomUUID(), version: need.version, partnerId, message: words },
    ...{ contactWay: 'direct', contact: reach },
    ...more,
  });
  const refer = async (more: object = {}) => {
    const need = await identify();
    await agree(need.personId);
    const sent = (await call('POST', `/needs/${need.id}/referrals`, referral(need, more))).body;
    expect(sent).toMatchObject({ status: 'sent' });
    return { need, sent: sent as Body & { id: string; version: number } };
  };
  const linkTo = (id: string, more: object = {}) =>
    signLink(linkKey, {
      ...{ purpose: 'referral-answer', id, partnerId },
      expiresAt: new Date(Date.now() + 40 * 86_400_000),
      ...more,
    });
  const page = async (id: string) => {
    const answer = await fetch(`${ccas.service.url}/referral-answers/${await linkTo(id)}`);
    return (await answer.json()) as Body;
  };
  const answer = async (id: string, body: object, link = linkTo(id)) => {
    const response = await fetch(`${ccas.service.url}/referral-answers/${await link}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Body };
  };
  const see = async (needId: string, expected: object) =>
    expect((await call('GET', `/needs/${needId}`)).body).toMatchObject(expected);
  const published = async (id: string) =>
    (
      await ccas.database
        .collection('journal')
        .find({ aggregateId: id, publication: { $exists: true } })
        .sort({ sequence: 1 })
        .toArray()
    ).map(({ publication }) => publication);

  it('is refused until the person agreed, with a sentence that says what to do; then it is sent once', async () => {
    const need = await identify();
    const body = referral(need);
    const path = `/needs/${need.id}/referrals`;
    const refused = await call('POST', path, body);
    expect(refused.body).toMatchObject({ name: 'ConsentMissing' });
    expect(refused.body['detail']).toContain('Demandez-lui, notez sa réponse');
    expect((await call('GET', path)).body).toMatchObject({ total: 0, consent: 'unknown' });
    await see(need.id, { status: 'awaiting-service' });

    await agree(need.personId);
    const [first, again] = [await call('POST', path, body), await call('POST', path, body)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toMatchObject({ id: body.id, status: 'sent', version: 1 });
    await see(need.id, { status: 'referred', referralId: body.id });
    const { body: list } = await call('GET', path);
    expect(list).toMatchObject({ total: 1, consent: 'given' });
    expect(list['items'][0].texts.map(({ kind }: Body) => kind)).toEqual(['to-partner', 'contact']);
  }, 60_000);

  it('is refused to a partner that is gone, unknown, or without a way to reach the person', async () => {
    const need = await identify();
    await agree(need.personId);
    const path = `/needs/${need.id}/referrals`;
    const post = async (more: object) => (await call('POST', path, referral(need, more))).body['name'];
    expect(await post({ partnerId: randomUUID() })).toBe('UnknownPartner');
    expect(await post({ contact: undefined })).toBe('ContactMissing');
    const gone = randomUUID();
    await directory.say(PartnerChanged, { ...partner, partnerId: gone, active: false });
    await eventually(async () => expect(await post({ partnerId: gone })).toBe('PartnerInactive'), patience);
  }, 60_000);

  it('carries no word, no name and no phone in an event; a reading by the link is journaled', async () => {
    const { need, sent } = await refer();
    expect(await page(sent.id)).toMatchObject({
      state: 'open',
      message: words,
      contact: reach,
      asked: false,
    });
    const [event] = await published(sent.id);
    expect(event).toMatchObject({ type: 'ReferralSent', data: { partnerId, needId: need.id } });
    const journal = JSON.stringify(await ccas.database.collection('journal').find().toArray());
    expect(journal).not.toMatch(/Karim|06 39|mercredi/);
    const read = await ccas.database.collection('access-log').findOne({ id: need.id, why: 'partner-link' });
    expect(read).toMatchObject({ actor: 'link:referral-answer', territory });
  }, 60_000);

  it('is questioned, answered, accepted, and closed with its need; the chain tells it whole', async () => {
    const { need, sent } = await refer();
    const question = { answer: 'ask', id: randomUUID(), question: 'A-t-il le code ?' };
    await answer(sent.id, question);
    expect((await answer(sent.id, question)).body).toMatchObject({
      asked: true,
      exchange: [{ kind: 'question' }],
    });
    const reply = { id: randomUUID(), version: 2, answer: 'Oui, depuis mars.' };
    expect((await call('POST', `/referrals/${sent.id}/answer`, reply)).body).toMatchObject({
      status: 'sent',
    });
    expect((await call('POST', `/referrals/${sent.id}/answer`, reply)).body).toMatchObject({ version: 3 });
    expect((await page(sent.id))['exchange'].map(({ text }: Body) => text)).toEqual([
      'A-t-il le code ?',
      'Oui, depuis mars.',
    ]);
    expect((await answer(sent.id, { answer: 'accept' })).body).toMatchObject({ state: 'accepted' });
    expect((await answer(sent.id, { answer: 'decline', reason: 'Non' })).body).toMatchObject({
      name: 'AlreadyAccepted',
    });
    await answer(sent.id, { answer: 'close', outcome: 'met', words: 'Permis obtenu.' });
    await see(need.id, { status: 'closed', outcome: 'met' });
    expect(JSON.stringify(await page(sent.id))).not.toMatch(/Karim|permis|code/);
    expect((await published(sent.id)).map(({ type }) => type)).toEqual([
      'ReferralSent',
      'ReferralQuestioned',
      'ReferralQuestionAnswered',
      'ReferralAccepted',
      'ReferralClosed',
    ]);
    const chain = (await call('GET', `/needs/${need.id}/chain`)).body;
    expect(chain['complete']).toBe(true);
    expect(chain['items'].map(({ lane, sentence }: Body) => `${lane}: ${sentence}`)).toEqual(
      expect.arrayContaining(['CCAS: Orienté vers un partenaire', 'Partenaire: Le partenaire accepte']),
    );
    const timeline = (await call('GET', `/needs/${need.id}/timeline`)).body;
    expect(
      timeline['items']
        .map(({ type }: Body) => type)
        .slice(-2)
        .sort(),
    ).toEqual(['NeedClosed', 'ReferralClosed']);
  }, 60_000);

  it('comes back to the CCAS with the reason when it is declined, and to where it was when it is taken back', async () => {
    const declined = await refer();
    await answer(declined.sent.id, { answer: 'decline', reason: 'Complet jusqu’en mars.' });
    await see(declined.need.id, { status: 'returned', because: 'partner-declined' });
    const back = await refer();
    await call('POST', `/referrals/${back.sent.id}/withdraw`, { version: 1 });
    await see(back.need.id, { status: 'awaiting-service' });
    expect(await page(back.sent.id)).toMatchObject({ state: 'over', how: 'withdrawn' });
    expect((await answer(back.sent.id, { answer: 'accept' })).body).toMatchObject({
      name: 'ReferralWithdrawn',
    });
  }, 60_000);

  it('is let go when the need goes elsewhere, and when the person takes their consent back', async () => {
    const moved = await refer();
    const { version } = (await call('GET', `/needs/${moved.need.id}`)).body as { version: number };
    await call('POST', `/needs/${moved.need.id}/withdraw`, { version });
    expect(await page(moved.sent.id)).toMatchObject({ how: 'withdrawn' });

    const refusing = await refer();
    await agree(refusing.need.personId, 'refused');
    await eventually(
      async () => expect(await page(refusing.sent.id)).toMatchObject({ how: 'withdrawn' }),
      patience,
    );
    await see(refusing.need.id, { status: 'returned', because: 'consent-withdrawn' });
    await eventually(
      async () =>
        expect((await call('GET', `/needs/${refusing.need.id}/chain`)).body).toMatchObject({
          complete: true,
        }),
      patience,
    );
  }, 60_000);

  it('is not opened by a link of another kind, of another partner, or altered', async () => {
    const { sent } = await refer();
    const links = [
      linkTo(sent.id, { purpose: 'permanence-answer' }),
      linkTo(sent.id, { partnerId: randomUUID() }),
      linkTo(randomUUID()),
      linkTo(sent.id).then((link) => `${link}x`),
    ];
    for (const link of links) {
      expect((await answer(sent.id, { answer: 'accept' }, link)).body).toMatchObject({ name: 'LinkForged' });
    }
    const other = await ccas.token('ccas-worker', { territories: ['91477'] });
    const foreign = await call('POST', `/referrals/${sent.id}/withdraw`, { version: 1 }, other);
    expect(foreign.body).toMatchObject({ name: 'WrongTerritory' });
  }, 60_000);

  it('goes with its need to another worker, is in the copy of the person, and stays let go when the need is reopened', async () => {
    const { need, sent } = await refer();
    const officer = await ccas.token('ccas-officer', { sub: 'paul', name: 'Paul Renard' });
    await call('GET', '/needs/to-handle', undefined, officer);
    const order = { from: 'claire', to: 'paul', needIds: [need.id] };
    expect((await call('POST', '/needs/hand-over', order, officer)).body).toMatchObject({ handed: 1 });
    const { items } = (await call('GET', `/needs/${need.id}/referrals`)).body;
    expect(items[0]).toMatchObject({ workerId: 'paul', workerName: 'Paul Renard' });
    expect((await answer(sent.id, { answer: 'accept' })).status).toBe(200);
    expect((await published(sent.id)).at(-1)).toMatchObject({ data: { workerId: 'paul' } });

    const held = (await call('GET', `/persons/${need.personId}/held`, undefined, officer)).body;
    expect(JSON.stringify(held)).toContain(words);
    expect(JSON.stringify(held)).not.toMatch(/Marchand|Renard/);

    const { version } = (await call('GET', `/needs/${need.id}`)).body;
    const gone = (await call('POST', `/needs/${need.id}/withdraw`, { version })).body;
    const again = { version: gone['version'], reason: 'Elle est revenue.' };
    expect((await call('POST', `/needs/${need.id}/reopen`, again)).body).toMatchObject({
      ...{ status: 'awaiting-service', workerId: 'paul' },
    });
    expect(await page(sent.id)).toMatchObject({ state: 'over', how: 'withdrawn' });
  });

  it('reminds the partner on day 10, and brings the need back on day 30; who is silent is seen', async () => {
    const silent = await refer();
    const asking = await refer();
    await answer(asking.sent.id, { answer: 'ask', id: randomUUID(), question: 'Quel âge ?' });
    await ccas.moveClock(11);
    await eventually(async () => {
      const { items } = (await call('GET', `/referrals?status=sent&partnerId=${partnerId}`)).body;
      expect(items.find(({ id }: Body) => id === silent.sent.id)).toMatchObject({
        promise: { reminded: true },
      });
    }, patience);
    const supervisor = await ccas.token('supervisor');
    const waits = (await call('GET', '/referrals/by-partner', undefined, supervisor)).body['items'];
    expect(waits.find((one: Body) => one['partnerId'] === partnerId)).toMatchObject({
      silent: expect.any(Number),
      waitingSince: expect.any(String),
      questioned: 1,
    });
    await ccas.moveClock(31);
    await eventually(() => see(silent.need.id, { status: 'returned', because: 'partner-silent' }), patience);
    await eventually(
      () => see(asking.need.id, { status: 'returned', because: 'question-unanswered' }),
      patience,
    );
    expect((await published(silent.sent.id)).map(({ type, data }) => [type, data.waitsFor])).toEqual([
      ['ReferralSent', undefined],
      ['ReferralReminded', 'partner'],
      ['ReferralExpired', 'partner'],
    ]);
  }, 120_000);
});
