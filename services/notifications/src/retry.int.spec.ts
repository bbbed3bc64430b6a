import { randomUUID } from 'node:crypto';
import { AppointmentBooked } from '@passerelle/contracts';
import { eventually } from '@passerelle/testing';
import { appointment } from './facts.spec';
import { Stage, territory } from './stage.spec';

const stage = new Stage();
let worker: string;
beforeAll(async () => {
  await stage.start();
  worker = await stage.signIn.issueToken({ roles: ['ccas-worker'], territories: [territory], sub: 'claire' });
}, 120_000);
afterAll(() => stage.stop());

/** Their sending found no address: an agent is asked to tell them. */
async function bookedFor(contact: { phone: string }) {
  const booked = appointment();
  stage.knowPerson(booked.personId, contact);
  await stage.teller.tell(AppointmentBooked, booked);
  await eventually(async () => expect(await stage.deliveriesOf(booked.needId, worker)).toHaveLength(2), {
    withinMs: 30_000,
  });
  stage.moveClock(20);
  return eventually(async () => {
    const found = await stage.deliveriesOf(booked.needId, worker);
    const delivery = found.find(({ status }) => status === 'awaiting-agent');
    expect(delivery).toBeDefined();
    return { ...booked, delivery: delivery! };
  });
}

it('writes after all to who was to be phoned, once their address is known and somebody tries again', async () => {
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
