import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { addDays, parisDay, weekday } from '@passerelle/calendar';
import { eventually, testInfrastructure } from '@passerelle/testing';
import { verify } from '../verify/verify';
import { startHouse, type House } from './small-house.spec';

const worker = 'ccas-worker';
const officer = 'legal-access-officer';
const today = parisDay(new Date());
const inDays = (count: number) => addDays(today, count);
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ weekday: day, from: '09:00', to: '18:00' }));
const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

interface List<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** The whole house at once, through the gateway; each service's own tests go further: see README.md. */
describe('bad input through the gateway', () => {
  jest.setTimeout(150_000);
  const placeId = randomUUID();
  let house: House;
  let partnerPage: string;
  const needOf = (change: object = {}) => ({
    ...{ id: randomUUID(), personId: randomUUID(), topic: 'debt', contactedOn: today },
    ...change,
  });
  const settled = <T>(look: () => Promise<T>) => eventually(look, { withinMs: 30_000, everyMs: 100 });
  const verdict = () => {
    const { mongodbUri } = testInfrastructure();
    return verify({ mongodbUri, prefix: house.prefix, inboxUrl: house.inboxUrl }, 0);
  };
  const linkFrom = async (to: string, kind: 'p' | 'r') => {
    await house.pass(16);
    const mail = await house.inbox.waitFor((one) => one.to.includes(to), 30_000);
    return new URL(mail.links.find((link) => link.includes(`/${kind}/`))!).pathname;
  };

  beforeAll(async () => {
    house = await startHouse();
    const place = {
      id: placeId,
      name: 'Hôtel de ville',
      address: '1 place de la Mairie',
      rooms: [],
      openings: everyDay,
    };
    await house.post(officer, 'legal-access/places', place);
    await house.post(officer, 'legal-access/permanences', permanence());
    const partner = {
      name: 'Maison de la justice',
      kind: 'mjd',
      topics: ['debt'],
      rank: 1,
      mailbox: 'mjd@exemple.test',
    };
    await house.post(officer, 'directory/partners', { id: randomUUID(), ...partner });
    for (const at of [1, 2, 3, 4]) {
      const personId = randomUUID();
      const person = {
        id: personId,
        firstName: `Prénom${at}`,
        lastName: `Nom${at}`,
        email: `habitant${at}@exemple.test`,
      };
      await house.post(worker, 'people/persons', { ...person, lookalikesSeen: [] });
      await house.post(worker, 'ccas/needs', needOf({ personId }));
    }
    partnerPage = await linkFrom('mjd@exemple.test', 'p');
  }, 150_000);
  afterAll(() => house.stop(), 60_000);

  /** On the fifth day from now, in the afternoon, on another subject. */
  const permanence = (change: object = {}) => ({
    ...{ id: randomUUID(), placeId, profession: 'lawyer', topics: ['family-law'], startTime: '14:00' },
    ...{
      rrule: `FREQ=WEEKLY;BYDAY=${dayNames[weekday(inDays(5)) - 1]}`,
      durationMinutes: 120,
      slotMinutes: 30,
    },
    ...{ from: today, skipPublicHolidays: false },
    ...change,
  });

  it.each([
    ['an unknown field', needOf({ status: 'closed' }), 422],
    ['an operator', needOf({ personId: { $ne: null } }), 422],
    ['a poisoned body', `{"__proto__":{"roles":["administrator"]},${JSON.stringify(needOf()).slice(1)}`, 400],
    ['a note of 1 MB', needOf({ note: 'x'.repeat(1_000_000) }), 413],
    ['a day to come', needOf({ contactedOn: '2999-01-01' }), 409],
    ['another territory', needOf(), 403, { 'x-territory': '91477' }],
    ['no token', needOf(), 401, { authorization: '' }],
  ])(
    '%s is refused with a clear problem',
    async (_what, body, status, headers: Record<string, string> = {}) => {
      const answer = await house.ask(worker, 'ccas/needs', body, headers);
      expect(answer).toMatchObject({
        status,
        body: { name: expect.any(String), detail: expect.any(String) },
      });
    },
  );

  it('a token that is forged or expired opens nothing', async () => {
    const content = { roles: [worker], territories: ['91645'] };
    const [forged, expired] = await Promise.all([
      house.signIn.forgeToken(content),
      house.signIn.issueToken({ ...content, expiresIn: -60 }),
    ]);
    for (const token of [forged, expired]) {
      const answer = await house.ask(worker, 'ccas/needs', needOf(), { authorization: `Bearer ${token}` });
      expect(answer.status).toBe(401);
    }
  });

  it('a command sent twice is one need, and a stale version is told to read again', async () => {
    const need = needOf({ topic: 'labour-law' });
    const answers = await Promise.all([1, 2, 3].map(() => house.ask(worker, 'ccas/needs', need)));
    expect(new Set(answers.map(({ status, body }) => `${status < 300} ${String(body['id'])}`)).size).toBe(1);
    await settled(async () => {
      const { items } = await house.get<List<{ needId: string }>>(
        officer,
        'legal-access/requests?topic=labour-law',
      );
      expect(items.map(({ needId }) => needId)).toEqual([need.id]);
    });
    const stale = { version: 1, topic: 'housing-law', reason: 'Autre sujet' };
    expect(await house.ask(worker, `ccas/needs/${need.id}/reorient`, stale)).toMatchObject({
      status: 409,
      body: { name: 'StaleVersion' },
    });
  });

  it.each([
    ['in a room that is taken', {}, 'PlaceAlreadyTaken'],
    ['outside the opening', { startTime: '17:30' }, 'OutsideOpening'],
    ['in the past', { startTime: '10:00', from: '2020-01-01' }, 'DateInThePast'],
    ['whose rule says nothing', { startTime: '10:00', rrule: 'FREQ=SOMETIMES' }, 'RecurrenceInvalid'],
  ])('a permanence %s is refused', async (_what, change, name) => {
    const answer = await house.ask(officer, 'legal-access/permanences', permanence(change));
    expect(answer).toMatchObject({ status: 409, body: { name, detail: expect.any(String) } });
  });

  it('a partner is told what is wrong with a date, answers once, and a link that was changed opens nothing', async () => {
    const length = { durationMinutes: '60', slotMinutes: '15', placeId };
    const accept = (date: string, time: string) =>
      house.page(partnerPage, { answer: 'accept', date, time, ...length });
    expect(await accept(inDays(5), '14:30')).toMatchObject({
      status: 409,
      text: expect.stringContaining('déjà pris'),
    });
    expect(await accept(inDays(5), '17:30')).toMatchObject({
      status: 409,
      text: expect.stringContaining('pas ouvert'),
    });
    expect(await accept('2020-01-06', '10:00')).toMatchObject({
      status: 409,
      text: expect.stringContaining('passée'),
    });
    expect((await house.page(`${partnerPage.slice(0, -3)}abc`)).status).toBe(403);
    expect((await accept(inDays(5), '10:00')).status).toBe(200);
    const again = await house.page(partnerPage, { answer: 'decline', reason: 'Finalement, non.' });
    expect(again.text).toContain('déjà');
    const { items } = await house.get<List<{ status: string }>>(officer, 'legal-access/permanence-requests');
    expect(items).toMatchObject([{ status: 'accepted' }]);
  });

  it('what cannot be read on a topic is set aside, and what follows passes', async () => {
    await spoil(`${house.prefix}.ccas.need`);
    const need = needOf({ topic: 'residence-permit' });
    await house.post(worker, 'ccas/needs', need);
    await settled(async () => {
      const { total } = await house.get<List<object>>(
        officer,
        'legal-access/requests?topic=residence-permit',
      );
      expect(total).toBe(1);
    });
    await settled(async () => {
      const { breaches } = await verdict();
      const parked = breaches.map(({ rule, detail }) => `${rule}: ${detail}`);
      expect(new Set(parked)).toEqual(
        new Set(
          ['legal-access', 'notifications'].flatMap((service) =>
            ['body is not JSON', 'NeedIdentified v99', 'NeedForgotten v1'].map(
              (why) => `nothing-parked: parked in ${service}: ${why}`,
            ),
          ),
        ),
      );
    });
  });

  it('a resident’s link is used once, and not after the day', async () => {
    const page = await linkFrom('habitant1@exemple.test', 'r');
    const other = await linkFrom('habitant2@exemple.test', 'r');
    expect((await house.page(page, { answer: 'cancel', wantsAnother: 'no' })).status).toBe(200);
    expect((await house.page(page, { answer: 'confirm' })).status).toBe(409);
    await house.pass(6 * 86_400);
    expect((await house.page(other, { answer: 'confirm' })).status).toBe(410);
  });

  it('loses nothing: all else adds up', async () => {
    await settled(async () => {
      const { breaches, counts } = await verdict();
      expect(breaches.filter(({ rule }) => rule !== 'nothing-parked')).toEqual([]);
      expect(counts).toMatchObject({ needs: 6, requests: 6 });
    });
  });
});

/** What no service of ours writes: half a body, a type and a version that nobody knows. */
async function spoil(topic: string): Promise<void> {
  const brokers = testInfrastructure().kafkaBrokers.split(',');
  const producer = new Kafka({ brokers, logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  const key = randomUUID();
  const record = (type: string, version: string, value: string) => ({
    ...{ key, value },
    headers: {
      ...{
        ce_specversion: '1.0',
        ce_id: randomUUID(),
        ce_source: 'ccas',
        ce_type: type,
        ce_dataversion: version,
      },
      ...{ ce_time: new Date().toISOString(), ce_sequence: '1', ce_territory: '91645' },
      ...{ ce_correlationid: randomUUID(), ce_causationid: randomUUID() },
    },
  });
  await producer.send({
    topic,
    messages: [
      record('NeedIdentified', '1', '{"needId":'),
      record('NeedIdentified', '99', '{}'),
      record('NeedForgotten', '1', '{}'),
    ],
  });
  await producer.disconnect();
}
