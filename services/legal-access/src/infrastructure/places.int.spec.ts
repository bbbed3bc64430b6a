import { randomUUID } from 'node:crypto';
import { startLegalAccess, type Running } from './running.spec';

let service: Running;
beforeAll(async () => {
  service = await startLegalAccess();
}, 120_000);
afterAll(() => service?.stop());
afterEach(() => service.moveClock(0));
describe('places and permanences', () => {
  it('are made once, and sessions are open two months ahead', async () => {
    const town = await service.town();
    const placeId = await town.place();
    const id = randomUUID();
    const first = await town.permanence(placeId, { id });
    expect(first).toMatchObject({ status: 201, body: { id, status: 'running' } });
    expect((await town.permanence(placeId, { id })).body).toEqual(first.body);
    expect((await town.permanence(placeId, { id: id.toUpperCase() })).body).toEqual(first.body);
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
    ['in a year that nobody plans for', { from: '9999-01-01' }, 422, 'InvalidInput'],
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
    const id = randomUUID();
    expect((await town.permanence(await town.place(), { id })).status).toBe(201);
    expect((await other.permanence(await other.place(), { id })).body.name).toBe('WrongTerritory');
    expect((await town.call('GET', '/sessions?to=9999-12-31')).body.name).toBe('InvalidInput');
    const evil = await town.call('POST', '/places', `{"id":"${randomUUID()}","__proto__":{"admin":true}}`);
    expect(evil.status).toBeGreaterThanOrEqual(400);
    expect(evil.status).toBeLessThan(500);
  });
});
