import { randomUUID } from 'node:crypto';
import { isRefusal } from '@passerelle/domain-kit';
import { createDeclaredIndexes, UnitOfWork } from '@passerelle/messaging';
import { testInfrastructure, uniquePrefix } from '@passerelle/testing';
import mongoose from 'mongoose';
import { Outage } from '../application/outage';
import type { MailOutcome, OutgoingMail } from '../application/ports';
import { SendDelivery } from '../application/send-delivery';
import { words } from '../application/words';
import { noWishes, type Contact } from '../domain/channel';
import type { DeliveryCommand } from '../domain/delivery.decide';
import type { Notified } from '../domain/delivery';
import { SENDING_MS, UNDO_MS } from '../domain/patience';
import { deliveryFinds } from './delivery/delivery.finds';
import { deliveryStore } from './delivery/delivery.store';
import { needWorkers } from './need-workers';

const database = uniquePrefix('sending');
const clock = { at: new Date('2026-12-01T09:00:00Z'), now: () => clock.at };
const forward = (ms: number) => (clock.at = new Date(clock.at.getTime() + ms));

/** One process: its own connection, and a mail server that the test plays. */
class Post {
  readonly connection = mongoose.createConnection(testInfrastructure().mongodbUri, { dbName: database });
  readonly unitOfWork = new UnitOfWork(this.connection, clock);
  readonly deliveries = deliveryStore(this.connection);
  readonly finds = deliveryFinds(this.connection);
  readonly ports = { deliveries: this.deliveries, finds: this.finds, workers: needWorkers(this.connection) };
  readonly mails: OutgoingMail[] = [];
  answer: MailOutcome | (() => Promise<MailOutcome>) = 'taken';
  contact: Contact | 'unavailable' | 'nobody-there' = {
    name: 'Nadia',
    mail: 'n@exemple.fr',
    phone: '06',
    wishes: noWishes,
  };

  readonly sender = new SendDelivery(
    this.unitOfWork,
    {
      ...this.ports,
      contacts: { of: async () => this.contact },
      links: { to: async () => 'https://passerelle.example/r/x' },
      mailer: {
        send: async (mail) => {
          this.mails.push(mail);
          return typeof this.answer === 'function' ? this.answer() : this.answer;
        },
      },
    },
    { words, town: { name: 'Verrières-le-Buisson' } },
    { mail: new Outage(), resident: new Outage(), partner: new Outage() },
  );

  async do(id: string, command: DeliveryCommand): Promise<void> {
    const outcome = await this.unitOfWork.run({ territory: '91645' }, (tx) =>
      this.deliveries.decide(tx, id, command),
    );
    if (isRefusal(outcome)) throw new Error(outcome.refused);
  }
  async planned(more: Partial<Notified> = {}): Promise<string> {
    const id = randomUUID();
    const notified: Notified = {
      notice: 'appointment-booked',
      saidAs: 'appointment-booked',
      recipient: { kind: 'resident', personId: randomUUID() },
      fact: {
        needId: randomUUID(),
        appointmentId: randomUUID(),
        startsAt: '2027-12-03T13:00:00Z',
        endsAt: '2027-12-03T13:30:00Z',
      },
      plannedAt: clock.at,
      becauseOf: randomUUID(),
      uselessAfter: new Date('2027-12-03T13:00:00Z'),
      ...more,
    };
    await this.do(id, { do: 'plan', notified, sendAfter: new Date(clock.at.getTime() + UNDO_MS) });
    return id;
  }
  async stateOf(id: string) {
    return (await this.deliveries.read(id))?.state;
  }
}

describe('sending a delivery', () => {
  const [one, two] = [new Post(), new Post()];
  beforeAll(async () => {
    await Promise.all([one.connection.asPromise(), two.connection.asPromise()]);
    await createDeclaredIndexes(one.connection);
  });
  afterAll(() => Promise.all([one.connection.close(), two.connection.close()]));
  beforeEach(() => {
    for (const post of [one, two]) {
      post.mails.length = 0;
      post.answer = 'taken';
    }
  });

  it('is not due before the undo is over', async () => {
    const id = await one.planned();
    await one.sender.send(id);
    expect(await one.stateOf(id)).toMatchObject({ status: 'pending' });
    expect(one.mails).toEqual([]);
  });

  it('happens once, whoever and however many try at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => one.planned()));
    forward(UNDO_MS);
    const tries = ids.flatMap((id) => [one, two, one, two].map((post) => post.sender.send(id)));
    await Promise.all(tries);
    const sent = [...one.mails, ...two.mails].map(({ deliveryId }) => deliveryId).sort();
    expect(sent).toEqual([...ids].sort());
    for (const id of ids) expect(await one.stateOf(id)).toMatchObject({ status: 'sent' });
  });

  it('killed between sending and marking is taken over after its time, as the same mail', async () => {
    const id = await one.planned();
    forward(UNDO_MS);
    one.answer = () => Promise.reject(new Error('killed'));
    await expect(one.sender.send(id)).rejects.toThrow('killed');
    await two.sender.send(id);
    expect(two.mails).toEqual([]);
    expect((await two.finds.toSend(clock.at, ['resident'], 10)).map((due) => due.id)).not.toContain(id);
    forward(SENDING_MS);
    expect((await two.finds.toSend(clock.at, ['resident'], 10)).map((due) => due.id)).toContain(id);
    await two.sender.send(id);
    expect(two.mails.map(({ deliveryId }) => deliveryId)).toEqual([id]);
    expect(await two.stateOf(id)).toMatchObject({ status: 'sent' });
  });

  it('that was leaving when its appointment was cancelled does not leave after it', async () => {
    const id = await one.planned();
    forward(UNDO_MS);
    one.answer = 'unavailable';
    await one.sender.send(id);
    const state = await one.stateOf(id);
    if (!state || state.status === 'none') throw new Error('not planned');
    forward(1000);
    await one.planned({
      notice: 'appointment-cancelled',
      saidAs: 'appointment-cancelled',
      fact: { ...state.fact, revision: 1, by: 'agent' },
    });
    forward(UNDO_MS);
    one.answer = 'taken';
    await one.sender.send(id);
    expect(await one.stateOf(id)).toMatchObject({ status: 'dropped', because: 'overtaken' });
  });

  it.each([
    ['refused', { status: 'awaiting-agent', channel: 'phone-list', because: 'mail-refused' }],
    ['deferred', { status: 'pending', deferred: 1, postponed: 1 }],
    ['unavailable', { status: 'pending', deferred: 0, postponed: 1 }],
  ] as const)('%s by the mail server', async (answer, expected) => {
    const id = await one.planned();
    forward(UNDO_MS);
    one.answer = answer;
    await one.sender.send(id);
    expect(await one.stateOf(id)).toMatchObject(expected);
    expect(one.sender.outages.mail.isProbing).toBe(answer === 'unavailable');
    one.sender.outages.mail.worked();
  });

  it('waits while `people` is away, and ends when nobody is there any more', async () => {
    const known = one.contact;
    const id = await one.planned();
    forward(UNDO_MS);
    one.contact = 'unavailable';
    await one.sender.send(id);
    expect(await one.stateOf(id)).toMatchObject({ status: 'pending', postponed: 1 });
    expect(one.sender.outages.resident.isOver).toBe(false);
    expect(one.sender.outages.partner.isOver).toBe(true);
    one.contact = 'nobody-there';
    forward(60_000);
    await one.sender.send(id);
    expect(await one.stateOf(id)).toMatchObject({ status: 'dropped', because: 'nobody-there' });
    one.contact = known;
  });

  it('that would come too late is not sent', async () => {
    const id = await one.planned({ uselessAfter: clock.at });
    forward(UNDO_MS);
    await one.sender.send(id);
    expect(await one.stateOf(id)).toMatchObject({ status: 'dropped', because: 'too-late' });
  });

  it('hangs what it publishes on the event that made it', async () => {
    const becauseOf = randomUUID();
    const id = await one.planned({ becauseOf });
    forward(UNDO_MS);
    await one.sender.send(id);
    const [sent] = await one.connection
      .db!.collection('journal')
      .find({ aggregateId: id, type: 'MailSent' })
      .toArray();
    expect(sent).toMatchObject({ causationId: becauseOf, publication: { type: 'NoticeDelivered' } });
  });
});
