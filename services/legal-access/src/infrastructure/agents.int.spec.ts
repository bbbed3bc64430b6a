import { randomUUID } from 'node:crypto';
import { addDays, parisDay, parisInstant } from '@passerelle/calendar';
import { crowd, eventually, identify, startLegalAccess, type Running } from './running.spec';

let service: Running;
beforeAll(async () => {
  service = await startLegalAccess();
}, 120_000);
afterAll(() => service?.stop());
afterEach(() => service.moveClock(0));

const day = (inDays: number) => addDays(parisDay(service.now()), inDays);
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

  it('leave their name with what they did: a colleague who read it before is told who changed it', async () => {
    const town = await service.town();
    await town.permanence(await town.place(), { from: day(3), to: day(4) });
    const [one] = await crowd(town, 'housing-law', 1);
    const { needId } = one!;
    const lucie = await service.signIn.issueToken({
      ...{ roles: ['reception-agent'], territories: [town.territory] },
      ...{ sub: 'lucie', name: 'Lucie Martin', expiresIn: 3_600 },
    });
    const { version } = (await town.call('GET', `/requests/${needId}`, undefined, lucie)).body;
    const confirmed = await town.call('POST', `/requests/${needId}/confirm`, { version }, lucie);
    expect(confirmed.status).toBe(200);
    const { items } = (await town.call('GET', `/requests/${needId}/timeline`)).body;
    expect(items.at(-1)).toMatchObject({
      ...{ type: 'AppointmentConfirmed', actor: 'lucie', actorName: 'Lucie Martin' },
    });
    // One line a version: what follows the one that was read is what happened since.
    expect(items).toHaveLength(confirmed.body.version);
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
