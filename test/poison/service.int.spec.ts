import { parisDay } from '@passerelle/calendar';
import {
  eventually,
  startServiceProcess,
  startSignIn,
  testInfrastructure,
  uniquePrefix,
  type ServiceProcess,
  type SignIn,
} from '@passerelle/testing';
import { Kafka, logLevel, Partitioners, type KafkaMessage, type Message, type Producer } from 'kafkajs';
import { MongoClient, type Db } from 'mongodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { stateFrom } from '../../deploy/lag/service-state';
import { doses, messageOf, type Dose } from './doses';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_124);
const count = 2_000;
const territory = '91645';
const prefix = uniquePrefix('poisoned');
const topic = `${prefix}.ccas.need`;

jest.setTimeout(120_000);

describe('a real service whose topic is poisoned', () => {
  let signIn: SignIn;
  let service: ServiceProcess;
  let producer: Producer;
  let client: MongoClient;
  let db: Db;

  beforeAll(async () => {
    const { kafkaBrokers, mongodbUri } = testInfrastructure();
    signIn = await startSignIn();
    service = await startServiceProcess('legal-access', {
      ...{ KAFKA_BROKERS: kafkaBrokers, MONGODB_URI: mongodbUri, OIDC_ISSUER: signIn.issuer },
      ...{ MONGODB_DATABASE_PREFIX: prefix, TOPIC_PREFIX: prefix, LOG_LEVEL: 'warn' },
      LINK_SIGNING_KEY: 'a key for links of at least thirty-two characters',
    });
    client = await new MongoClient(mongodbUri).connect();
    db = client.db(`${prefix}-legal-access`);
    producer = new Kafka({ brokers: kafkaBrokers.split(','), logLevel: logLevel.NOTHING }).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
    });
    await producer.connect();
  }, 100_000);
  afterAll(async () => {
    await producer?.disconnect();
    await service?.stop();
    await db?.dropDatabase();
    await client?.close();
    await signIn?.stop();
  }, 30_000);

  const isFiled = async (id: string) =>
    expect(await db.collection<{ _id: string }>('request').findOne({ _id: id })).not.toBeNull();
  const state = async () => stateFrom('legal-access', await (await fetch(`${service.url}/metrics`)).text());

  it(`parks each of ${count} with its reason, and files every need that comes meanwhile`, async () => {
    const real = Array.from({ length: 20 }, () => need(uuidv7()));
    await producer.send({ topic, messages: real });
    await eventually(() => isFiled(String(real.at(-1)!.key)), { withinMs: 30_000 });

    const all = doses(seed, count, real as unknown as KafkaMessage[]).map(asNeed);
    const good: string[] = [];
    for (let start = 0; start < all.length; start += 40) {
      const id = uuidv7();
      good.push(id);
      await producer.send({ topic, messages: [...all.slice(start, start + 40).map(messageOf), need(id)] });
      await sleep(20);
    }
    for (const id of good) await eventually(() => isFiled(id), { withinMs: 30_000 });
    await eventually(async () => expect((await state()).consumer?.events).toBe(0), { withinMs: 30_000 });

    // Only a real one that comes again leaves nothing behind; no reaction of this service knows what to do with the others.
    const wanted = all.filter(({ follows }) => follows?.what !== 'real').map(({ number }) => number);
    expect(wanted.length).toBeGreaterThan(count * 0.9);
    expect(await parkedNumbers(db)).toEqual(wanted);
    expect((await state()).parked).toBeGreaterThanOrEqual(wanted.length);
    expect(await db.collection('request').countDocuments()).toBe(real.length + good.length);
    expect(service.running()).toBe(true);
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
    expect(service.logs()).not.toMatch(/unexpected error|UnhandledPromise/);
  });
});

async function parkedNumbers(db: Db): Promise<number[]> {
  const numbers = await db.collection('parked').distinct('raw.headers.fuzz');
  return numbers.map(Number).sort((a, b) => a - b);
}

/** A dose that says it is a need: what was sound of it is not. */
function asNeed(dose: Dose): Dose {
  const { ce_type: type, ce_dataversion: version } = dose.headers;
  if (dose.follows?.what === 'real' || type !== 'Weighed' || dose.number % 2 === 0) return dose;
  const changed = { ce_type: 'NeedIdentified', ...(version === '2' && { ce_dataversion: '1' }) };
  return { ...dose, headers: { ...dose.headers, ...changed } };
}

function need(needId: string): Message {
  const data = {
    ...{ needId, personId: uuidv7(), field: 'legal-access', topic: 'debt', urgency: 'normal' },
    contactedOn: parisDay(new Date()),
  };
  return {
    key: Buffer.from(needId),
    value: Buffer.from(JSON.stringify(data)),
    headers: {
      ...{ ce_id: uuidv7(), ce_source: 'ccas', ce_type: 'NeedIdentified', ce_dataversion: '1' },
      ...{ ce_time: new Date().toISOString(), ce_sequence: '1', ce_territory: territory },
      ...{ ce_correlationid: uuidv7(), ce_causationid: uuidv7() },
    },
  };
}
