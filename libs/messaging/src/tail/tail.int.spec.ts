import { eventually } from '@passerelle/testing';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { v7 as uuidv7 } from 'uuid';
import { tailTopics, type Hint, type Tail } from '..';
import { contracts } from '../counting.spec';
import { runningServices, territory } from '../running-services.spec';

jest.setTimeout(60_000);

describe('the tail of all topics', () => {
  const { service, topicPrefix, brokers } = runningServices();
  const tails: Tail[] = [];
  const logger = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 };

  afterEach(async () => {
    for (const tail of tails.splice(0)) await tail.stop();
  });

  async function hearing(kafkaBrokers = brokers) {
    const hints: Hint[] = [];
    let begun = 0;
    const tail = tailTopics({
      ...{ service: 'gateway', topicPrefix: topicPrefix(), kafkaBrokers, contracts, logger },
      hear: (heard) => hints.push(...heard),
      again: () => (begun += 1),
    });
    tails.push(tail);
    return { tail, hints, begun: () => begun };
  }
  const live = async (one: { begun: () => number }) => eventually(async () => expect(one.begun()).toBe(1));

  it('tells every process what happens from now on, and nothing of before', async () => {
    const tally = await service('tally');
    await tally.raise(uuidv7());
    await eventually(async () =>
      expect(await tally.connection.db!.collection('journal').countDocuments({ pending: true })).toBe(0),
    );
    const [first, second] = [await hearing(), await hearing()];
    await Promise.all([live(first), live(second)]);
    const ids = Array.from({ length: 5 }, () => uuidv7());
    for (const id of ids) await tally.raise(id);
    for (const { hints } of [first, second]) {
      await eventually(async () => expect(hints.map(({ key }) => key).sort()).toEqual([...ids].sort()));
    }
    expect(first.hints[0]).toEqual({
      ...{ topic: 'tally.counter', type: 'Counted', territory, at: expect.any(Date) as unknown },
      key: expect.any(String) as unknown,
    });
    expect([first.begun(), second.begun()]).toEqual([1, 1]);
  });

  it('makes the topics that are not there yet, passes over what it cannot read, and goes on', async () => {
    const heard = await hearing();
    await live(heard);
    const producer = new Kafka({ brokers, logLevel: logLevel.NOTHING }).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    const good = uuidv7();
    const headers = {
      ...{ ce_id: uuidv7(), ce_source: 'tally', ce_type: 'Recounted', ce_time: new Date().toISOString() },
      ...{ ce_dataversion: '9', ce_sequence: '1', ce_territory: territory },
      ...{ ce_correlationid: uuidv7(), ce_causationid: uuidv7() },
    };
    const topic = `${topicPrefix()}.tally.counter`;
    await producer.send({ topic, messages: [{ key: null, value: '{', headers }] });
    await producer.send({ topic, messages: [{ key: uuidv7(), value: '{}', headers: {} }] });
    // Of a newer build: its name is not known here, that something happened is.
    await producer.send({ topic, messages: [{ key: good, value: 'not even JSON', headers }] });
    await producer.disconnect();
    await eventually(async () => expect(heard.hints).toMatchObject([{ key: good, type: 'Recounted' }]));
  });

  it('keeps nothing in the broker, and leaves no group behind', async () => {
    const heard = await hearing();
    await live(heard);
    const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const ours = async () =>
      (await admin.listGroups()).groups.filter(({ groupId }) => groupId.startsWith(topicPrefix()));
    expect(await ours()).toHaveLength(1);
    await heard.tail.stop();
    expect(await ours()).toEqual([]);
    await admin.disconnect();
  });

  it('returns and stops at once while no broker answers', async () => {
    const heard = await hearing(['127.0.0.1:1']);
    await eventually(async () => expect(heard.tail.state).toBe('down'));
    const asked = performance.now();
    await heard.tail.stop();
    expect(performance.now() - asked).toBeLessThan(4_500);
    expect(heard.begun()).toBe(0);
  });
});
