import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startInDocker } from './docker';
import { startKafka } from './kafka';
import { startMongod } from './mongod';
import { setName } from './mongod-ready';

export interface Infrastructure {
  /** Comma list, as KAFKA_BROKERS takes it. */
  kafkaBrokers: string;
  /** Without a database name, as MONGODB_URI takes it. */
  mongodbUri: string;
  /** The names of what runs here, for the person at the terminal. */
  embedded: string[];
  /** Resolves with a sentence if Kafka or MongoDB dies on its own; never otherwise. */
  died: Promise<string>;
  stop: () => Promise<void>;
}

export interface InfrastructureOptions {
  dataDir: string;
  kafkaPort: number;
  mongoPort: number;
  /** False: the data folder is deleted at the stop. */
  keepData: boolean;
}

/** Real Kafka and MongoDB: the ones given by KAFKA_BROKERS and MONGODB_URI, else docker when asked, else embedded. */
export async function startInfrastructure(
  options: InfrastructureOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Infrastructure> {
  const given = { kafka: env['KAFKA_BROKERS'], mongodb: env['MONGODB_URI'] };
  if (env['INFRA'] === 'docker' && !(given.kafka && given.mongodb)) return startInDocker(given);
  const starting = {
    kafka: given.kafka ? undefined : startKafka(join(options.dataDir, 'kafka'), options.kafkaPort),
    mongod: given.mongodb ? undefined : startMongod(join(options.dataDir, 'mongodb'), options.mongoPort),
  };
  const outcomes = await Promise.allSettled([starting.kafka, starting.mongod]);
  let [stopping, keep] = [false, options.keepData];
  const stop = async () => {
    stopping = true;
    await Promise.all(outcomes.map((one) => (one.status === 'fulfilled' ? one.value?.stop() : undefined)));
    if (!keep) await rm(options.dataDir, { recursive: true, force: true });
  };
  const failed = outcomes.find((one) => one.status === 'rejected');
  if (failed) {
    keep = true; // it holds the log that the error names
    await stop();
    throw failed.reason;
  }
  const [kafka, mongod] = [await starting.kafka, await starting.mongod];
  return {
    kafkaBrokers: given.kafka ?? `127.0.0.1:${options.kafkaPort}`,
    mongodbUri: given.mongodb ?? `mongodb://127.0.0.1:${options.mongoPort}/?replicaSet=${setName}`,
    embedded: [kafka && 'Kafka', mongod && 'MongoDB'].filter((name) => name !== undefined),
    died: new Promise((resolve) => {
      void kafka?.exited.then(() => stopping || resolve('Kafka stopped by itself.'));
      void mongod?.exited.then(() => stopping || resolve('MongoDB stopped by itself.'));
    }),
    stop,
  };
}
