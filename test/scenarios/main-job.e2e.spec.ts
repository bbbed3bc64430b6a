import { randomUUID } from 'node:crypto';
import { addDays, parisDay } from '@passerelle/calendar';
import { eventually, testInfrastructure, type ReceivedMail } from '@passerelle/testing';
import { verify } from '../verify/verify';
import { startHouse, type House } from './small-house.spec';
import { personalIn, scanTopics } from './topic-scan.spec';

const [worker, officer] = ['ccas-worker', 'legal-access-officer'];

const resident = (firstName: string, lastName: string, phone: string) => {
  const needId = randomUUID();
  const email = `${firstName}.${lastName}@exemple.test`.toLowerCase();
  return { firstName, lastName, phone, email, personId: randomUUID(), needId };
};
const residents = [
  resident('Aurélienne', 'Quatrefages', '06 11 22 33 41'),
  resident('Barthélemy', 'Xaintrailles', '06 11 22 33 42'),
  resident('Clotaire', 'Wattebled', '06 11 22 33 43'),
  resident('Domitille', 'Zurfluh', '06 11 22 33 44'),
  resident('Enguerrand', 'Yvernault', '06 11 22 33 45'),
];
const words = 'Je ne rembourse plus mes crédits à la consommation depuis le printemps';
const note = 'Vit seule avec une pension de réversion, très inquiète';
const mailbox = 'permanences@mjd.exemple.test';

interface List<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}
interface Request {
  readonly needId: string;
  readonly appointment?: { readonly startsAt: string };
}
interface Chain {
  readonly complete: boolean;
  readonly items: readonly { readonly type: string }[];
}

describe('the main job, from a need to an appointment', () => {
  jest.setTimeout(150_000);
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
    await layOut(house);
  }, 150_000);
  afterAll(() => house.stop(), 60_000);

  const inState = (status: string) =>
    house.get<List<Request>>(officer, `legal-access/requests?status=${status}`);
  const needs = (status: string) => house.get<List<{ id: string }>>(worker, `ccas/needs?status=${status}`);
  /** A mail leaves 15 seconds after what it tells: that time passes here. */
  const mailOf = async (wanted: (mail: ReceivedMail) => boolean) => {
    await house.pass(16);
    return house.inbox.waitFor(wanted, 30_000);
  };

  it('asks the MJD for a permanence when four wait, and never before', async () => {
    for (const one of residents.slice(0, 3)) await noteNeed(house, one);
    await settledAt(async () => expect((await inState('waiting')).total).toBe(3));
    expect(await permanenceRequests(house)).toEqual([]);
    await noteNeed(house, residents[3]!);
    await settledAt(async () => expect(await permanenceRequests(house)).toEqual(['asked']));
  });

  it('opens the session that the partner gives by the link of its mail, and gives everybody a slot', async () => {
    const mail = await mailOf(({ to }) => to.includes(mailbox));
    const page = new URL(mail.links.find((link) => link.includes('/p/'))!).pathname;
    expect(await house.page(page)).toMatchObject({
      status: 200,
      text: expect.stringContaining('4 personnes'),
    });
    expect(await permanenceRequests(house)).toEqual(['asked']);
    const date = addDays(parisDay(new Date()), 5);
    const where = { placeId: 'other', placeName: 'Maison de la justice', address: '1 rue du Palais, Massy' };
    const length = { durationMinutes: '60', slotMinutes: '15' };
    const answered = await house.page(page, { answer: 'accept', date, time: '14:00', ...length, ...where });
    expect(answered.status).toBe(200);
    await settledAt(async () => expect((await inState('placed')).total).toBe(4));
    await settledAt(async () => expect((await needs('placed')).total).toBe(4));
  });

  it('tells each resident by a mail with an invitation, and the CCAS sees each chain whole', async () => {
    await house.pass(16);
    for (const { email } of residents.slice(0, 4)) {
      const mail = await house.inbox.waitFor(({ to }) => to.includes(email), 30_000);
      expect(mail).toMatchObject({ icalMethod: 'REQUEST', ical: expect.stringContaining('BEGIN:VEVENT') });
    }
    for (const { needId } of residents.slice(0, 4)) {
      await settledAt(async () => {
        const chain = await house.get<Chain>(worker, `ccas/needs/${needId}/chain`);
        const types = chain.items.map(({ type }) => type);
        expect(chain.complete).toBe(true);
        for (const type of [...wholeStory, 'NoticeDelivered']) expect(types).toContain(type);
      });
    }
  });

  it('gives what one resident cancels by link to the fifth, who waits, at once', async () => {
    const fifth = residents[4]!;
    await noteNeed(house, fifth);
    await settledAt(async () => expect((await inState('waiting')).total).toBe(1));
    const [first] = (await inState('placed')).items;
    const { email } = residents.find(({ needId }) => needId === first!.needId)!;
    const mail = house.inbox.messages().find(({ to }) => to.includes(email))!;
    const page = new URL(mail.links.find((link) => link.includes('/r/'))!).pathname;
    const cancelled = await house.page(page, { answer: 'cancel', wantsAnother: 'no' });
    expect(cancelled.status).toBe(200);
    // In the decision that freed the slot: there is nothing to wait for.
    const placed = (await inState('placed')).items.find(({ needId }) => needId === fifth.needId);
    expect(placed?.appointment?.startsAt).toBe(first!.appointment!.startsAt);
    await settledAt(async () => expect((await needs('returned')).total).toBe(1));
    await mailOf(({ to, icalMethod }) => to.includes(fifth.email) && icalMethod === 'REQUEST');
    await house.inbox.waitFor(({ to, icalMethod }) => to.includes(email) && icalMethod === 'CANCEL', 30_000);
  });

  it('leaves a town in which everything adds up', async () => {
    const { prefix, inboxUrl } = house;
    const verdict = await verify({ mongodbUri: testInfrastructure().mongodbUri, prefix, inboxUrl }, 30_000);
    expect(verdict.breaches).toEqual([]);
    expect(verdict.counts).toMatchObject({ needs: 5, requests: 5 });
  });

  it('puts no name, address, number, word or note of anybody on any topic', async () => {
    const personal = residents.flatMap(({ firstName, lastName, email, phone }) => [
      ...[
        firstName,
        lastName,
        email,
        phone,
        phone.replaceAll(' ', ''),
        `+33${phone.replaceAll(' ', '').slice(1)}`,
      ],
    ]);
    const secret = [...personal, words, note, 'crédits', 'pension', mailbox, 'mjd.exemple.test'];
    expect(personalIn('{"to":"a@b.fr","tel":"06 11 22 33 41"}', ['tel'])).toHaveLength(3);
    const scan = await scanTopics(house.prefix, secret);
    expect(scan.found).toEqual([]);
    // It does look: a word that events do carry is found.
    expect((await scanTopics(house.prefix, ['debt'])).found).toContain(`${house.prefix}.ccas.need: debt`);
    expect(scan.topics).toEqual(
      expect.arrayContaining([`${house.prefix}.people.person`, `${house.prefix}.ccas.need`]),
    );
    expect(scan.records).toBeGreaterThan(20);
  });
});

const wholeStory = [
  'RequestWaiting',
  'PermanenceRequested',
  'PermanenceRequestAccepted',
  'AppointmentBooked',
];

/** Other services hear of it well under a second later; the machine may be busy. */
const settledAt = <T>(look: () => Promise<T>) => eventually(look, { withinMs: 30_000, everyMs: 100 });

async function permanenceRequests(house: House): Promise<string[]> {
  const path = 'legal-access/permanence-requests';
  const { items } = await house.get<List<{ status: string }>>(officer!, path);
  return items.map(({ status }) => status);
}

/** One partner who takes the subject, and no permanence that serves it. */
async function layOut(house: House): Promise<void> {
  const partner = {
    name: 'Maison de la justice et du droit',
    kind: 'mjd',
    topics: ['debt'],
    rank: 1,
    mailbox,
  };
  await house.post(officer!, 'directory/partners', { id: randomUUID(), ...partner });
}

async function noteNeed(house: House, one: (typeof residents)[number]): Promise<void> {
  const { personId: id, needId, ...identity } = one;
  await house.post(worker!, 'people/persons', { id, ...identity });
  const need = { id: needId, personId: id, words, note, topic: 'debt', contactedOn: parisDay(new Date()) };
  await house.post(worker!, 'ccas/needs', need);
}
