import { randomUUID } from 'node:crypto';
import {
  AppointmentBooked,
  AppointmentCancelled,
  AppointmentMoved,
  NeedIdentified,
  PermanenceRequestAccepted,
  PermanenceRequested,
} from '@passerelle/contracts';
import { verifyLink } from '@passerelle/platform';
import { eventually } from '@passerelle/testing';
import { appointment, changed, needOf } from './facts.spec';
import { linkKey, Stage, territory } from './stage.spec';

const stage = new Stage();
let worker: string;
let officer: string;
beforeAll(async () => {
  await stage.start();
  worker = await stage.signIn.issueToken({ roles: ['ccas-worker'], territories: [territory], sub: 'claire' });
  officer = await stage.signIn.issueToken({
    roles: ['legal-access-officer'],
    territories: [territory],
    sub: 'nadia',
  });
}, 120_000);
afterAll(() => stage.stop());

const deliveriesOf = (needId: string) => stage.deliveriesOf(needId, worker);
const outcome = async (needId: string) =>
  Object.fromEntries(
    (await deliveriesOf(needId)).map(({ notice, status, because }) => [notice, because ?? status]),
  );

describe('a booked appointment', () => {
  const booked = appointment();
  beforeAll(async () => {
    stage.knowPerson(booked.personId, { mail: 'nadia@exemple.fr' });
    await stage.teller.tell(NeedIdentified, needOf(booked), 'claire');
    await stage.teller.tell(AppointmentBooked, booked);
    await eventually(async () => expect(await deliveriesOf(booked.needId)).toHaveLength(2), {
      withinMs: 30_000,
    });
  });

  it('waits for an undo, then leaves once, with an invitation and a link', async () => {
    expect(stage.inbox.messages()).toEqual([]);
    stage.moveClock(20);
    const mail = await stage.inbox.waitFor((each) => each.to.includes('nadia@exemple.fr'));
    const [delivery] = (await deliveriesOf(booked.needId)).filter(
      ({ notice }) => notice === 'appointment-booked',
    );
    expect(mail.messageId).toBe(`${delivery?.id}@passerelle.example`);
    expect(mail.subject).toMatch(/^Votre rendez-vous du /);
    expect(mail.text).toContain('Bonjour Nadia Benhamou,');
    expect(mail.html).toContain('<html lang="fr">');
    expect(mail.icalMethod).toBe('REQUEST');
    expect(mail.ical).toContain(`UID:${booked.appointmentId}`);
    expect(mail.ical).toContain('SEQUENCE:0');
    const token = mail.links[0]?.replace('https://passerelle.example/r/', '') ?? '';
    expect(await verifyLink(linkKey, 'appointment-answer', token)).toMatchObject({
      id: booked.needId,
      appointmentId: booked.appointmentId,
      exp: Math.floor(new Date(booked.startsAt).getTime() / 1000),
    });
    await eventually(async () =>
      expect(await outcome(booked.needId)).toMatchObject({ 'appointment-booked': 'sent' }),
    );
  });

  it('is in the inbox of the worker who identified the need, unread until they read it', async () => {
    const { body } = await stage.call('GET', '/messages', worker);
    const [message] = body.items.filter((each: { needId: string }) => each.needId === booked.needId);
    expect(message).toMatchObject({
      title: 'Rendez-vous fixé',
      read: false,
      notice: 'worker-appointment-booked',
    });
    expect((await stage.call('POST', `/messages/${message.id}/read`, officer)).body.name).toBe(
      'UnknownMessage',
    );
    expect((await stage.call('POST', `/messages/${message.id}/read`, worker)).status).toBe(200);
    expect((await stage.call('POST', `/messages/${message.id}/read`, worker)).status).toBe(200);
    const unread = (await stage.call('GET', '/messages?unread=true', worker)).body.items;
    expect(unread.map((each: { id: string }) => each.id)).not.toContain(message.id);
  });

  it('moved and cancelled changes the same entry of the calendar', async () => {
    await stage.teller.tell(AppointmentMoved, changed(booked, { revision: 1 }));
    await eventually(async () => expect(await outcome(booked.needId)).toHaveProperty('appointment-moved'));
    stage.moveClock(20);
    await stage.inbox.waitFor(({ ical }) => ical?.includes('SEQUENCE:1') ?? false);
    await stage.teller.tell(AppointmentCancelled, changed(booked, { revision: 2, by: 'session' }));
    await eventually(async () =>
      expect(await outcome(booked.needId)).toHaveProperty('appointment-cancelled'),
    );
    stage.moveClock(20);
    const mail = await stage.inbox.waitFor(({ icalMethod }) => icalMethod === 'CANCEL');
    expect(mail.ical).toContain(`UID:${booked.appointmentId}`);
    expect(mail.ical).toContain('SEQUENCE:2');
  });

  it('leaves no name, mail or phone in the database', async () => {
    const everything = await Promise.all(
      (await stage.database().collections()).map((collection) => collection.find().toArray()),
    );
    expect(JSON.stringify(everything)).toContain(booked.personId);
    expect(JSON.stringify(everything)).not.toMatch(/Benhamou|exemple\.fr/);
  });
});

describe('what is undone, untold or unheard', () => {
  it('tells nobody outside of an appointment undone within 15 seconds', async () => {
    const booked = appointment();
    stage.knowPerson(booked.personId, { mail: 'undone@exemple.fr' });
    await stage.teller.tell(AppointmentBooked, booked);
    await stage.teller.tell(AppointmentCancelled, changed(booked, { revision: 1, by: 'agent' }));
    await eventually(async () =>
      expect(await outcome(booked.needId)).toMatchObject({
        'appointment-booked': 'overtaken',
        'appointment-cancelled': 'never-told',
      }),
    );
    stage.moveClock(60);
    await settled();
    expect(stage.inbox.messages().filter(({ to }) => to.includes('undone@exemple.fr'))).toEqual([]);
  });

  it('finds the worker of a need that is heard after what became of it', async () => {
    const booked = appointment();
    await stage.teller.tell(AppointmentBooked, booked);
    await eventually(async () => expect(await deliveriesOf(booked.needId)).toHaveLength(2));
    const paul = await stage.signIn.issueToken({
      roles: ['ccas-worker'],
      territories: [territory],
      sub: 'paul',
    });
    const inboxOf = async (token: string) =>
      (await stage.call('GET', '/messages', token)).body.items.map((each: { needId: string }) => each.needId);
    expect(await inboxOf(paul)).toContain(booked.needId);
    await stage.teller.tell(NeedIdentified, needOf(booked), 'claire');
    await eventually(async () => expect(await inboxOf(paul)).not.toContain(booked.needId));
    expect(await inboxOf(worker)).toContain(booked.needId);
  });

  it('says nothing of a walk-in', async () => {
    const [walkIn, other] = [appointment({ walkIn: true }), appointment()];
    await stage.teller.tell(AppointmentBooked, walkIn);
    await stage.teller.tell(AppointmentBooked, other);
    await eventually(async () => expect(await deliveriesOf(other.needId)).toHaveLength(2));
    await settled();
    expect(await deliveriesOf(walkIn.needId)).toEqual([]);
  });
});

describe('people without mail', () => {
  async function bookedFor(contact: { mail?: string; phone?: string }, wishes: object = {}) {
    const booked = appointment();
    stage.knowPerson(booked.personId, contact, wishes);
    await stage.teller.tell(AppointmentBooked, booked);
    await eventually(async () => expect(await deliveriesOf(booked.needId)).toHaveLength(2));
    stage.moveClock(20);
    return eventually(async () => {
      const [found] = (await deliveriesOf(booked.needId)).filter(({ status }) => status === 'awaiting-agent');
      expect(found).toBeDefined();
      return { ...booked, delivery: found! };
    });
  }

  it('are phoned, with what to say and what not to do', async () => {
    const { needId, delivery } = await bookedFor({ phone: '0612345678' }, { doNotLeaveMessage: true });
    const { body } = await stage.call('GET', '/to-phone', worker);
    const [item] = body.items.filter((each: { needId: string }) => each.needId === needId);
    expect(item).toMatchObject({
      name: 'Nadia Benhamou',
      phone: '0612345678',
      doNotLeaveMessage: true,
      because: 'no-mail',
    });
    expect(item.sayThis.join(' ')).toContain('Un rendez-vous est fixé pour vous.');
    expect(item.sayThis.join(' ')).not.toContain('http');
    const done = await stage.call('POST', `/deliveries/${delivery.id}/done`, worker, { how: 'phone' });
    expect(done).toMatchObject({ status: 200, body: { status: 'told' } });
    expect(
      (await stage.call('POST', `/deliveries/${delivery.id}/done`, worker, { how: 'phone' })).status,
    ).toBe(200);
    const left = (await stage.call('GET', '/to-phone', worker)).body.items;
    expect(left.map((each: { needId: string }) => each.needId)).not.toContain(needId);
    const looks = await stage.database().collection('access-log').find({ actor: 'claire' }).toArray();
    expect(looks.map(({ why }) => why)).toContain('phone-list');
  });

  it('are told in person when they have no phone either, or get a letter', async () => {
    const { needId, delivery } = await bookedFor({});
    const { body } = await stage.call('GET', '/in-person', worker);
    expect(body.items.map((each: { needId: string }) => each.needId)).toContain(needId);
    const letter = await stage.call('GET', `/deliveries/${delivery.id}/letter`, worker);
    expect(letter.status).toBe(200);
    expect(letter.body).toContain('Bonjour Nadia Benhamou,');
    expect(letter.body).toContain('@page');
  });

  it('are never written to when they asked not to be', async () => {
    const { delivery } = await bookedFor(
      { mail: 'danger@exemple.fr', phone: '0612345678' },
      { doNotWrite: true },
    );
    expect(delivery).toMatchObject({ because: 'do-not-write', channel: 'phone-list' });
    const letter = await stage.call('GET', `/deliveries/${delivery.id}/letter`, worker);
    expect(letter).toMatchObject({ status: 409, body: { name: 'DoNotWrite' } });
    expect(stage.inbox.messages().filter(({ to }) => to.includes('danger@exemple.fr'))).toEqual([]);
  });

  it('are written to after all, once their address is known and somebody tries again', async () => {
    const { delivery, personId, needId } = await bookedFor({ phone: '0612345678' });
    const list = async (filter: string) =>
      (await stage.call('GET', `/deliveries?outside=true&${filter}`, worker)).body;
    const [listed] = (await list(`personId=${randomUUID()},${personId}`)).items;
    expect(listed).toMatchObject({
      ...{ id: delivery.id, noticeLabel: 'Rendez-vous fixé', channel: 'phone-list', because: 'no-mail' },
      recipient: { kind: 'resident', id: personId },
    });
    expect((await list(`personId=${randomUUID()}`)).total).toBe(0);
    const retry = (version: number) =>
      stage.call('POST', `/deliveries/${delivery.id}/retry`, worker, { version });
    expect(await retry(1)).toMatchObject({ status: 409, body: { name: 'StaleVersion' } });
    stage.knowPerson(personId, { mail: `${needId}@exemple.fr` });
    expect(await retry(listed.version)).toMatchObject({ status: 200, body: { status: 'pending' } });
    await stage.inbox.waitFor(({ to }) => to.includes(`${needId}@exemple.fr`));
    await eventually(async () => {
      const [sent] = (await list(`personId=${personId}`)).items;
      expect(sent).toMatchObject({ status: 'sent', at: expect.any(String) });
    });
    const { version } = (await list(`personId=${personId}`)).items[0];
    expect(await retry(version)).toMatchObject({ status: 409, body: { name: 'NothingToSend' } });
  });

  it('are not phoned any more when the appointment is cancelled first', async () => {
    const { delivery, needId, ...booked } = await bookedFor({ phone: '0612345678' });
    await stage.teller.tell(
      AppointmentCancelled,
      changed({ needId, ...booked }, { revision: 1, by: 'agent' }),
    );
    await eventually(async () =>
      expect(await outcome(needId)).toMatchObject({ 'appointment-cancelled': 'never-told' }),
    );
    const done = await stage.call('POST', `/deliveries/${delivery.id}/done`, worker, { how: 'phone' });
    expect(done).toMatchObject({ status: 409, body: { name: 'NothingToTell' } });
  });
});

it('writes to somebody in danger without saying what about', async () => {
  const booked = appointment({
    topic: 'victim-support',
    profession: 'victim-support',
    placeName: 'Maison de la justice',
  });
  stage.knowPerson(booked.personId, { mail: 'neutral@exemple.fr' }, { neutralSubject: true });
  await stage.teller.tell(AppointmentBooked, booked);
  await eventually(async () => expect(await deliveriesOf(booked.needId)).toHaveLength(2));
  stage.moveClock(20);
  const mail = await stage.inbox.waitFor(({ to }) => to.includes('neutral@exemple.fr'));
  expect(mail.subject).toBe('Un message pour vous');
  expect([mail.text, mail.html, mail.ical].join()).not.toMatch(/victime|justice/i);
});

describe('a permanence asked of a partner', () => {
  const asked = {
    permanenceRequestId: randomUUID(),
    topic: 'housing-law',
    waitingCount: 4,
    because: 'threshold',
    partnerId: randomUUID(),
    answerBy: new Date(Date.now() + 7 * 24 * 3_600_000).toISOString(),
    attempt: 1,
  };

  it('is a mail to its mailbox, with a link until the deadline', async () => {
    stage.neighbours.answers.set(`/partners/${asked.partnerId}/contact`, {
      name: 'MJD',
      mailbox: 'mjd@exemple.fr',
    });
    await stage.teller.tell(PermanenceRequested, asked);
    await eventually(async () =>
      expect(
        (await stage.call('GET', `/deliveries?permanenceRequestId=${asked.permanenceRequestId}`, officer))
          .body.total,
      ).toBe(1),
    );
    stage.moveClock(20);
    const mail = await stage.inbox.waitFor(({ to }) => to.includes('mjd@exemple.fr'));
    expect(mail.subject).toBe('Demande de permanence : Logement');
    const token = mail.links[0]?.replace('https://passerelle.example/p/', '') ?? '';
    expect(await verifyLink(linkKey, 'permanence-answer', token)).toMatchObject({
      id: asked.permanenceRequestId,
      partnerId: asked.partnerId,
      attempt: 1,
    });
  });

  it('accepted is one message to the officers', async () => {
    await stage.teller.tell(PermanenceRequestAccepted, {
      permanenceRequestId: asked.permanenceRequestId,
      topic: asked.topic,
      partnerId: asked.partnerId,
      sessionId: randomUUID(),
      startsAt: '2027-12-03T13:00:00Z',
      endsAt: '2027-12-03T15:00:00Z',
      slots: 4,
    });
    const titles = async (token: string) =>
      (await stage.call('GET', '/messages', token)).body.items.map(({ title }: { title: string }) => title);
    await eventually(async () => expect(await titles(officer)).toContain('Permanence acceptée'));
    expect(await titles(worker)).not.toContain('Permanence acceptée');
  });
});

describe('bad input', () => {
  it.each([
    ['GET', '/deliveries?status=lost', 422],
    ['GET', '/deliveries?needId[$ne]=1', 422],
    ['GET', '/messages?limit=100000', 422],
    ['POST', '/messages/not-an-id/read', 422],
    ['POST', `/deliveries/${randomUUID()}/done`, 404],
  ])('%s %s answers %d', async (method, path, status) => {
    const body = path.endsWith('done') ? { how: 'phone' } : undefined;
    expect((await stage.call(method, path, worker, body)).status).toBe(status);
  });

  it('keeps another territory and another role out', async () => {
    const elsewhere = await stage.signIn.issueToken({
      roles: ['ccas-worker'],
      territories: ['91477'],
      sub: 'claire',
    });
    expect((await stage.call('GET', '/deliveries', elsewhere)).body.total).toBe(0);
    expect((await stage.call('GET', '/messages', elsewhere)).body.total).toBe(0);
    const supervisor = await stage.signIn.issueToken({ roles: ['supervisor'], territories: [territory] });
    expect((await stage.call('GET', '/to-phone', supervisor)).status).toBe(403);
  });
});

/** Longer than a look at what is due. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2_500));
}
