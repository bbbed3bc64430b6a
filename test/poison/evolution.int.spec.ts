import { defineEvent, id, type EventContract } from '@passerelle/contracts';
import type { Decider } from '@passerelle/domain-kit';
import { aggregateStore, publication, reaction, type Reaction } from '@passerelle/messaging';
import { eventually } from '@passerelle/testing';
import type { Connection } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { House, type Started } from './house';

const common = { type: 'Weighed', topic: 'scale.parcel', summary: 'A parcel was weighed.' };

/** The same event in the builds of a service that grows up. */
const kilos = defineEvent({
  ...common,
  key: 'parcelId',
  version: 1,
  schema: z.object({ parcelId: id(), kilos: z.number() }),
});
const fromKilos = (older: { parcelId: string; kilos: number }) => ({
  parcelId: older.parcelId,
  grams: older.kilos * 1_000,
});
const grams = defineEvent({
  ...common,
  key: 'parcelId',
  version: 2,
  schema: z.object({ parcelId: id(), grams: z.int() }),
  upcasts: { 1: fromKilos },
});
const labelled = defineEvent({
  ...common,
  key: 'parcelId',
  version: 2,
  schema: z.object({ parcelId: id(), grams: z.int(), label: z.string().max(40).optional() }),
  upcasts: { 1: fromKilos },
});

type Build = typeof kilos | typeof grams | typeof labelled;
type Weight = { type: 'Weighed'; data: Record<string, unknown> };
const parcel: Decider<Record<string, unknown>, object, Weight> = {
  initial: {},
  decide: (data) => [{ type: 'Weighed', data }],
  evolve: (state) => state,
};

describe('services of different builds', () => {
  jest.setTimeout(120_000);
  let house: House;
  beforeEach(() => (house = new House()));
  afterEach(() => house.stop());

  const known = (build: Build) => [build as unknown as EventContract];
  const scale = (build: Build) => house.start('scale', () => [], known(build));
  const listener = (build: Build) => house.start('listener', noting(build), known(build));
  const weigh = async ({ connection, messaging }: Started, build: Build, key: string, data: object) => {
    const store = aggregateStore(connection, {
      name: 'parcel',
      decider: parcel,
      publishes: {
        Weighed: (event, { id: parcelId }) =>
          publication(build as EventContract, { ...event.data, parcelId }),
      },
    });
    await messaging.unitOfWork.run({ territory: '91645' }, (tx) => store.decide(tx, key, { ...data }));
    const journal = connection.db!.collection('journal');
    await soon(async () => expect(await journal.countDocuments({ pending: true })).toBe(0));
  };
  const noted = async ({ connection }: Started) => {
    const rows = await connection.db!.collection<Noted>('noted').find().sort({ _id: 1 }).toArray();
    return rows.map(({ sequence, data }) => ({ sequence, data }));
  };
  const soon = (look: () => Promise<unknown>) => eventually(look, { withinMs: 30_000, everyMs: 100 });

  it('an old consumer meets an optional field that is newer than it, and reads the rest', async () => {
    const [producer, old] = [await scale(labelled), await listener(grams)];
    const key = uuidv7();
    await weigh(producer, labelled, key, { grams: 5, label: 'fragile' });
    await soon(async () =>
      expect(await noted(old)).toEqual([{ sequence: 1, data: { parcelId: key, grams: 5 } }]),
    );
    expect(await old.messaging.parked.count()).toBe(0);
  });

  it('a new consumer reads an older version through its upcast, beside what is produced today', async () => {
    const [early, late] = [uuidv7(), uuidv7()];
    const before = await scale(kilos);
    await weigh(before, kilos, early, { kilos: 2 });
    await before.stop();
    const [producer, consumer] = [await scale(labelled), await listener(labelled)];
    await weigh(producer, labelled, late, { grams: 7, label: 'light' });
    await soon(async () => expect(await noted(consumer)).toHaveLength(2));
    expect(await noted(consumer)).toEqual(
      expect.arrayContaining([
        { sequence: 1, data: { parcelId: early, grams: 2_000 } },
        { sequence: 1, data: { parcelId: late, grams: 7, label: 'light' } },
      ]),
    );
  });

  it('a version from the future waits, with all that follows of its key, for the build that knows it', async () => {
    const [key, other] = [uuidv7(), uuidv7()];
    const old = await listener(kilos);
    const early = await scale(kilos);
    await weigh(early, kilos, key, { kilos: 1 });
    await early.stop();
    const ahead = await scale(grams);
    await weigh(ahead, grams, key, { grams: 2_000 });
    await soon(async () => expect(await old.messaging.parked.count()).toBe(1));
    await ahead.stop();
    // The producer's new build is taken back: it goes on in the version that everybody knows.
    const back = await scale(kilos);
    await weigh(back, kilos, key, { kilos: 3 });
    await weigh(back, kilos, other, { kilos: 9 });
    await soon(async () =>
      expect(await noted(old)).toContainEqual({ sequence: 1, data: { parcelId: other, kilos: 9 } }),
    );
    await soon(async () => expect(await old.messaging.parked.count()).toBe(2));
    await old.stop();

    const upgraded = await listener(grams);
    await soon(async () => expect(await upgraded.messaging.parked.count()).toBe(0));
    await weigh(back, kilos, key, { kilos: 4 });
    await soon(async () => expect(await noted(upgraded)).toHaveLength(5));
    const ofKey = (await noted(upgraded)).filter(({ data }) => data['parcelId'] === key);
    expect(ofKey.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(ofKey.slice(1).map(({ data }) => data['grams'])).toEqual([2_000, 3_000, 4_000]);
  });
});

interface Noted {
  readonly sequence: number;
  readonly data: Readonly<Record<string, unknown>>;
}

const noting =
  (build: Build) =>
  (connection: Connection): Reaction[] => [
    reaction<Record<string, unknown>>({
      name: 'listener.note',
      on: build as unknown as EventContract<Record<string, unknown>>,
      from: 'beginning',
      run: async ({ sequence, data }, tx) => {
        const note: Noted = { sequence, data };
        await connection.db!.collection<Noted>('noted').insertOne(note, { session: tx.session });
      },
    }),
  ];
