import { randomUUID } from 'node:crypto';
import {
  AppointmentBooked,
  AttendanceRecorded,
  NoticeDelivered,
  PermanenceRequestAccepted,
  PermanenceRequested,
  PermanenceRequestHeld,
  RequestWaiting,
} from '@passerelle/contracts';
import { eventually } from '@passerelle/testing';
import { CcasUnderTest, form, type Body, type OtherService } from './under-test.spec';

const patience = { withinMs: 30_000 };

describe('promises, go-aheads and chains', () => {
  let ccas: CcasUnderTest;
  let worker: string;
  let officer: string;
  let legalAccess: OtherService;
  let notifications: OtherService;

  beforeAll(async () => {
    ccas = await CcasUnderTest.start();
    worker = await ccas.token('ccas-worker', { name: 'Claire Marchand' });
    officer = await ccas.token('ccas-officer', { sub: 'paul', name: 'Paul Renard' });
    legalAccess = await ccas.otherService('legal-access', 'legal-access');
    notifications = await ccas.otherService('notifications');
    await eventually(
      async () => {
        expect(await ccas.database.collection('served-fields').countDocuments()).toBe(1);
      },
      { withinMs: 60_000 },
    );
  }, 120_000);
  afterAll(async () => {
    await legalAccess?.stop();
    await notifications?.stop();
    await ccas?.stop();
  });

  const call = (method: string, path: string, body?: unknown, token = worker) =>
    ccas.call(method, path, body, token);
  const identify = async () =>
    (await call('POST', '/needs', form())).body as { id: string; personId: string };
  const see = (id: string, expected: object) =>
    eventually(
      async () => expect((await call('GET', `/needs/${id}`)).body).toMatchObject(expected),
      patience,
    );
  const subjectOf = (need: { id: string; personId: string }) => ({
    needId: need.id,
    personId: need.personId,
    topic: 'housing-law',
  });
  const appointment = () => ({
    appointmentId: randomUUID(),
    revision: 0,
    sessionId: randomUUID(),
    startsAt: '2026-12-03T13:00:00Z',
    endsAt: '2026-12-03T13:30:00Z',
    placeName: 'Espace Jean-Moulin',
    placeAddress: '1, place de la Mairie',
    profession: 'lawyer',
  });
  /** As a reaction of that service would: the event heard is the cause. */
  const becauseOf = async (needId: string, type: string) => {
    const found = await ccas.database.collection('journal').findOne({ aggregateId: needId, type });
    return { correlationId: String(found!['correlationId']), causationId: String(found!['_id']) };
  };

  it('tells the whole chain, from the desk to the mail, by causes', async () => {
    const need = await identify();
    const subject = subjectOf(need);
    const cause = await becauseOf(need.id, 'NeedClassified');
    const waiting = await legalAccess.say(
      RequestWaiting,
      { ...subject, urgency: 'urgent', waitingCount: 4, because: 'no-slot' },
      cause,
    );
    const permanenceRequestId = randomUUID();
    const asked = { permanenceRequestId, topic: 'housing-law', waitingCount: 4, because: 'threshold' };
    const held = await legalAccess.say(PermanenceRequestHeld, asked, { ...cause, causationId: waiting });
    await eventually(async () => {
      const list = await call('GET', '/go-aheads', undefined, officer);
      expect(list.body).toMatchObject({ total: 1, items: [{ permanenceRequestId, waitingCount: 4 }] });
    }, patience);
    const given = await call('POST', `/go-aheads/${permanenceRequestId}`, { granted: true }, officer);
    expect(given.body).toMatchObject({ status: 'answered', granted: true });
    // It can be taken back for fifteen seconds, then it leaves by itself.
    await eventually(async () => {
      const list = await call('GET', '/go-aheads?status=given', undefined, officer);
      expect(list.body).toMatchObject({ items: [{ permanenceRequestId, granted: true }] });
    }, patience);
    const goAhead = await becauseOf(permanenceRequestId, 'GoAheadGiven');
    const partnerId = randomUUID();
    const requested = await legalAccess.say(
      PermanenceRequested,
      { ...asked, partnerId, answerBy: '2026-11-30T07:00:00Z', attempt: 1 },
      goAhead,
    );
    const accepted = await legalAccess.say(
      PermanenceRequestAccepted,
      {
        ...{ permanenceRequestId, topic: 'housing-law', partnerId, sessionId: randomUUID(), slots: 4 },
        ...{ startsAt: '2026-12-03T13:00:00Z', endsAt: '2026-12-03T15:00:00Z' },
      },
      { ...cause, causationId: requested, actor: 'link:permanence-answer' },
    );
    const booked = await legalAccess.say(
      AppointmentBooked,
      { ...subject, ...appointment(), urgency: 'urgent', walkIn: false },
      { ...cause, causationId: accepted },
    );
    await notifications.say(
      NoticeDelivered,
      {
        deliveryId: randomUUID(),
        notice: 'appointment-booked',
        channel: 'mail',
        recipient: 'resident',
        needId: need.id,
      },
      { ...cause, causationId: booked },
    );
    await see(need.id, { status: 'placed', appointment: { startsAt: '2026-12-03T13:00:00.000Z' } });
    await eventually(async () => {
      const chain = (await call('GET', `/needs/${need.id}/chain`)).body;
      expect(chain['complete']).toBe(true);
      const told = chain['items'].map(({ type, lane, by }: Body) => [type, lane, by.name ?? by.kind]);
      expect(told).toEqual([
        ['NeedNoted', 'CCAS', 'Claire Marchand'],
        ['NeedClassified', 'CCAS', 'Claire Marchand'],
        ['NeedOriented', 'CCAS', 'Claire Marchand'],
        ['RequestWaiting', 'Accès au droit', 'software'],
        ['PermanenceRequestHeld', 'Accès au droit', 'software'],
        ['GoAheadGiven', 'CCAS', 'Paul Renard'],
        ['PermanenceRequested', 'Accès au droit', 'software'],
        ['PermanenceRequestAccepted', 'Partenaire', 'partner'],
        ['AppointmentBooked', 'Accès au droit', 'software'],
        ['NoticeDelivered', 'Notifications', 'software'],
      ]);
      const byType = new Map(chain['items'].map((item: Record<string, unknown>) => [item['type'], item]));
      expect(byType.get('PermanenceRequestHeld')).toMatchObject({ id: held, causedBy: waiting });
      expect(byType.get('NoticeDelivered')).toMatchObject({ causedBy: booked });
    }, patience);
  }, 120_000);

  it('reminds on day 10, expires on day 30, unless there is an appointment; and closes who was seen', async () => {
    const [forgotten, seen] = [await identify(), await identify()];
    const at = appointment();
    await legalAccess.say(AppointmentBooked, { ...subjectOf(seen), ...at, urgency: 'normal', walkIn: false });
    await see(seen.id, { status: 'placed' });
    await ccas.moveClock(11);
    await see(forgotten.id, { status: 'oriented', promise: { reminded: true } });
    await ccas.moveClock(31);
    await see(forgotten.id, { status: 'expired' });
    await see(seen.id, { status: 'placed', promise: { reminded: false } });
    const { appointmentId } = at;
    await legalAccess.say(AttendanceRecorded, { ...subjectOf(seen), appointmentId, attendance: 'attended' });
    await see(seen.id, { status: 'closed', outcome: 'met' });
    const published = await ccas.database
      .collection('journal')
      .find({ aggregateId: { $in: [forgotten.id, seen.id] }, publication: { $exists: true } })
      .toArray();
    expect(published.map(({ publication }) => publication.type).sort()).toEqual([
      'NeedClosed',
      'NeedExpired',
      'NeedIdentified',
      'NeedIdentified',
      'NeedReminderDue',
    ]);
    const chain = (await call('GET', `/needs/${forgotten.id}/chain`)).body;
    expect(chain).toMatchObject({ complete: true });
    const timeline = (await call('GET', `/needs/${forgotten.id}/timeline`)).body;
    expect(timeline['items'].at(-1)).toMatchObject({
      sentence: 'Promesse non tenue',
      by: { kind: 'software' },
    });
  }, 120_000);
});
