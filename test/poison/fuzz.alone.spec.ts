import { eventually } from '@passerelle/testing';
import type { KafkaMessage, Producer } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { register } from 'prom-client';
import { doses, messageOf, unbearables, type Dose } from './doses';
import { findDoses, surprises } from './found';
import { GoodFlow } from './good-flow';
import { House, type Started } from './house';
import { listenerReactions, nameTopic, parcelTopic } from './scale';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_124);
const count = Number(process.env['FUZZ_COUNT'] ?? 100_000);
/** Messages a second at most. */
const pace = 2_500;
const batch = 250;
/** Sent and not handled yet, at most, before more are sent. */
const inHand = 250;
/** For 100,000. */
const withinSeconds = 110;

jest.setTimeout(180_000);

describe('poison on the topics', () => {
  let house: House;
  beforeEach(() => {
    house = new House();
    register.resetMetrics();
  });
  afterEach(() => house.stop());

  it(`harms nobody: ${count} fuzzed events of seed ${seed}`, async () => {
    const scale = await house.start('scale', () => []);
    const listener = await house.start('listener', listenerReactions);
    await eventually(() => expect(listener.messaging.transport.state.is).toBe('up'), { withinMs: 20_000 });
    const good = new GoodFlow(scale, listener);

    const before = await good.during(() => sleep(8_000));
    const real = await everythingOn(parcelTopic);
    const all = doses(seed, count, real);
    const producer = await house.producer();
    const began = performance.now();
    const meanwhile = await good.during(async () => {
      await sendAll(producer, all, listener);
      await goneThrough(listener);
    });
    const seconds = Math.round((performance.now() - began) / 1_000);

    process.stderr.write(
      `${JSON.stringify({ seed, count, seconds, before, meanwhile, said: [...house.said] })}\n`,
    );
    expect(surprises(all, await findDoses(listener.connection, all))).toEqual([]);
    expect(await counted('passerelle_events_skipped_total', {})).toBe(withFate(all, 'skipped'));
    // The relay may publish a good one twice.
    const twice = (await recordsOn(parcelTopic, nameTopic)) - all.length - good.sent.size;
    expect(await counted('passerelle_reactions_total', { outcome: 'seen' })).toBe(
      withFate(all, 'seen') + twice,
    );
    expect(listener.messaging.transport.state.is).toBe('up');
    expect(await listener.messaging.health()).toMatchObject({ mongo: 'up', consumer: 'up' });
    expect(meanwhile.missing).toBe(0);
    expect(meanwhile.worstMs - before.worstMs).toBeLessThan(1_000);
    expect(seconds).toBeLessThan(withinSeconds);
  });

  it('and not when a reaction throws for many keys at once', async () => {
    const scale = await house.start('scale', () => []);
    const listener = await house.start('listener', listenerReactions);
    await eventually(() => expect(listener.messaging.transport.state.is).toBe('up'), { withinMs: 20_000 });
    const good = new GoodFlow(scale, listener);
    const before = await good.during(() => sleep(4_000));
    const all = unbearables(seed, 200);
    const producer = await house.producer();
    const meanwhile = await good.during(async () => {
      await sendAll(producer, all, listener);
      await goneThrough(listener);
    });
    process.stderr.write(`${JSON.stringify({ before, meanwhile, said: [...house.said] })}\n`);
    expect(surprises(all, await findDoses(listener.connection, all))).toEqual([]);
    expect(meanwhile.missing).toBe(0);
    expect(meanwhile.worstMs - before.worstMs).toBeLessThan(1_000);
  });

  async function recordsOn(...topics: readonly string[]): Promise<number> {
    const admin = house.kafka.admin();
    await admin.connect();
    const ends = await Promise.all(
      topics.map((topic) => admin.fetchTopicOffsets(`${house.prefix}.${topic}`)),
    );
    await admin.disconnect();
    return ends.flat().reduce((sum, { high }) => sum + Number(high), 0);
  }

  async function everythingOn(topic: string): Promise<KafkaMessage[]> {
    const full = `${house.prefix}.${topic}`;
    const wanted = await recordsOn(topic);
    const consumer = house.kafka.consumer({ groupId: `${house.prefix}.reader`, maxWaitTimeInMs: 100 });
    const read: KafkaMessage[] = [];
    await consumer.connect();
    await consumer.subscribe({ topic: full, fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => void read.push(message) });
    await eventually(() => expect(read.length).toBe(wanted), { withinMs: 20_000 });
    await consumer.disconnect();
    return read.sort((a, b) => (a.key! < b.key! ? -1 : 1));
  }

  /**
   * As fast as it is handled, and no faster: whoever stands behind a long queue of anything in a partition waits. Asked is that
   * poison takes no more than its turn, and the whole of it little time.
   */
  async function sendAll(producer: Producer, all: readonly Dose[], to: Started): Promise<void> {
    const began = performance.now();
    for (let start = 0; start < all.length; start += batch) {
      const part = all.slice(start, start + batch);
      const topicMessages = [parcelTopic, nameTopic].map((topic) => ({
        topic: `${house.prefix}.${topic}`,
        messages: part.filter((dose) => dose.topic === topic).map(messageOf),
      }));
      await producer.sendBatch({
        topicMessages: topicMessages.filter(({ messages }) => messages.length > 0),
      });
      await sleep(Math.max(0, began + ((start + batch) / pace) * 1_000 - performance.now()));
      while ((await lagOf(to)) > inHand) await sleep(20);
    }
  }
});

async function lagOf({ messaging }: Started): Promise<number> {
  return [...(await messaging.transport.lag()).values()].reduce((sum, lag) => sum + lag, 0);
}

const goneThrough = (to: Started) =>
  eventually(async () => expect(await lagOf(to)).toBe(0), { withinMs: 60_000, everyMs: 250 });

const withFate = (all: readonly Dose[], fate: Dose['fate']) =>
  all.filter((dose) => dose.fate === fate).length;

async function counted(name: string, labels: Readonly<Record<string, string>>): Promise<number> {
  const { values } = await register.getSingleMetric(name)!.get();
  return values
    .filter((value) => Object.entries(labels).every(([label, word]) => value.labels[label] === word))
    .reduce((sum, { value }) => sum + value, 0);
}
