import { AppointmentBooked, NeedIdentified } from '@passerelle/contracts';
import { eventually } from '@passerelle/testing';
import { appointment, needOf } from './facts.spec';
import { Stage, territory } from './stage.spec';

/** Real broker, real mail server, a clock that is moved: an agent hears by mail when they chose to. */
const stage = new Stage();
beforeAll(() => stage.start(), 120_000);
afterAll(() => stage.stop());
beforeEach(() => stage.inbox.clear());

const tokenOf = (sub: string) =>
  stage.signIn.issueToken({ roles: ['ccas-worker'], territories: [territory], sub });
const mailsTo = (mail: string) => stage.inbox.messages().filter(({ to }) => to.includes(mail));

async function choose(sub: string, choice: string, mail?: string) {
  const token = await tokenOf(sub);
  const { version } = (await stage.call('GET', '/preferences/mail', token)).body;
  return stage.call('PUT', '/preferences/mail', token, { version, choice, ...(mail && { mail }) });
}

/** Somebody's need has its appointment: a message to who identified it. */
async function tell(sub: string, more: object = {}) {
  const booked = appointment(more);
  stage.knowPerson(booked.personId, {});
  await stage.teller.tell(NeedIdentified, needOf(booked), sub);
  await stage.teller.tell(AppointmentBooked, booked);
  const token = await tokenOf(sub);
  await eventually(
    async () => {
      const { items } = (await stage.call('GET', '/messages', token)).body;
      expect(items.map(({ needId }: { needId: string }) => needId)).toContain(booked.needId);
    },
    { withinMs: 30_000 },
  );
  return booked;
}

/** To a time that a preference gave. */
const moveTo = (instant: string) =>
  stage.moveClock(Math.ceil((new Date(instant).getTime() - stage.now().getTime()) / 1000) + 1);

/** Longer than a look at what is due. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 2_500));

it('says nothing to who chose nothing, and needs an address', async () => {
  const token = await tokenOf('nobody');
  expect((await stage.call('GET', '/preferences/mail', token)).body).toEqual({
    ...{ version: 0, choice: 'never', refused: false },
  });
  expect(await choose('nobody', 'digest')).toMatchObject({ status: 409, body: { name: 'MailboxMissing' } });
  expect(await choose('nobody', 'digest', 'not an address')).toMatchObject({ status: 422 });
});

it('is one mail in the morning, with what came since and nobody’s name; the inbox is at once', async () => {
  await tell('claire');
  const chosen = await choose('claire', 'digest', 'claire@exemple.fr');
  expect(chosen).toMatchObject({ status: 200, body: { choice: 'digest', mail: 'claire@exemple.fr' } });
  await tell('claire');
  const read = await tell('claire');
  await tell('claire');
  const { items } = (await stage.call('GET', '/messages', await tokenOf('claire'))).body;
  const { id } = items.find(({ needId }: { needId: string }) => needId === read.needId);
  await stage.call('POST', `/messages/${id}/read`, await tokenOf('claire'));
  stage.moveClock(60);
  await settled();
  expect(mailsTo('claire@exemple.fr')).toEqual([]);

  moveTo(chosen.body.nextAt);
  const mail = await stage.inbox.waitFor(({ to }) => to.includes('claire@exemple.fr'));
  // One was before the choice, one is read already.
  expect(mail.subject).toMatch(/^2 messages dans Passerelle, /);
  expect(mail.text.match(/Rendez-vous fixé/g)).toHaveLength(2);
  expect(mail.text).toContain('https://passerelle.example/messages');
  expect(mail.text).not.toContain('Benhamou');
  const next = (await stage.call('GET', '/preferences/mail', await tokenOf('claire'))).body;
  expect(new Date(next.nextAt).getTime()).toBeGreaterThan(stage.now().getTime());

  moveTo(next.nextAt);
  await settled();
  expect(mailsTo('claire@exemple.fr')).toHaveLength(1);
}, 90_000);

it('does not wait for the morning for what is urgent, nor for who wants everything at once', async () => {
  await choose('urgente', 'digest', 'urgente@exemple.fr');
  await choose('presse', 'immediate', 'presse@exemple.fr');
  await tell('urgente', { urgency: 'urgent' });
  await tell('presse');
  stage.moveClock(20);
  await stage.inbox.waitFor(({ to }) => to.includes('urgente@exemple.fr'));
  await stage.inbox.waitFor(({ to }) => to.includes('presse@exemple.fr'));
}, 60_000);

it('leaves no address behind who wants no mail any more', async () => {
  await choose('finie', 'digest', 'finie@exemple.fr');
  expect(
    await stage.database().collection('agent-mailboxes').countDocuments({ mail: 'finie@exemple.fr' }),
  ).toBe(1);
  expect((await choose('finie', 'never')).body).toMatchObject({ choice: 'never' });
  expect(
    await stage.database().collection('agent-mailboxes').countDocuments({ mail: 'finie@exemple.fr' }),
  ).toBe(0);
  const stale = await stage.call('PUT', '/preferences/mail', await tokenOf('finie'), {
    ...{ version: 1, choice: 'digest', mail: 'finie@exemple.fr' },
  });
  expect(stale).toMatchObject({ status: 409, body: { name: 'StaleVersion' } });
  const journal = JSON.stringify(await stage.database().collection('journal').find().toArray());
  expect(journal).not.toContain('@exemple.fr');
});
