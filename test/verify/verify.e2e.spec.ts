import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '@passerelle/testing';
import { hours, smallTown, type SmallTown } from './small-town.spec';
import { rules, verify } from './verify';

const legal = 'legal-access';
type Plant = (town: SmallTown) => Promise<unknown>;

const set = (service: Parameters<SmallTown['all']>[0], collection: string, id: string, to: object): Plant => {
  return (town) => town.all(service, collection).updateOne({ _id: id as never }, { $set: to });
};
const slotBooked = (town: SmallTown, startsAt: Date, needId: string) =>
  town.tell({
    ...{ service: legal, aggregate: 'session', id: 'session-1', type: 'SlotBooked', actor: 'nadia' },
    data: { startsAt, needId },
  });

/** What a fault of a service would leave behind, by the rule that must see it. */
const plants: readonly (readonly [rule: string, fault: string, plant: Plant])[] = [
  ['one-place', 'somebody waits nowhere', set(legal, 'demand', 'demand-debt', { 'state.waiting': [] })],
  [
    'one-place',
    'a request is lost',
    async (town) => {
      await town.all(legal, 'request').deleteOne({ _id: 'elise' as never });
      await set('ccas', 'need', 'elise', { 'state.field': legal })(town);
    },
  ],
  [
    'one-place',
    'somebody given back still holds a slot',
    set(legal, 'session', 'session-1', {
      'state.slots.1.needId': 'david',
      'state.slots.1.appointmentId': 'appointment-david',
    }),
  ],
  [
    'one-place',
    'both sides disagree on the slot',
    set(legal, 'request', 'amina', { 'state.appointment.sessionId': 'session-2' }),
  ],
  ['no-slot-twice', 'a slot is given again', (town) => slotBooked(town, hours(72), 'zoe')],
  [
    'capacity',
    'three bookings for two slots',
    async (town) => {
      await slotBooked(town, hours(74), 'zoe');
      await slotBooked(town, hours(75), 'yann');
    },
  ],
  [
    'room-overlap',
    'two sessions meet',
    set(legal, 'session', 'session-2', { 'state.startsAt': hours(73), 'state.endsAt': hours(74) }),
  ],
  [
    'waiting-order',
    'a free slot lies within reach',
    set(legal, 'session', 'session-2', { 'state.topics': ['debt'] }),
  ],
  [
    'waiting-order',
    'somebody was passed over',
    (town) =>
      town
        .all(legal, 'journal')
        .updateOne(
          { type: 'WaitBegan', 'data.needId': 'david' },
          { $set: { 'data.declined': ['session-0'] } },
        ),
  ],
  [
    'one-permanence-request',
    'two are open for one topic',
    async (town) => {
      const state = { status: 'held', topic: 'debt' };
      await town
        .all(legal, 'permanence-request')
        .insertOne({ _id: 'asked-2' as never, version: 0, territory: '91645', state });
      await town.tell({
        ...{
          service: legal,
          aggregate: 'permanence-request',
          id: 'asked-2',
          type: 'PermanenceRequestOpened',
        },
        ...{ data: { topic: 'debt' }, actor: 'nadia' },
      });
    },
  ],
  [
    'one-permanence-request',
    'the demand forgot its request',
    (town) =>
      town
        .all(legal, 'demand')
        .updateOne({ _id: 'demand-debt' as never }, { $unset: { 'state.openPermanenceRequestId': '' } }),
  ],
  [
    'mails-owed',
    'a partner was never told',
    async (town) => {
      await town.all('notifications', 'delivery').deleteOne({ _id: 'delivery-partner' as never });
      await town.all('notifications', 'journal').deleteMany({ aggregateId: 'delivery-partner' });
    },
  ],
  [
    'mails-owed',
    'a mail never leaves',
    set('notifications', 'delivery', 'delivery-partner', { 'state.status': 'pending' }),
  ],
  [
    'mails-once',
    'two Message-IDs for one delivery',
    async (town) =>
      town.mails.push({ messageId: 'delivery-amina@elsewhere.example', subject: 'Votre rendez-vous' }),
  ],
  ['mails-once', 'a mail was lost', async (town) => town.mails.splice(0)],
  [
    'mails-once',
    'a mail that nobody owed',
    async (town) => town.mails.push({ messageId: 'stray@town.example', subject: '?' }),
  ],
  [
    'chains-complete',
    'a cause is nowhere',
    (town) =>
      town.all(legal, 'journal').updateOne({ type: 'SlotBooked' }, { $set: { causationId: 'nothing' } }),
  ],
  [
    'chains-complete',
    'the CCAS misses a link',
    (town) => town.all('ccas', 'chain-links').deleteOne({ needId: 'david' }),
  ],
  [
    'ccas-agrees',
    'the CCAS missed an appointment',
    set('ccas', 'need', 'amina', { 'state.status': 'oriented' }),
  ],
  [
    'ccas-agrees',
    'two subjects for one need',
    set('ccas', 'need', 'bruno', { 'state.topic': 'housing-law' }),
  ],
  [
    'referrals-kept',
    'a partner stays silent and is not reminded',
    set('ccas', 'referral', 'referral-elise', { 'state.promise.remindAt': hours(-1) }),
  ],
  [
    'referrals-kept',
    'a referral does not end in time',
    set('ccas', 'referral', 'referral-elise', { 'state.promise.expireAt': hours(-1) }),
  ],
  [
    'referrals-kept',
    'a need is referred and no partner has it',
    set('ccas', 'need', 'elise', { 'state.lastReferralId': 'nobody' }),
  ],
  ['whole-journals', 'a state moved without an event', set(legal, 'session', 'session-2', { version: 2 })],
  [
    'whole-journals',
    'an event was lost',
    (town) => town.all(legal, 'journal').deleteOne({ type: 'RequestFiled', aggregateId: 'bruno' }),
  ],
  [
    'nothing-pending',
    'an event was not published',
    (town) =>
      town.all(legal, 'journal').updateOne({ type: 'PermanenceRequested' }, { $set: { pending: true } }),
  ],
  [
    'nothing-parked',
    'an event was set aside',
    (town) =>
      town.all('ccas', 'parked').insertOne({ _id: 'parked-1' as never, reason: 'failed', why: 'on purpose' }),
  ],
];

describe('verify', () => {
  let town: SmallTown;
  beforeEach(async () => {
    town = await smallTown();
  });
  afterEach(() => town.stop());

  it('finds nothing wrong where everything adds up, and looks at something for each rule', async () => {
    const { breaches, rows, counts } = await verify(town.where, 0);
    expect(breaches).toEqual([]);
    expect(rows.filter(({ checked }) => checked === 0)).toEqual([]);
    expect(counts).toMatchObject({ needs: 5, requests: 4, mails: 1, 'mails copied': 1 });
  });

  it.each(plants)('%s turns red, and nothing else: %s', async (rule, _fault, plant) => {
    await plant(town);
    const { breaches } = await verify(town.where, 0);
    expect(new Set(breaches.map((one) => one.rule))).toEqual(new Set([rule]));
  });

  it('has a planted breach for each of its rules', () => {
    expect(new Set(plants.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
  });

  it('waits for what is under way before it complains', async () => {
    await town.all(legal, 'journal').updateOne({ type: 'PermanenceRequested' }, { $set: { pending: true } });
    const verdict = verify(town.where, 20_000);
    await town.all(legal, 'journal').updateOne({ type: 'PermanenceRequested' }, { $unset: { pending: '' } });
    expect((await verdict).breaches).toEqual([]);
  });

  it('as a command, writes its verdict and fails on a breach', async () => {
    await town.all('ccas', 'parked').insertOne({ _id: 'parked-1' as never, why: 'on purpose' });
    const folder = await mkdtemp(join(tmpdir(), 'passerelle-verify-'));
    const file = join(folder, 'verdict.json');
    const program = [
      '-r',
      './deploy/local/ts.cjs',
      'test/verify/main.ts',
      '--json',
      file,
      '--patience-seconds',
      '0',
    ];
    const { mongodbUri, prefix, inboxUrl } = town.where;
    const env = {
      ...process.env,
      MONGODB_URI: mongodbUri,
      MONGODB_DATABASE_PREFIX: prefix,
      INBOX_URL: inboxUrl,
    };
    const ran = promisify(execFile)(process.execPath, program, { cwd: workspaceRoot(), env });
    await expect(ran).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('nothing-parked') });
    const { counts, breaches } = JSON.parse(await readFile(file, 'utf8'));
    expect(counts).toMatchObject({ needs: 5 });
    expect(breaches).toEqual([
      { rule: 'nothing-parked', id: 'parked-1', detail: 'parked in ccas: on purpose' },
    ]);
    await rm(folder, { recursive: true });
  });
});
