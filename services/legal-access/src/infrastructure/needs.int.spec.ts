import { addDays, parisDay, parisInstant } from '@passerelle/calendar';
import {
  NeedClosed,
  NeedExpired,
  NeedIdentified,
  NeedReopened,
  NeedReoriented,
  NeedUnclassified,
  NeedWithdrawn,
  PersonMerged,
} from '@passerelle/contracts';
import {
  aNeed,
  crowd,
  eventually,
  identify,
  startLegalAccess,
  subjectOf,
  type Json,
  type Running,
} from './running.spec';

let service: Running;
beforeAll(async () => {
  service = await startLegalAccess();
}, 120_000);
afterAll(() => service?.stop());
afterEach(() => service.moveClock(0));

const day = (inDays: number) => addDays(parisDay(service.now()), inDays);
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
    const counts = Object.fromEntries(body.items.map((one: Json) => [one.topic, one.waitingCount]));
    expect(counts).toEqual({ debt: 0, 'labour-law': 1, 'family-law': 1 });
  });

  it('lets go of what a worker closed, and leaves alone what had ended here', async () => {
    const town = await service.town();
    const [open, ended] = [await identify(town, 'debt'), await identify(town, 'debt')];
    await town.tell(NeedWithdrawn, { ...subjectOf(ended), workerId: 'claire' });
    await eventually(async () => expect((await town.request(ended.needId)).status).toBe('closed'));
    const closing = { outcome: 'met', closedAt: new Date().toISOString() } as const;
    await town.tell(NeedClosed, { ...subjectOf(ended), ...closing });
    await town.tell(NeedClosed, { ...subjectOf(open), ...closing });
    await eventually(async () => expect((await town.request(open.needId)).status).toBe('closed'));
    expect(await town.request(ended.needId)).toMatchObject({ outcome: 'withdrawn' });
  });

  it('is placed again when it is reopened, and gives back what was found when its topic was a mistake', async () => {
    const town = await service.town();
    const [withdrawn, mistaken] = await crowd(town, 'debt', 2);
    await town.tell(NeedWithdrawn, { ...subjectOf(withdrawn!), workerId: 'claire' });
    await town.tell(NeedUnclassified, subjectOf(mistaken!));
    await eventually(async () => {
      expect(await town.request(withdrawn!.needId)).toMatchObject({ outcome: 'withdrawn' });
      expect(await town.request(mistaken!.needId)).toMatchObject({ status: 'closed', outcome: 'reoriented' });
    });
    const { urgency, contactedOn } = withdrawn!;
    const waitsSince = new Date(service.now().getTime() - 3_600_000).toISOString();
    await town.tell(NeedReopened, { ...subjectOf(withdrawn!), urgency, contactedOn, waitsSince });
    await town.tell(NeedReoriented, {
      ...{ ...subjectOf(mistaken!), topic: 'labour-law', urgency, contactedOn },
      ...{ previousField: 'legal-access', previousTopic: 'debt' },
    });
    await eventually(async () => {
      expect(await town.request(withdrawn!.needId)).toMatchObject({ status: 'waiting', since: waitsSince });
      expect(await town.request(mistaken!.needId)).toMatchObject({ status: 'waiting', topic: 'labour-law' });
    });
  });

  it('is left alone when it is reopened for the CCAS', async () => {
    const town = await service.town();
    const need = await identify(town, 'debt');
    await town.tell(NeedExpired, { ...subjectOf(need), workerId: 'claire' });
    await eventually(async () => expect((await town.request(need.needId)).status).toBe('returned'));
    const { urgency, contactedOn } = need;
    await town.tell(NeedReopened, { ...subjectOf(need), urgency, contactedOn });
    await identify(town, 'debt');
    expect(await town.request(need.needId)).toMatchObject({ status: 'returned' });
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

  it('reoriented to a topic where the same person waits longer, it gives its date up once and takes no other', async () => {
    const town = await service.town();
    const placeId = await town.place();
    await town.permanence(placeId, { from: day(3), to: day(3), topics: ['housing-law', 'debt'] });
    const [older] = await crowd(town, 'debt', 1);
    const [younger] = await crowd(town, 'housing-law', 1);
    await town.tell(PersonMerged, { personId: younger!.personId, into: older!.personId });
    const { contactedOn, urgency } = younger!;
    await town.tell(NeedReoriented, {
      ...{ ...subjectOf(younger!), topic: 'debt', urgency, contactedOn },
      ...{ previousField: 'legal-access', previousTopic: 'housing-law' },
    });
    await eventually(async () =>
      expect(await town.request(younger!.needId)).toMatchObject({ outcome: 'duplicate', topic: 'debt' }),
    );
    expect(await town.request(older!.needId)).toMatchObject({ status: 'placed' });
    const { items } = (await town.call('GET', `/requests/${younger!.needId}/timeline`)).body;
    expect(items.map(({ type }: Json) => type)).toEqual([
      ...['RequestFiled', 'AppointmentBooked'],
      ...['AppointmentCancelled', 'RequestReoriented', 'RequestClosed'],
    ]);
  });
});

describe('many at once', () => {
  it('gives each slot once and queues the others in order', async () => {
    const town = await service.town();
    await town.partner(['housing-law', 'debt']);
    const placeId = await town.place();
    await town.permanence(placeId, { from: day(2), to: day(11), topics: ['housing-law', 'debt'] });
    const needs = Array.from({ length: 60 }, (_, index) => aNeed(index % 2 === 0 ? 'housing-law' : 'debt'));
    await Promise.all(needs.map((need) => town.tell(NeedIdentified, need)));
    await eventually(
      async () => {
        const { body } = await town.call('GET', '/requests?limit=500');
        expect(body.total).toBe(60);
      },
      { withinMs: 60_000 },
    );
    const { items } = (await town.call('GET', '/requests?limit=500')).body;
    const count = (status: string) => items.filter((one: Json) => one.status === status).length;
    expect({ placed: count('placed'), waiting: count('waiting') }).toEqual({ placed: 20, waiting: 40 });
    const slots = items
      .filter((one: Json) => one.status === 'placed')
      .map((one: Json) => `${one.appointment.sessionId} ${one.appointment.startsAt}`);
    expect(new Set(slots).size).toBe(20);
    const open = (await town.call('GET', '/permanence-requests?status=asked')).body.items.map(
      (one: Json) => one.topic,
    );
    expect(open.sort()).toEqual(['debt', 'housing-law']);
    const demands = (await town.call('GET', '/demands')).body.items;
    expect(demands.reduce((sum: number, one: Json) => sum + one.waitingCount, 0)).toBe(40);
  });
});
