import { Kafka, logLevel, type Admin } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSignIn } from '@passerelle/testing';
import { startTestInfrastructure } from '../../deploy/local/test-infrastructure';
import { newPrefix, startContender, startProcess, type ContenderName, type Contender } from './contender';
import { territory } from './pledge';

export interface Settings {
  /** Interleaved rounds of each comparison. */
  readonly rounds: number;
  /** Events that wait in the topic before a consumer starts. */
  readonly backlog: number;
  /** Commands of one round at full speed, and agents that give them. */
  readonly commands: number;
  readonly atOnce: number;
  /** The steady rate at which latency is measured, in commands per second, and for how long. */
  readonly perSecond: number;
  readonly seconds: number;
}

/** What every section works with: the broker, the database, an agent's token, and contenders with empty topics. */
export interface Bench {
  readonly settings: Settings;
  readonly kafka: Kafka;
  readonly mongodbUri: string;
  readonly client: MongoClient;
  readonly token: string;
  start(name: ContenderName, preload?: readonly string[]): Promise<Contender>;
  /** A prefix whose topic exists. */
  prefixFor(name: ContenderName): Promise<string>;
  startSink(name: ContenderName, prefix: string): ReturnType<typeof startProcess>;
  /** How many its topic holds. */
  eventsIn(prefix: string): Promise<number>;
  forget(prefix: string): Promise<void>;
}

export const topicOf = (prefix: string) => `${prefix}.ccas.need`;
export const sinkDatabaseOf = (prefix: string) => `${prefix}-legal-access`;
export const sourceDatabaseOf = (prefix: string) => `${prefix}-ccas`;

export async function withBench<T>(settings: Settings, work: (bench: Bench) => Promise<T>): Promise<T> {
  const infrastructure = await startTestInfrastructure();
  const signIn = await startSignIn();
  const kafka = new Kafka({
    brokers: infrastructure.kafkaBrokers.split(','),
    logLevel: logLevel.NOTHING,
  });
  const admin = kafka.admin();
  const client = new MongoClient(infrastructure.mongodbUri);
  const ends: (() => Promise<void>)[] = [];
  try {
    await Promise.all([admin.connect(), client.connect()]);
    const token = await signIn.issueToken({
      roles: ['ccas-worker'],
      territories: [territory],
      expiresIn: 7_200,
    });
    const environment = {
      KAFKA_BROKERS: infrastructure.kafkaBrokers,
      MONGODB_URI: infrastructure.mongodbUri,
      OIDC_ISSUER: signIn.issuer,
      SERVED_TERRITORIES: territory,
    };
    const prefixFor = (name: ContenderName) => makeTopic(admin, newPrefix(name));
    return await work({
      settings,
      kafka,
      mongodbUri: infrastructure.mongodbUri,
      client,
      token,
      prefixFor,
      async start(name, preload) {
        const contender = await startContender(name, await prefixFor(name), environment, preload);
        ends.push(() => contender.stop());
        return contender;
      },
      async startSink(name, prefix) {
        const sink = await startProcess(name, 'sink', prefix, environment);
        ends.push(() => sink.end());
        return sink;
      },
      async eventsIn(prefix) {
        const offsets = await admin.fetchTopicOffsets(topicOf(prefix));
        return offsets.reduce((sum, { high }) => sum + Number(high), 0);
      },
      forget: (prefix) => forget(admin, client, prefix),
    });
  } finally {
    await Promise.all(ends.map((end) => end()));
    await Promise.all([client.close(), admin.disconnect()]);
    await signIn.stop();
    await infrastructure.stop();
  }
}

/** kafkajs's own waiting for leaders fails on a loaded machine, where the topic is not yet known to those it asks. */
async function makeTopic(admin: Admin, prefix: string): Promise<string> {
  const topic = topicOf(prefix);
  await admin.createTopics({ waitForLeaders: false, topics: [{ topic, numPartitions: 12 }] });
  for (let tries = 0; tries < 200; tries += 1) {
    const known = await admin.fetchTopicMetadata({ topics: [topic] }).catch(() => undefined);
    const partitions = known?.topics[0]?.partitions ?? [];
    if (partitions.length === 12 && partitions.every(({ leader }) => leader >= 0)) return prefix;
    await sleep(50);
  }
  throw new Error(`${topic} has no leaders`);
}

/** What one round leaves must not weigh on the next. */
async function forget(admin: Admin, client: MongoClient, prefix: string): Promise<void> {
  await client.db(sinkDatabaseOf(prefix)).dropDatabase();
  await client.db(sourceDatabaseOf(prefix)).dropDatabase();
  await admin.deleteTopics({ topics: [topicOf(prefix)] });
}
