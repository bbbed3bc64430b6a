// A town of five needs, written by hand as its services would leave it: everything adds up, until somebody breaks it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MongoClient, type Db, type Document } from 'mongodb';
import { testInfrastructure, uniquePrefix } from '@passerelle/testing';
import type { Where } from './read-town';

type Row = Document & { _id: string };
type Service = 'people' | 'ccas' | 'directory' | 'legal-access' | 'notifications';

const day0 = Date.parse('2026-11-02T08:00:00.000Z');
export const hours = (count: number) => new Date(day0 + count * 3_600_000);
const territory = '91645';

export interface SmallTown {
  readonly where: Where;
  readonly db: (service: Service) => Db;
  /** Collections by name, of documents with text ids. */
  readonly all: (service: Service, collection: string) => ReturnType<Db['collection']>;
  /** Appends to an aggregate's story; gives the id of the event. */
  readonly tell: (event: Told) => Promise<string>;
  readonly mails: { messageId: string; subject: string }[];
  readonly stop: () => Promise<void>;
}

export interface Told {
  readonly service: Service;
  readonly aggregate: string;
  readonly id: string;
  readonly type: string;
  readonly data?: Document;
  readonly published?: Document;
  readonly causedBy?: string;
  readonly actor?: string;
  readonly at?: Date;
}

export async function smallTown(): Promise<SmallTown> {
  const { mongodbUri } = testInfrastructure();
  const client = await new MongoClient(mongodbUri).connect();
  const prefix = uniquePrefix('verify');
  const mails: SmallTown['mails'] = [];
  const inbox = await serve(mails);
  const db = (service: Service) => client.db(`${prefix}-${service}`);
  const town: SmallTown = {
    where: { mongodbUri, prefix, inboxUrl: `http://127.0.0.1:${(inbox.address() as AddressInfo).port}` },
    db,
    all: (service, collection) => db(service).collection(collection),
    tell: teller(db),
    mails,
    stop: async () => {
      for (const service of services) await db(service).dropDatabase();
      await client.close();
      await new Promise((resolve) => inbox.close(resolve));
    },
  };
  await liveHere(town);
  return town;
}

const services: readonly Service[] = ['people', 'ccas', 'directory', 'legal-access', 'notifications'];

function serve(mails: SmallTown['mails']): Promise<Server> {
  const server = createServer((_request, response) => response.end(JSON.stringify(mails)));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function teller(db: (service: Service) => Db) {
  let count = 0;
  return async ({ service, aggregate, id, type, data = {}, published, causedBy, actor, at }: Told) => {
    count += 1;
    const _id = `event-${String(count).padStart(4, '0')}`;
    const journal = db(service).collection<Row>('journal');
    const sequence = (await journal.countDocuments({ aggregate, aggregateId: id })) + 1;
    const correlationId = 'story';
    const causationId = causedBy ?? correlationId;
    const publication = published && { publication: { topic: 'any', type, version: 1, data: published } };
    await journal.insertOne({
      ...{ _id, aggregate, aggregateId: id, sequence, type, data, territory, correlationId, causationId },
      ...{
        // Each its own decision.
        at: at ?? new Date(day0 + count * 1_000),
        ...(actor && { actor }),
        ...publication,
      },
    });
    await db(service)
      .collection<Row>(aggregate)
      .updateOne({ _id: id }, { $set: { version: sequence, territory } });
    const needId = published?.['needId'] as string | undefined;
    if (published && service !== 'ccas' && service !== 'people') {
      await db('ccas')
        .collection<Row>('chain-links')
        .insertOne({ _id, ...(needId && { needId }) });
    }
    return _id;
  };
}

/** Amina has a slot, Bruno waits, Chloé came, David was given back; Élise was referred to a partner. */
async function liveHere(town: SmallTown): Promise<void> {
  await sessions(town);
  await put(town, 'legal-access', 'demand', 'demand-family', {
    topic: 'family-law',
    waiting: [],
    policies: [],
  });
  const david = await need(town, 'david', 'family-law', {
    status: 'returned',
    because: 'resident-cancelled',
  });
  await town.tell({
    ...{
      service: 'legal-access',
      aggregate: 'demand',
      id: 'demand-family',
      type: 'WaitBegan',
      causedBy: david,
    },
    data: { topic: 'family-law', ...waits('david', -96), declined: ['session-0', 'session-1'] },
  });
  await amina(town);
  await chloe(town);
  await bruno(town);
  await town.tell({
    ...{
      service: 'legal-access',
      aggregate: 'demand',
      id: 'demand-family',
      type: 'WaitEnded',
      causedBy: david,
    },
    data: { topic: 'family-law', needId: 'david', because: 'left' },
  });
  await town.tell({
    ...{
      service: 'legal-access',
      aggregate: 'request',
      id: 'david',
      type: 'RequestReturned',
      causedBy: david,
    },
    data: { because: 'resident-cancelled' },
    published: { needId: 'david', because: 'resident-cancelled' },
  });
  await elise(town);
}

async function elise(town: SmallTown): Promise<void> {
  const lastReferralId = 'referral-elise';
  const youth = { field: 'youth', topic: 'youth-job' };
  await put(town, 'ccas', 'need', 'elise', { status: 'referred', ...youth, lastReferralId });
  await town.tell({ service: 'ccas', aggregate: 'need', id: 'elise', type: 'NeedNoted', actor: 'claire' });
  const promise = { remindAt: hours(240), expireAt: hours(720) };
  await put(town, 'ccas', 'referral', lastReferralId, { status: 'sent', needId: 'elise', promise });
  const sent = await town.tell({
    ...{ service: 'ccas', aggregate: 'referral', id: lastReferralId, type: 'ReferralSent', actor: 'claire' },
    published: { referralId: lastReferralId, needId: 'elise' },
  });
  await deliver(town, 'delivery-elise', 'referral-sent', sent, 'awaiting-agent');
}

const waits = (needId: string, since: number) => ({
  ...{ needId, urgency: 'normal', since: hours(since), contactedOn: '2026-10-20', declined: [] as string[] },
});

function put(town: SmallTown, service: Service, collection: string, id: string, state: Document) {
  return town.db(service).collection<Row>(collection).insertOne({ _id: id, version: 0, territory, state });
}

async function sessions(town: SmallTown): Promise<void> {
  const open = async (id: string, topics: string[], from: number, taken: Document[]) => {
    const slots = taken.map((slot, at) => ({
      startsAt: hours(from + at),
      endsAt: hours(from + at + 1),
      ...slot,
    }));
    const span = { startsAt: hours(from), endsAt: hours(from + taken.length) };
    const facts = { placeId: 'town-hall', room: 'Bureau 1', topics, ...span };
    await put(town, 'legal-access', 'session', id, { status: 'open', ...facts, slots });
    const free = slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
    const data = { ...facts, slots: free };
    await town.tell({
      service: 'legal-access',
      aggregate: 'session',
      id,
      type: 'SessionOpened',
      data,
      actor: 'nadia',
    });
  };
  const slot = (who: string) => ({ needId: who, appointmentId: `appointment-${who}` });
  await open('session-0', ['family-law'], -72, [{ ...slot('chloe'), attendance: 'attended' }]);
  await open('session-1', ['family-law'], 72, [slot('amina'), {}]);
  await open('session-2', ['housing-law'], 96, [{}]);
}

/** Noted by the CCAS and filed by legal access; gives the id of what the CCAS told. */
async function need(town: SmallTown, id: string, topic: string, end: Document): Promise<string> {
  const { status, ...more } = end;
  const needStatus = status === 'waiting' ? 'oriented' : status;
  const subject = { personId: `person-${id}`, topic, urgency: 'normal', contactedOn: '2026-10-20' };
  await put(town, 'ccas', 'need', id, { status: needStatus, field: 'legal-access', ...subject, ...more });
  const identified = await town.tell({
    ...{ service: 'ccas', aggregate: 'need', id, type: 'NeedIdentified', actor: 'claire' },
    published: { needId: id, topic },
  });
  const since = hours(-48);
  await put(town, 'legal-access', 'request', id, { status, ...subject, since, ...more });
  const data = { ...subject, since };
  await town.tell({
    ...{
      service: 'legal-access',
      aggregate: 'request',
      id,
      type: 'RequestFiled',
      data,
      causedBy: identified,
    },
  });
  return identified;
}

async function amina(town: SmallTown): Promise<void> {
  const where = { appointmentId: 'appointment-amina', sessionId: 'session-1', startsAt: hours(72) };
  const appointment = { ...where, walkIn: false };
  const cause = await need(town, 'amina', 'family-law', { status: 'placed', appointment });
  const booked = await book(town, 'amina', where, cause);
  await deliver(town, 'delivery-amina', 'appointment-booked', booked, 'sent');
  town.mails.push({ messageId: 'delivery-amina@town.example', subject: 'Votre rendez-vous' });
  // The same mail twice, after a crash: a mailbox shows one.
  town.mails.push({ messageId: 'delivery-amina@town.example', subject: 'Votre rendez-vous' });
}

async function book(town: SmallTown, id: string, where: Document, causedBy: string): Promise<string> {
  const { sessionId, startsAt, appointmentId } = where;
  await town.tell({
    ...{
      service: 'legal-access',
      aggregate: 'session',
      id: sessionId as string,
      type: 'SlotBooked',
      causedBy,
    },
    data: { startsAt, needId: id, appointmentId, walkIn: false },
  });
  return town.tell({
    ...{ service: 'legal-access', aggregate: 'request', id, type: 'AppointmentBooked', causedBy },
    data: { ...where, walkIn: false },
    published: { needId: id, topic: 'family-law', ...where, walkIn: false },
  });
}

async function chloe(town: SmallTown): Promise<void> {
  const where = { appointmentId: 'appointment-chloe', sessionId: 'session-0', startsAt: hours(-72) };
  const cause = await need(town, 'chloe', 'family-law', { status: 'closed', outcome: 'attended' });
  await town.all('ccas', 'need').updateOne({ _id: 'chloe' as never }, { $set: { 'state.outcome': 'met' } });
  const booked = await book(town, 'chloe', where, cause);
  await deliver(town, 'delivery-chloe', 'appointment-booked', booked, 'told');
  for (const type of ['AttendanceRecorded', 'RequestClosed']) {
    await town.tell({
      ...{ service: 'legal-access', aggregate: 'request', id: 'chloe', type, actor: 'lucie' },
      published: { needId: 'chloe' },
    });
  }
}

/** Waits for a permanence that is asked of a partner. */
async function bruno(town: SmallTown): Promise<void> {
  const cause = await need(town, 'bruno', 'debt', { status: 'waiting', because: 'no-slot' });
  const queued = await town.tell({
    ...{
      service: 'legal-access',
      aggregate: 'request',
      id: 'bruno',
      type: 'RequestWaiting',
      causedBy: cause,
    },
    published: { needId: 'bruno', because: 'no-slot' },
  });
  const waiting = [waits('bruno', -48)];
  const open = { openPermanenceRequestId: 'asked-1', policies: [] };
  await put(town, 'legal-access', 'demand', 'demand-debt', { topic: 'debt', waiting, ...open });
  const demand = {
    service: 'legal-access',
    aggregate: 'demand',
    id: 'demand-debt',
    causedBy: queued,
  } as const;
  await town.tell({ ...demand, type: 'WaitBegan', data: { topic: 'debt', ...waits('bruno', -48) } });
  await put(town, 'legal-access', 'permanence-request', 'asked-1', { status: 'asked', topic: 'debt' });
  const asked = {
    service: 'legal-access',
    aggregate: 'permanence-request',
    id: 'asked-1',
    causedBy: queued,
  } as const;
  await town.tell({ ...asked, type: 'PermanenceRequestOpened', data: { topic: 'debt' } });
  const requested = await town.tell({
    ...asked,
    type: 'PermanenceRequested',
    published: { permanenceRequestId: 'asked-1' },
  });
  await deliver(town, 'delivery-partner', 'permanence-requested', requested, 'awaiting-agent');
}

async function deliver(town: SmallTown, id: string, notice: string, becauseOf: string, status: string) {
  const recipient = { kind: 'resident', personId: id };
  await put(town, 'notifications', 'delivery', id, {
    status,
    notice,
    becauseOf,
    recipient,
    fact: { needId: id },
  });
  await town.tell({
    service: 'notifications',
    aggregate: 'delivery',
    id,
    type: 'DeliveryPlanned',
    causedBy: becauseOf,
  });
}
