import { testInfrastructure, uniquePrefix } from '@passerelle/testing';
import { createMessaging, type Messaging, type Reaction } from '@passerelle/messaging';
import type { EventContract } from '@passerelle/contracts';
import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import { createConnection, type Connection } from 'mongoose';
import { contracts as all } from './scale';

export interface Started {
  readonly messaging: Messaging;
  readonly connection: Connection;
  readonly stop: () => Promise<void>;
}

/** Services of the test on the run's real Kafka and MongoDB, and a raw way to their topics. */
export class House {
  readonly prefix = uniquePrefix('poison');
  /** Sentences said at `warn` or worse, and how often. */
  readonly said = new Map<string, number>();
  private readonly brokers = testInfrastructure().kafkaBrokers.split(',');
  private readonly started: Started[] = [];
  private readonly closing: (() => Promise<void>)[] = [];
  readonly kafka = new Kafka({ brokers: this.brokers, logLevel: logLevel.NOTHING });

  /** `contracts`: what this build of the service knows. */
  async start(
    service: string,
    reactions: (connection: Connection) => readonly Reaction[],
    contracts: readonly EventContract[] = all,
  ): Promise<Started> {
    const dbName = `${this.prefix}-${service}`;
    const connection = await createConnection(testInfrastructure().mongodbUri, { dbName }).asPromise();
    const loud = (_context: object, sentence: string) =>
      void this.said.set(sentence, (this.said.get(sentence) ?? 0) + 1);
    const messaging = createMessaging({
      service,
      topicPrefix: this.prefix,
      kafkaBrokers: this.brokers,
      connection,
      clock: { now: () => new Date() },
      logger: { debug: () => undefined, info: () => undefined, warn: loud, error: loud },
      contracts,
    });
    messaging.register({ reactions: reactions(connection), dueWork: [] });
    await messaging.start();
    messaging.transport.listen(() => undefined);
    const started: Started = {
      messaging,
      connection,
      stop: async () => {
        this.started.splice(this.started.indexOf(started), 1);
        await messaging.stop();
        await connection.close();
      },
    };
    this.started.push(started);
    return started;
  }

  async producer(): Promise<Producer> {
    const producer = this.kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
    });
    await producer.connect();
    this.closing.push(() => producer.disconnect());
    return producer;
  }

  async stop(): Promise<void> {
    for (const close of this.closing.splice(0)) await close();
    for (const one of [...this.started]) {
      await one.messaging.stop();
      await one.connection.dropDatabase();
      await one.connection.close();
    }
  }
}
