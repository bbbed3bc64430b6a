import { randomUUID } from 'node:crypto';
import { addDays, parisDay, parisInstant } from '@passerelle/calendar';
import {
  NeedExpired,
  NeedIdentified,
  NeedReoriented,
  NeedWithdrawn,
  PermanenceGoAheadGiven,
  PersonMerged,
} from '@passerelle/contracts';
import { aNeed, eventually, startLegalAccess, type Running, type Town } from './running.spec';

let service: Running;
beforeAll(async () => {
  service = await startLegalAccess();
}, 120_000);
afterAll(() => service?.stop());
afterEach(() => service.moveClock(0));

const day = (inDays: number) => addDays(parisDay(service.now()), inDays);

async function identify(town: Town, topic = 'housing-law', urgency: 'normal' | 'urgent' = 'normal') {
  const need = aNeed(topic, urgency);
  await town.tell(NeedIdentified, need);
  await eventually(async () =>
    expect(await town.request(need.needId)).toMatchObject({ needId: need.needId }),
  );
  return need;
}

/** So many people wait for a topic that nothing serves. */
async function crowd(town: Town, topic: string, size: number) {
  const needs = [];
  for (let count = 0; count < size; count += 1) needs.push(await identify(town, topic));
  return needs;
}

async function asked(town: Town, attempt = 1) {
  return eventually(async () => {
    const found = (await town.published('PermanenceRequested')).find(({ data }) => data.attempt === attempt);
    expect(found).toBeDefined();
    return found!.data as { permanenceRequestId: string; partnerId: string; attempt: number; topic: string };
  });
}

const linkOf = (
  { permanenceRequestId: id, partnerId, attempt }: Awaited<ReturnType<typeof asked>>,
  expiresAt?: Date,
) => service.link('permanence-answer', { id, partnerId, attempt }, expiresAt);

describe('places and permanences', () => {
  it('are made once, and sessions are open two months ahead', async () => {
    const town = await service.town();
    const placeId = await town.place();
    const id = randomUUID();
    const first = await town.permanence(placeId, { id });
    expect(first).toMatchObject({ status: 201, body: { id, status: 'running' } });
    expect((await town.permanence(placeId, { id })).body).toEqual(first.body);
    const { body } = await town.call('GET', `/sessions?limit=500&placeId=${placeId}`);
    expect(body.total).toBeGreaterThanOrEqual(60);
    expect(body.items[0]).toMatchObject({ free: 2, booked: 0, placeName: 'Espace Descartes' });
    expect((await town.call('GET', '/permanences')).body.total).toBe(1);
    expect((await town.call('GET', '/slots?topic=housing-law&limit=3')).body.items).toHaveLength(3);
  });

  it.each([
    ['outside the opening', { startTime: '19:30' }, 409, 'OutsideOpening'],
    ['that starts in the past', { from: '2020-01-01' }, 409, 'DateInThePast'],
    ['whose rule says nothing', { rrule: 'FREQ=SOMETIMES' }, 409, 'RecurrenceInvalid'],
    ['of an unknown place', { placeId: randomUUID() }, 404, 'UnknownPlace'],
    ['on a topic of another field', { topics: ['homework-support'] }, 422, 'InvalidInput'],
    ['with a field nobody knows', { secret: true }, 422, 'InvalidInput'],
    ['with an operator', { profession: { $ne: 'lawyer' } }, 422, 'InvalidInput'],
    ['on a day that does not exist', { from: '2026-02-30' }, 422, 'InvalidInput'],
  ])('refuses a permanence %s', async (_what, change, status, name) => {
    const town = await service.town();
    const answer = await town.permanence(await town.place(), change);
    expect(answer).toMatchObject({ status, body: { name } });
  });

  it('refuses two permanences in one room at one time, even sent at the same instant', async () => {
    const town = await service.town();
    const placeId = await town.place({ rooms: ['A', 'B'] });
    const overlap = { startTime: '14:30', rrule: 'FREQ=WEEKLY;BYDAY=MO' };
    const answers = await Promise.all([
      town.permanence(placeId, { room: 'A' }),
      town.permanence(placeId, { room: 'A', ...overlap }),
      town.permanence(placeId, { room: 'B', ...overlap }),
    ]);
    const [one, other, elsewhere] = answers.map(({ body }) => body.name ?? 'taken');
    expect([one, other].sort()).toEqual(['PlaceAlreadyTaken', 'taken']);
    expect(elsewhere).toBe('taken');
    expect((await town.permanence(placeId)).body.name).toBe('UnknownRoom');
  });

  it('refuses a stale version, another territory, a body that reaches for the prototype', async () => {
    const [town, other] = [await service.town(), await service.town()];
    const placeId = await town.place();
    const form = {
      name: 'Autre nom',
      address: '1 rue Descartes',
      openings: [{ weekday: 1, from: '08:00', to: '12:00' }],
    };
    expect((await other.call('PUT', `/places/${placeId}`, { ...form, version: 1 })).body.name).toBe(
      'WrongTerritory',
    );
    expect((await town.call('PUT', `/places/${placeId}`, { ...form, version: 1 })).status).toBe(200);
    expect((await town.call('PUT', `/places/${placeId}`, { ...form, version: 1 })).body.name).toBe(
      'StaleVersion',
    );
    const evil = await town.call('POST', '/places', `{"id":"${randomUUID()}","__proto__":{"admin":true}}`);
    expect(evil.status).toBeGreaterThanOrEqual(400);
    expect(evil.status).toBeLessThan(500);
  });
});

describe('a need that legal access hears', () => {
  it('gets the first free slot, then others wait, and what is freed goes to the next person', async () => {
    const town = await service.town();
    const placeId = await town.place();
    await town.permanence(placeId, { from: day(3), to: day(3) });
    const needs = await crowd(town, 'housing-law', 3);
    const [first, second, third] = await Promise.all(needs.map(({ needId }) => town.request(needId)));
    expect([first.status, second.status, third.status]).toEqual(['placed', 'placed', 'waiting']);
    expect(first.appointment).toMatchObject({
      startsAt: parisInstant(day(3), '14:00').toISOString(),
      revision: 0,
    });
    const [booked] = await town.published('AppointmentBooked');
    expect(booked).toMatchObject({ data: { needId: first.needId, walkIn: false, profession: 'lawyer' } });
    expect((await town.published('RequestWaiting'))[0]!.data).toMatchObject({
      because: 'no-slot',
      waitingCount: 1,
    });

    const { appointmentId } = first.appointment;
    const link = await service.link('appointment-answer', { id: first.needId, appointmentId });
    expect((await town.call('GET', `/appointment-answers/${link}`, undefined, null)).body).toMatchObject({
      state: 'planned',
      appointment: { appointmentId },
    });
    const confirmed = await town.call('POST', `/appointment-answers/${link}`, { answer: 'confirm' }, null);
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'confirmed' } });
    const cancel = () => town.call('POST', `/appointment-answers/${link}`, { answer: 'cancel' }, null);
    expect((await cancel()).body).toMatchObject({ state: 'cancelled', request: 'returned' });
    expect(await cancel()).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect(
      (await town.call('POST', `/appointment-answers/${link}`, { answer: 'confirm' }, null)).body.name,
    ).toBe('LinkAlreadyUsed');

    const next = await town.request(third.needId);
    expect(next).toMatchObject({ status: 'placed', appointment: { startsAt: first.appointment.startsAt } });
    const returned = (await town.published('RequestReturned'))[0]!;
    const given = (await town.published('AppointmentBooked')).find(
      ({ aggregateId }) => aggregateId === third.needId,
    );
    expect(given!.causationId).toBe(returned._id);
    expect(await town.published('AppointmentCancelled')).toMatchObject([
      { data: { by: 'resident', revision: 1 } },
    ]);
  });

  it('leaves with its reorientation, comes with another, closes when withdrawn, returns when expired', async () => {
    const town = await service.town();
    const [left, moved, withdrawn, expired] = await crowd(town, 'debt', 4);
    const gone = {
      ...left!,
      previousField: 'legal-access',
      previousTopic: 'debt',
      field: 'youth',
      topic: 'youth-job',
    };
    const came = { ...moved!, previousField: 'legal-access', previousTopic: 'debt', topic: 'labour-law' };
    const reached = { ...aNeed('family-law'), previousField: 'youth', previousTopic: 'youth-job' };
    await town.tell(NeedReoriented, gone);
    await town.tell(NeedReoriented, came);
    await town.tell(NeedReoriented, reached);
    await town.tell(NeedWithdrawn, { ...subjectOf(withdrawn!), workerId: 'claire' });
    await town.tell(NeedExpired, { ...subjectOf(expired!), workerId: 'claire' });
    await eventually(async () => {
      expect(await town.request(left!.needId)).toMatchObject({ status: 'closed', outcome: 'reoriented' });
      expect(await town.request(moved!.needId)).toMatchObject({ status: 'waiting', topic: 'labour-law' });
      expect(await town.request(reached.needId)).toMatchObject({ status: 'waiting', topic: 'family-law' });
      expect(await town.request(withdrawn!.needId)).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
      expect(await town.request(expired!.needId)).toMatchObject({
        status: 'returned',
        because: 'promise-expired',
      });
    });
    const { body } = await town.call('GET', '/demands');
    const counts = Object.fromEntries(body.items.map((one: any) => [one.topic, one.waitingCount]));
    expect(counts).toEqual({ debt: 0, 'labour-law': 1, 'family-law': 1 });
  });

  it('is not filed when its withdrawal was heard first', async () => {
    const town = await service.town();
    const need = aNeed('debt');
    await town.tell(NeedWithdrawn, { ...subjectOf(need), workerId: 'claire' });
    await eventually(async () => expect((await town.request(need.needId)).status).toBe('closed'));
    await town.tell(NeedIdentified, need);
    await identify(town, 'debt');
    expect(await town.request(need.needId)).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
  });

  it('of two of one person the younger closes, whether the merge or the need is heard first', async () => {
    const town = await service.town();
    const [older, younger] = await crowd(town, 'debt', 2);
    await town.tell(PersonMerged, { personId: younger!.personId, into: older!.personId });
    await eventually(async () => {
      expect(await town.request(younger!.needId)).toMatchObject({ status: 'closed', outcome: 'duplicate' });
    });
    expect(await town.request(older!.needId)).toMatchObject({ status: 'waiting' });
    const again = { ...aNeed('debt'), personId: younger!.personId };
    await town.tell(NeedIdentified, again);
    await eventually(async () =>
      expect(await town.request(again.needId)).toMatchObject({ outcome: 'duplicate' }),
    );
  });
});

const subjectOf = ({ needId, personId, field, topic }: ReturnType<typeof aNeed>) => ({
  needId,
  personId,
  field,
  topic,
});

describe('a permanence on request', () => {
  it('is asked at the threshold, accepted by the link, and places people in their turn', async () => {
    const town = await service.town();
    const partnerId = await town.partner(['housing-law']);
    const needs = await crowd(town, 'housing-law', 3);
    expect(await town.published('PermanenceRequested')).toEqual([]);
    const urgent = await identify(town, 'housing-law', 'urgent');
    const question = await asked(town);
    expect(question).toMatchObject({ partnerId, attempt: 1, waitingCount: 4, because: 'threshold' });
    await identify(town, 'housing-law');
    expect(await town.published('PermanenceRequested')).toHaveLength(1);

    const link = await linkOf(question);
    const page = await town.call('GET', `/partner-answers/${link}`, undefined, null);
    expect(page).toMatchObject({ status: 200, body: { state: 'open', waitingCount: 5, urgentCount: 1 } });
    const answer = (body: object) => town.call('POST', `/partner-answers/${link}`, body, null);
    const placeId = await town.place({
      openings: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '12:00' })),
    });
    const accept = {
      answer: 'accept',
      date: day(4),
      time: '10:00',
      durationMinutes: 90,
      slotMinutes: 30,
      placeId,
    };
    expect((await answer({ ...accept, date: '2020-01-06' })).body).toMatchObject({
      name: 'DateInThePast',
      errors: [{ field: 'date' }],
    });
    expect((await answer({ ...accept, time: '18:00' })).body.name).toBe('OutsideOpening');
    expect((await answer({ answer: 'accept' })).status).toBe(422);
    const both = await Promise.all([answer(accept), answer(accept)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]!.body).toMatchObject({ state: 'answered', answer: { answer: 'accept', slots: 3 } });
    expect((await answer({ answer: 'decline', reason: 'Finalement non' })).body.name).toBe('LinkAlreadyUsed');
    expect((await town.call('GET', `/partner-answers/${link}`, undefined, null)).body).toMatchObject({
      state: 'answered',
    });

    const placed = (await town.published('AppointmentBooked')).map(({ data }) => data.needId);
    expect(placed).toEqual([urgent.needId, needs[0]!.needId, needs[1]!.needId]);
    const [accepted] = await town.published('PermanenceRequestAccepted');
    const [request] = await town.published('PermanenceRequested');
    expect(accepted!.causationId).toBe(request!._id);
    for (const booked of await town.published('AppointmentBooked'))
      expect(booked.causationId).toBe(accepted!._id);
    const { body } = await town.call('GET', '/permanence-requests');
    expect(body.items).toMatchObject([{ status: 'accepted', slots: 3 }]);
    expect((await town.call('GET', '/demands')).body.items).toMatchObject([{ waitingCount: 2 }]);
  });

  it('goes to the next partner after a refusal, then after a silence, then is closed for want of partners', async () => {
    const town = await service.town();
    await town.partner(['debt'], 1);
    await town.partner(['debt'], 2);
    await crowd(town, 'debt', 4);
    const first = await asked(town);
    const link = await linkOf(first);
    const decline = () =>
      town.call(
        'POST',
        `/partner-answers/${link}`,
        { answer: 'decline', reason: 'Personne ce mois-ci' },
        null,
      );
    expect((await decline()).body).toMatchObject({ state: 'answered', answer: { answer: 'decline' } });
    expect((await decline()).status).toBe(200);
    const second = await asked(town, 2);
    expect(second.partnerId).not.toBe(first.partnerId);
    expect(second.permanenceRequestId).toBe(first.permanenceRequestId);

    await service.moveClock(4);
    await eventually(async () => expect(await town.published('PermanenceRequestReminded')).toHaveLength(1));
    await service.moveClock(8);
    await eventually(async () => expect(await town.published('PermanenceRequestClosed')).toHaveLength(1));
    expect(await town.published('PermanenceRequestUnanswered')).toHaveLength(1);
    const late = await linkOf(second, new Date(Date.now() + 60 * 86_400_000));
    expect(await town.call('GET', `/partner-answers/${late}`, undefined, null)).toMatchObject({
      status: 410,
      body: { name: 'LinkExpired' },
    });
    const { body } = await town.call('GET', '/permanence-requests');
    expect(body.items).toMatchObject([
      {
        status: 'closed',
        closedBecause: 'no-partner-left',
        tried: [{ answer: 'declined', reason: 'Personne ce mois-ci' }, { answer: 'silent' }],
      },
    ]);
    // A partner that joins is asked at once.
    const third = await town.partner(['debt'], 3);
    await eventually(async () => {
      expect((await town.published('PermanenceRequested')).at(-1)!.data.partnerId).toBe(third);
    });
    const journal = JSON.stringify(
      await service.db.collection('journal').find({ territory: town.territory }).toArray(),
    );
    expect(journal).not.toContain('Personne ce mois-ci');
  });

  it('is told that nobody can be asked, once', async () => {
    const town = await service.town();
    await crowd(town, 'debt', 5);
    await eventually(async () => expect(await town.published('PermanenceRequestClosed')).toHaveLength(1));
    await service.moveClock(3);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await town.published('PermanenceRequestClosed')).toHaveLength(1);
    expect((await town.call('GET', '/demands')).body.items).toMatchObject([
      { partnerMissing: true, waitingCount: 5 },
    ]);
  });

  it('waits for the go-ahead where the policy says so', async () => {
    const town = await service.town();
    await town.partner(['debt']);
    const set = await town.call('PUT', '/policies/debt', { values: { needsGoAhead: true, threshold: 2 } });
    expect(set.body.inForce).toMatchObject({ needsGoAhead: true, threshold: 2, horizonDays: 21 });
    await crowd(town, 'debt', 2);
    const [held] = await town.published('PermanenceRequestHeld');
    expect(await town.published('PermanenceRequested')).toEqual([]);
    const { permanenceRequestId } = held!.data;
    await town.tell(PermanenceGoAheadGiven, { permanenceRequestId, granted: true, officerId: 'paul' });
    expect(await asked(town)).toMatchObject({ permanenceRequestId });
  });

  it('is asked when somebody waits too long, however few', async () => {
    const town = await service.town();
    await town.partner(['debt', 'family-law']);
    await identify(town, 'debt');
    await identify(town, 'family-law', 'urgent');
    await service.moveClock(3);
    await eventually(async () => {
      expect((await town.published('PermanenceRequested')).map(({ data }) => data.topic)).toEqual([
        'family-law',
      ]);
    });
    await service.moveClock(15);
    await eventually(async () => {
      expect((await town.published('PermanenceRequested')).map(({ data }) => data.because)).toContain(
        'longest-wait',
      );
      expect((await town.published('PermanenceRequested')).map(({ data }) => data.topic)).toContain('debt');
    });
  });

  it('refuses links that are forged, expired, of another purpose or passed on', async () => {
    const town = await service.town();
    await town.partner(['debt'], 1);
    await crowd(town, 'debt', 4);
    const question = await asked(town);
    const get = (link: string) => town.call('GET', `/partner-answers/${link}`, undefined, null);
    const link = await linkOf(question);
    expect(await get(`${link.slice(0, -3)}abc`)).toMatchObject({ status: 403, body: { name: 'LinkForged' } });
    expect(await get(await linkOf(question, new Date(Date.now() - 1_000)))).toMatchObject({ status: 410 });
    const other = await service.link('appointment-answer', {
      id: question.permanenceRequestId,
      appointmentId: randomUUID(),
    });
    expect((await get(other)).body.name).toBe('LinkForged');
    expect((await get(await linkOf({ ...question, attempt: 2 }))).body.name).toBe('PermanenceNoLongerNeeded');
    expect((await get(await linkOf({ ...question, permanenceRequestId: randomUUID() }))).body.name).toBe(
      'LinkForged',
    );
  });
});

describe('agents', () => {
  it('move, book by hand, cancel a whole session, and everybody is told where they stand', async () => {
    const town = await service.town();
    const placeId = await town.place();
    await town.permanence(placeId, { from: day(3), to: day(4) });
    const [one, two, three, four, five] = await crowd(town, 'housing-law', 5);
    expect((await town.request(five!.needId)).status).toBe('waiting');
    const { items } = (await town.call('GET', `/sessions?placeId=${placeId}`)).body;
    const stale = await town.call('POST', `/sessions/${items[0].id}/cancel`, { version: 1 });
    expect(stale.body.name).toBe('StaleVersion');
    expect((await town.call('POST', `/sessions/${items[1].id}/cancel`, {})).body.status).toBe('cancelled');
    expect(await town.published('AppointmentCancelled')).toMatchObject([
      { data: { by: 'session' } },
      { data: { by: 'session' } },
    ]);
    const waiting = (await town.published('RequestWaiting')).filter(
      ({ data }) => data.because === 'session-cancelled',
    );
    expect(waiting.map(({ data }) => data.needId)).toEqual([three!.needId, four!.needId]);

    const cancelled = await town.call('POST', `/requests/${one!.needId}/cancel-appointment`, {
      wantsAnother: true,
    });
    expect(cancelled.body).toMatchObject({ status: 'waiting', because: 'appointment-cancelled' });
    expect(await town.request(three!.needId)).toMatchObject({ status: 'placed' });

    // Beyond the horizon nothing is given by itself, and an agent may.
    const far = await town.permanence(placeId, { from: day(40), to: day(40), startTime: '10:00' });
    expect(far.status).toBe(201);
    const [slot] = (await town.call('GET', `/slots?topic=housing-law&from=${day(40)}`)).body.items;
    const moved = await town.call('POST', `/requests/${two!.needId}/move`, {
      sessionId: slot.sessionId,
      startsAt: slot.startsAt,
    });
    expect(moved.body).toMatchObject({
      status: 'placed',
      appointment: { revision: 1, startsAt: slot.startsAt },
    });
    expect(await town.request(four!.needId)).toMatchObject({ status: 'placed' });
    const taken = await town.call('POST', `/requests/${five!.needId}/book`, {
      sessionId: slot.sessionId,
      startsAt: slot.startsAt,
    });
    expect(taken.body.name).toBe('SlotAlreadyTaken');
    const next = (await town.call('GET', `/slots?topic=housing-law&from=${day(40)}`)).body.items[0];
    const booked = await town.call('POST', `/requests/${five!.needId}/book`, {
      sessionId: next.sessionId,
      startsAt: next.startsAt,
    });
    expect(booked.body).toMatchObject({ status: 'placed' });
  });

  it('record who came: absent once waits again, absent twice goes back, a walk-in takes a free slot', async () => {
    const town = await service.town();
    const placeId = await town.place();
    await town.permanence(placeId, { from: day(2), to: day(6) });
    const [came, missed] = await crowd(town, 'housing-law', 2);
    const attend = (needId: string, attendance: string) =>
      town.call('POST', `/requests/${needId}/attendance`, { attendance });
    expect((await attend(came!.needId, 'attended')).body.name).toBe('TooEarly');
    const tomorrowAt = (await town.request(came!.needId)).appointment.startsAt as string;
    await service.moveClock((Date.parse(tomorrowAt) - Date.now()) / 86_400_000 + 0.03);
    expect((await attend(came!.needId, 'attended')).body).toMatchObject({
      status: 'closed',
      outcome: 'attended',
    });
    expect((await attend(missed!.needId, 'absent')).body).toMatchObject({ status: 'placed', absences: 1 });
    expect(await town.published('AttendanceRecorded')).toMatchObject([
      { data: { attendance: 'attended' } },
      { data: { attendance: 'absent' } },
    ]);
    const again = (await town.request(missed!.needId)).appointment;
    await service.moveClock((Date.parse(again.startsAt) - Date.now()) / 86_400_000 + 0.001);
    expect((await attend(missed!.needId, 'absent')).body).toMatchObject({
      status: 'returned',
      because: 'absent-twice',
    });

    const walkIn = { id: randomUUID(), personId: randomUUID(), topic: 'housing-law' };
    const came2 = await town.call('POST', `/sessions/${again.sessionId}/walk-ins`, walkIn);
    expect(came2).toMatchObject({ status: 201, body: { status: 'placed', appointment: { walkIn: true } } });
    expect((await town.call('POST', `/sessions/${again.sessionId}/walk-ins`, walkIn)).body.needId).toBe(
      walkIn.id,
    );
    const full = await town.call('POST', `/sessions/${again.sessionId}/walk-ins`, {
      ...walkIn,
      id: randomUUID(),
    });
    expect(full.body.name).toBe('NoFreeSlot');
  });

  it('remind the day before at 08:00, once, and nobody whose appointment was cancelled', async () => {
    const town = await service.town();
    await town.permanence(await town.place(), { from: day(5), to: day(5) });
    const [kept, cancelled] = await crowd(town, 'housing-law', 2);
    await town.call('POST', `/requests/${cancelled!.needId}/cancel-appointment`, {});
    const eve = parisInstant(day(4), '08:00');
    await service.moveClock((eve.getTime() - Date.now()) / 86_400_000 + 0.01);
    await eventually(async () => expect(await town.published('AppointmentReminderDue')).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const reminders = await town.published('AppointmentReminderDue');
    expect(reminders.map(({ data }) => data.needId)).toEqual([kept!.needId]);
    const [booked] = await town.published('AppointmentBooked');
    expect(reminders[0]!.causationId).toBe(booked!._id);
    const { body } = await town.call('GET', '/tomorrow');
    expect(body.items[0].slots[0]).toMatchObject({ needId: kept!.needId, topicLabel: 'Logement' });
  });

  it('see and do only what their role allows, in their territory', async () => {
    const [town, other] = [await service.town(), await service.town()];
    const need = await identify(town, 'debt');
    expect((await other.call('GET', `/requests/${need.needId}`)).status).toBe(404);
    expect((await other.call('POST', `/requests/${need.needId}/return`, {})).body.name).toBe(
      'WrongTerritory',
    );
    const reception = await service.signIn.issueToken({
      roles: ['reception-agent'],
      territories: [town.territory],
    });
    expect((await town.call('PUT', '/policies/debt', { values: {} }, reception)).status).toBe(403);
    expect((await town.call('GET', '/requests', undefined, null)).status).toBe(401);
  });
});

describe('many at once', () => {
  it('gives each slot once and queues the others in order', async () => {
    const town = await service.town();
    await town.partner(['housing-law', 'debt']);
    const placeId = await town.place();
    await town.permanence(placeId, { from: day(2), to: day(11), topics: ['housing-law', 'debt'] });
    const needs = Array.from({ length: 60 }, (_, index) => aNeed(index % 2 === 0 ? 'housing-law' : 'debt'));
    const started = performance.now();
    await Promise.all(needs.map((need) => town.tell(NeedIdentified, need)));
    await eventually(
      async () => {
        const { body } = await town.call('GET', '/requests?limit=500');
        expect(body.total).toBe(60);
      },
      { withinMs: 60_000 },
    );
    console.log(`60 contended needs in ${Math.round(performance.now() - started)} ms`);
    const { items } = (await town.call('GET', '/requests?limit=500')).body;
    const count = (status: string) => items.filter((one: any) => one.status === status).length;
    expect({ placed: count('placed'), waiting: count('waiting') }).toEqual({ placed: 20, waiting: 40 });
    const slots = items
      .filter((one: any) => one.status === 'placed')
      .map((one: any) => `${one.appointment.sessionId} ${one.appointment.startsAt}`);
    expect(new Set(slots).size).toBe(20);
    const open = (await town.call('GET', '/permanence-requests?status=asked')).body.items.map(
      (one: any) => one.topic,
    );
    expect(open.sort()).toEqual(['debt', 'housing-law']);
    const demands = (await town.call('GET', '/demands')).body.items;
    expect(demands.reduce((sum: number, one: any) => sum + one.waitingCount, 0)).toBe(40);
  });
});
