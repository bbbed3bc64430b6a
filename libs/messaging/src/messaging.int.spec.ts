import { refuse } from '@passerelle/domain-kit';
import { eventually } from '@passerelle/testing';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { v7 as uuidv7 } from 'uuid';
import { reaction } from '.';
import { Counted, effectsOf, recorder } from './counting.spec';
import { runningServices, territory } from './running-services.spec';

const admin = { actor: 'admin', territory };

jest.setTimeout(60_000);

describe('messaging on real Kafka and MongoDB', () => {
  const { service, stop, topicPrefix, brokers } = runningServices();

  it('takes a decision to another service once, in order per key', async () => {
    const listener = await service('listener', recorder());
    const tally = await service('tally');
    const ids = Array.from({ length: 20 }, () => uuidv7());
    for (let round = 0; round < 5; round += 1) await Promise.all(ids.map((id) => tally.raise(id)));
    await eventually(async () => expect(await effectsOf(listener.connection)).toHaveLength(100));
    const effects = await effectsOf(listener.connection);
    for (const id of ids) {
      expect(effects.filter(({ key }) => key === id).map(({ sequence }) => sequence)).toEqual([
        1, 2, 3, 4, 5,
      ]);
    }
    await eventually(async () =>
      expect(await tally.connection.db!.collection('journal').countDocuments({ pending: true })).toBe(0),
    );
  });

  it('refuses, does nothing, and refuses a stale version without writing', async () => {
    const tally = await service('tally');
    const id = uuidv7();
    await tally.raise(id, 2);
    expect(await tally.raise(id, -1)).toMatchObject({ refused: 'CounterOnlyRises' });
    expect(await tally.raise(id, 0)).toMatchObject({ version: 1 });
    expect(await tally.raise(id, 1, 0)).toMatchObject({ refused: 'StaleVersion' });
    expect(await tally.counters.read(id)).toMatchObject({ version: 1, state: { total: 2 } });
  });

  it('lets none of 30 concurrent commands on one aggregate get lost', async () => {
    const tally = await service('tally');
    const id = uuidv7();
    await Promise.all(Array.from({ length: 30 }, () => tally.raise(id)));
    expect(await tally.counters.read(id)).toMatchObject({ version: 30, state: { total: 30 } });
  });

  it('drops what comes twice', async () => {
    const listener = await service('listener', recorder());
    const tally = await service('tally');
    const id = uuidv7();
    await tally.raise(id);
    await eventually(async () => expect(await effectsOf(listener.connection)).toHaveLength(1));
    await tally.connection.db!.collection('journal').updateMany({}, { $set: { pending: true } });
    await eventually(
      async () =>
        expect(await tally.connection.db!.collection('journal').countDocuments({ pending: true })).toBe(0),
      { withinMs: 20_000 },
    );
    await tally.raise(id);
    await eventually(async () => expect(await effectsOf(listener.connection)).toHaveLength(2));
  });

  it('parks a poison event for its key only, queues what follows, and replays in order', async () => {
    let broken = true;
    const poisoned = uuidv7();
    const listener = await service(
      'listener',
      recorder('listener.note-count', (event) => {
        if (broken && event.key === poisoned && event.sequence === 2) throw new Error('poison');
      }),
    );
    const tally = await service('tally');
    const other = uuidv7();
    for (let round = 0; round < 4; round += 1) {
      await tally.raise(poisoned);
      await tally.raise(other);
    }
    await eventually(async () => expect(await effectsOf(listener.connection)).toHaveLength(5));
    await eventually(async () => expect(await listener.messaging.parked.count()).toBe(3));
    const { items } = await listener.messaging.parked.list(territory);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ reason: 'failed', sequence: 2, attempts: 3 });
    expect(items[0]!.why).not.toContain('poison');
    broken = false;
    expect(await listener.messaging.parked.replay(items[0]!._id, admin)).toEqual({ replayed: 3 });
    const sequences = (await effectsOf(listener.connection)).filter(({ key }) => key === poisoned);
    expect(sequences.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    await tally.raise(poisoned);
    await eventually(async () => expect(await effectsOf(listener.connection)).toHaveLength(9));
    expect(await listener.messaging.parked.replay(items[0]!._id, admin)).toMatchObject({
      refused: 'UnknownParkedEvent',
    });
  });

  it('parks one poison of a backlog whose effects share transactions, and nothing else', async () => {
    const tally = await service('tally');
    const ids = Array.from({ length: 40 }, () => uuidv7());
    for (let round = 0; round < 3; round += 1) await Promise.all(ids.map((id) => tally.raise(id)));
    const [poisoned] = ids;
    const listener = await service(
      'listener',
      recorder('listener.note-count', (event) => {
        if (event.key === poisoned && event.sequence === 2) throw new Error('poison');
      }),
    );
    await eventually(async () => expect(await effectsOf(listener.connection)).toHaveLength(118), {
      withinMs: 30_000,
    });
    await eventually(async () => expect(await listener.messaging.parked.count()).toBe(2));
    const effects = await effectsOf(listener.connection);
    for (const id of ids.slice(1)) {
      expect(effects.filter(({ key }) => key === id).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    }
  });

  it('goes on with the next of the key when a parked event is discarded', async () => {
    const id = uuidv7();
    let broken = true;
    const listener = await service(
      'listener',
      recorder('listener.note-count', (event) => {
        if (broken && event.sequence === 1) throw new TypeError('poison');
      }),
    );
    const tally = await service('tally');
    await tally.raise(id);
    await tally.raise(id);
    await eventually(async () => expect(await listener.messaging.parked.count()).toBe(2));
    broken = false;
    const first = (await listener.messaging.parked.list(territory)).items[0]!;
    expect(await listener.messaging.parked.discard(first._id, admin, 'essai')).toEqual({
      discarded: first._id,
    });
    expect(await listener.messaging.parked.count()).toBe(0);
    await tally.raise(id);
    await eventually(async () =>
      expect((await effectsOf(listener.connection)).map(({ sequence }) => sequence)).toEqual([2, 3]),
    );
  });

  it('keeps what would be refused behind a parked event, and refuses it in its turn', async () => {
    const id = uuidv7();
    let broken = true;
    const refusing = reaction({
      name: 'listener.refuse',
      on: Counted,
      from: 'beginning',
      run: (event: { sequence: number }) => {
        if (broken && event.sequence === 1) throw new TypeError('poison');
        // Before anything is read.
        return Promise.resolve(refuse('TooMany', 'Cela fait trop.'));
      },
    });
    const listener = await service('listener', () => [refusing]);
    const tally = await service('tally');
    await tally.raise(id);
    await tally.raise(id);
    await eventually(async () => expect(await listener.messaging.parked.count()).toBe(2));
    broken = false;
    const [first] = (await listener.messaging.parked.list(territory)).items;
    expect(await listener.messaging.parked.replay(first!._id, admin)).toEqual({ replayed: 2 });
    const refused = await listener.connection
      .db!.collection('journal')
      .find({ type: 'ReactionRefused' })
      .toArray();
    expect(refused).toHaveLength(2);
  });

  it('journals a refusal and does not try it again', async () => {
    let runs = 0;
    const refusing = reaction({
      name: 'listener.refuse',
      on: Counted,
      from: 'beginning',
      run: async () => {
        runs += 1;
        return refuse('NotToday', 'Pas aujourd’hui.');
      },
    });
    const listener = await service('listener', () => [refusing]);
    const tally = await service('tally');
    await tally.raise(uuidv7());
    await eventually(async () => {
      const journaled = await listener.connection
        .db!.collection('journal')
        .findOne({ type: 'ReactionRefused' });
      expect(journaled?.['data']).toMatchObject({ reaction: 'listener.refuse', refused: 'NotToday' });
    });
    expect(runs).toBe(1);
    expect(await listener.messaging.parked.count()).toBe(0);
  });

  it('parks garbage, unknown types and versions, and goes on', async () => {
    const listener = await service('listener', recorder());
    const tally = await service('tally');
    const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await eventually(async () => expect(tally.messaging.transport.state.is).toBe('up'));
    await producer.connect();
    const headers = {
      ce_id: uuidv7(),
      ce_source: 'tally',
      ce_type: 'Counted',
      ce_dataversion: '1',
      ce_time: new Date().toISOString(),
      ce_sequence: '1',
      ce_territory: territory,
      ce_correlationid: uuidv7(),
      ce_causationid: uuidv7(),
    };
    const key = uuidv7();
    const value = JSON.stringify({ counterId: key, total: 1 });
    await producer.send({
      topic: `${topicPrefix()}.tally.counter`,
      messages: [
        { key, value: '{"counterId":', headers },
        { key, value, headers: {} },
        { key: null, value, headers },
        { key, value: null, headers },
        { key, value, headers: { ...headers, ce_type: 'Uncounted' } },
        { key, value, headers: { ...headers, ce_dataversion: '7' } },
        { key, value: JSON.stringify({ counterId: uuidv7(), total: 1 }), headers },
        { key, value: JSON.stringify({ counterId: key, total: 'x'.repeat(300_000) }), headers },
        {
          key,
          value: '{"__proto__":{"counterId":"x"},"$where":"1"}',
          headers: { ...headers, '$bad.name': 'x' },
        },
      ],
    });
    await producer.disconnect();
    await tally.raise(uuidv7());
    await eventually(async () => expect(await effectsOf(listener.connection)).toHaveLength(1));
    // By reason: a broker that elects a leader meanwhile may be sent some of them twice.
    await eventually(async () => {
      const { items } = await listener.messaging.parked.list(territory);
      expect([...new Set(items.map(({ reason, why }) => `${reason}: ${why}`))].sort()).toEqual([
        'unknown-contract: Counted v7',
        'unknown-contract: Uncounted v1',
        'unreadable: body is not JSON',
        'unreadable: body too large',
        'unreadable: does not fit Counted v1: counterId invalid_type, total invalid_type',
        'unreadable: missing attribute: id, source, type, time, territory, correlationid, causationid',
        'unreadable: no body (a tombstone)',
        'unreadable: no key',
        "unreadable: the key is not the data's counterId",
      ]);
    });
  });

  it('catches a new reaction up with the whole past of its topic, once', async () => {
    const tally = await service('tally');
    const first = await service('listener', recorder());
    const ids = Array.from({ length: 10 }, () => uuidv7());
    for (let round = 0; round < 3; round += 1) await Promise.all(ids.map((id) => tally.raise(id)));
    await eventually(async () => expect(await effectsOf(first.connection)).toHaveLength(30));
    await stop(first);
    await Promise.all(ids.map((id) => tally.raise(id)));

    const second = await service('listener', (connection) => [
      ...recorder()(connection),
      ...recorder('listener.note-again')(connection),
    ]);
    await eventually(
      async () => expect(await effectsOf(second.connection, 'listener.note-again')).toHaveLength(40),
      { withinMs: 30_000 },
    );
    await eventually(async () => expect(await effectsOf(second.connection)).toHaveLength(40));
    const caughtUp = await effectsOf(second.connection, 'listener.note-again');
    for (const id of ids) {
      expect(caughtUp.filter(({ key }) => key === id).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    }
  });
});
