import { Kafka, logLevel } from 'kafkajs';
import { mongo } from 'mongoose';
import { testInfrastructure } from './infrastructure';
import { uniquePrefix } from './unique-prefix';

describe('the infrastructure of the tests', () => {
  it('is a Kafka that takes a record and gives it back to a group', async () => {
    const kafka = new Kafka({
      brokers: testInfrastructure().kafkaBrokers.split(','),
      logLevel: logLevel.NOTHING,
    });
    const topic = uniquePrefix('infra');
    const [admin, producer, consumer] = [
      kafka.admin(),
      kafka.producer(),
      kafka.consumer({ groupId: topic, maxWaitTimeInMs: 100 }),
    ];
    await Promise.all([admin.connect(), producer.connect(), consumer.connect()]);
    await admin.createTopics({ topics: [{ topic, numPartitions: 3 }], waitForLeaders: true });
    await producer.send({ topic, messages: [{ key: 'k', value: 'v' }] });
    await consumer.subscribe({ topic, fromBeginning: true });
    const seen = await new Promise<string>((resolve, reject) => {
      consumer.run({ eachMessage: async ({ message }) => resolve(String(message.value)) }).catch(reject);
    });
    expect(seen).toBe('v');
    await Promise.all([admin.disconnect(), producer.disconnect(), consumer.disconnect()]);
  });

  it('never invents a topic', async () => {
    const producer = new Kafka({
      brokers: testInfrastructure().kafkaBrokers.split(','),
      logLevel: logLevel.NOTHING,
      retry: { retries: 1 },
    }).producer();
    await producer.connect();
    const send = producer.send({ topic: uniquePrefix('unknown'), messages: [{ value: 'v' }] });
    await expect(send).rejects.toThrow();
    await producer.disconnect();
  });

  it('is a MongoDB with transactions and change streams', async () => {
    const client = await new mongo.MongoClient(testInfrastructure().mongodbUri).connect();
    const things = client.db(uniquePrefix('infra')).collection<{ _id: string }>('things');
    await things.insertOne({ _id: 'before' });
    const changes = things.watch();
    const first = changes.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await client.withSession((session) =>
      session.withTransaction(() => things.insertOne({ _id: 'inside' }, { session })),
    );
    expect(await first).toMatchObject({ documentKey: { _id: 'inside' } });
    await changes.close();
    await client.close();
  });
});
