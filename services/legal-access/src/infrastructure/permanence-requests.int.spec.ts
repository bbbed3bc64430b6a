import { randomUUID } from 'node:crypto';
import { addDays, parisDay } from '@passerelle/calendar';
import { PermanenceGoAheadGiven } from '@passerelle/contracts';
import { crowd, eventually, identify, startLegalAccess, type Running, type Town } from './running.spec';

let service: Running;
beforeAll(async () => {
  service = await startLegalAccess();
}, 120_000);
afterAll(() => service?.stop());
afterEach(() => service.moveClock(0));

const day = (inDays: number) => addDays(parisDay(service.now()), inDays);

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
    // Nobody acted: it follows from the wait itself.
    const waits = await town.published('RequestWaiting');
    for (const request of await town.published('PermanenceRequested'))
      expect(request.causationId).toBe(waits.find(({ data }) => data.topic === request.data.topic)!._id);
  });

  it('is not needed by who is given a slot that time brought within reach, because they wait', async () => {
    const town = await service.town();
    await town.permanence(await town.place(), { from: day(45), to: day(45) });
    const need = await identify(town, 'housing-law');
    expect((await town.request(need.needId)).status).toBe('waiting');
    await service.moveClock(30);
    await eventually(async () => expect((await town.request(need.needId)).status).toBe('placed'));
    const [waiting] = await town.published('RequestWaiting');
    const [booked] = await town.published('AppointmentBooked');
    expect(booked!.causationId).toBe(waiting!._id);
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
