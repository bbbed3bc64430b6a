import { AppointmentBooked } from '@passerelle/contracts';
import { eventually } from '@passerelle/testing';
import { appointment } from './facts.spec';
import { Stage, territory } from './stage.spec';

/** Real mail server, real broker, two processes' worth of service: what is owed arrives, as one mail, whatever is down. */
const stage = new Stage();
let agent: string;
beforeAll(async () => {
  await stage.start();
  agent = await stage.signIn.issueToken({ roles: ['ccas-worker'], territories: [territory], sub: 'claire' });
}, 120_000);
afterAll(() => stage.stop());
beforeEach(() => stage.inbox.clear());

async function book(mail: string): Promise<string> {
  const booked = appointment();
  stage.knowPerson(booked.personId, { mail, phone: '0612345678' });
  await stage.teller.tell(AppointmentBooked, booked);
  await eventually(async () => expect(await statusOf(booked.needId)).toBe('pending'), { withinMs: 30_000 });
  return booked.needId;
}
async function statusOf(needId: string): Promise<string | undefined> {
  const deliveries = await stage.deliveriesOf(needId, agent);
  return deliveries.find(({ notice }) => notice === 'appointment-booked')?.status;
}
/** Waits and outages are in real time here, claims in domain time. */
const eventuallyStatus = (needId: string, status: string) =>
  eventually(
    async () => {
      stage.moveClock(5);
      expect(await statusOf(needId)).toBe(status);
    },
    { withinMs: 40_000, everyMs: 500 },
  );

it('waits for people, and leaves when it is back', async () => {
  stage.neighbours.down = true;
  const needId = await book('waits@exemple.fr');
  stage.moveClock(20);
  const asked = stage.neighbours.asked;
  await eventually(() => expect(stage.neighbours.asked).toBeGreaterThan(asked + 1), { withinMs: 20_000 });
  expect(stage.inbox.messages()).toEqual([]);
  stage.neighbours.down = false;
  await eventuallyStatus(needId, 'sent');
  expect(stage.inbox.messages().map(({ to }) => to)).toEqual([['waits@exemple.fr']]);
});

it('tries a mail again that the server puts off, under the same Message-ID', async () => {
  stage.inbox.behave({ refuseWith: 451, times: 2 });
  const needId = await book('later@exemple.fr');
  await eventuallyStatus(needId, 'sent');
  expect(stage.inbox.messages()).toHaveLength(1);
});

it('sends again what the server took without saying so, as the same mail', async () => {
  stage.inbox.behave({ loseAnswer: true, times: 1 });
  const needId = await book('lost@exemple.fr');
  await eventuallyStatus(needId, 'sent');
  const ids = stage.inbox.messages().map(({ messageId }) => messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

it('asks an agent to phone when the server refuses for good', async () => {
  stage.inbox.behave({ refuseWith: 550, times: 1 });
  const needId = await book('refused@exemple.fr');
  await eventuallyStatus(needId, 'awaiting-agent');
  expect(stage.inbox.messages()).toEqual([]);
  const { items } = (await stage.call('GET', '/to-phone', agent)).body;
  expect(items.find((item: { needId: string }) => item.needId === needId)).toMatchObject({
    because: 'mail-refused',
  });
});

it('sends each mail once when a second process joins and the first one leaves', async () => {
  const needs = await Promise.all(Array.from({ length: 12 }, (_, index) => book(`many-${index}@exemple.fr`)));
  const second = await stage.launch();
  await second.ready;
  stage.inbox.behave({ slowMs: 150 });
  stage.moveClock(20);
  await stage.inbox.waitFor(() => true);
  await second.stop();
  for (const needId of needs) await eventuallyStatus(needId, 'sent');
  stage.inbox.behave({});
  const to = stage.inbox.messages().map((mail) => mail.to[0]);
  expect(to.sort()).toEqual(needs.map((_, index) => `many-${index}@exemple.fr`).sort());
});
