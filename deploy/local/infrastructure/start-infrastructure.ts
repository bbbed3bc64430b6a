import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start';
import type { Infrastructure } from './infrastructure';
import { startInDocker } from './docker';
import { startKafka } from './kafka';
import { kafkaReady } from './kafka-ready';
import { type KeptRunning, keepRunning } from './keep-running';
import type { ManagedProcess } from './managed-process';
import { startMongod } from './mongod';
import { replicaSetAnswers, setName } from './mongod-ready';

export interface InfrastructureOptions {
  dataDir: string;
  kafkaPort: number;
  mongoPort: number;
  /** False: the data folder is deleted at the stop. */
  keepData: boolean;
  /** Given: what dies is started again, and this hears the sentence that says so. */
  onDeath?: (sentence: string) => void;
  /** Aborted: the start is given up, and what it had started is stopped. */
  cancelled?: AbortSignal;
}

/** Real Kafka and MongoDB: the ones given by KAFKA_BROKERS and MONGODB_URI, else docker when asked, else embedded. */
export async function startInfrastructure(
  options: InfrastructureOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Infrastructure> {
  const given = { kafka: env['KAFKA_BROKERS'], mongodb: env['MONGODB_URI'] };
  await Promise.all([kafkaGiven(given.kafka), mongodbGiven(given.mongodb)]);
  if (env['INFRA'] === 'docker' && !(given.kafka && given.mongodb)) return startInDocker(given);

  // When one cannot start, the other is not waited for.
  const failing = new AbortController();
  const cancelled = AbortSignal.any([failing.signal, ...(options.cancelled ? [options.cancelled] : [])]);
  const run = (name: string, start: (folder: string) => Promise<ManagedProcess>): Promise<KeptRunning> => {
    const folder = join(options.dataDir, name.toLowerCase());
    const { onDeath } = options;
    if (!onDeath) return start(folder);
    return keepRunning(
      () => start(folder),
      ({ how, nextTryMs }) =>
        onDeath(`${name} stopped by itself (${how}); next try in ${(nextTryMs ?? 0) / 1000} s.`),
    );
  };
  const starts = [
    given.kafka ? undefined : run('Kafka', (folder) => startKafka(folder, options.kafkaPort, cancelled)),
    given.mongodb ? undefined : run('MongoDB', (folder) => startMongod(folder, options.mongoPort, cancelled)),
  ];
  let failure: unknown;
  for (const start of starts) {
    start?.catch((error: unknown) => {
      failure ??= error;
      failing.abort();
    });
  }
  const outcomes = await Promise.allSettled(starts);
  const stop = async (keep: boolean) => {
    const running = outcomes.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
    await Promise.all(running.map((one) => one.stop(graceMs)));
    if (!keep) await rm(options.dataDir, { recursive: true, force: true });
  };
  if (failure !== undefined) {
    await stop(true); // the data holds the log that the error names
    throw failure;
  }
  return {
    kafkaBrokers: given.kafka ?? `127.0.0.1:${options.kafkaPort}`,
    mongodbUri: given.mongodb ?? `mongodb://127.0.0.1:${options.mongoPort}/?replicaSet=${setName}`,
    stop: () => stop(options.keepData),
  };
}

/** What a stop may take before a process is killed: short enough for Ctrl-C, long enough for a clean shutdown. */
const graceMs = 6_000;

async function kafkaGiven(brokers: string | undefined): Promise<void> {
  if (!brokers) return;
  const answers = await Promise.all(brokers.split(',').map((broker) => kafkaReady(broker.trim(), 10_000)));
  if (!answers.includes('ready')) {
    throw new CannotStart(
      `No Kafka answers at ${brokers} (KAFKA_BROKERS): start it, or unset KAFKA_BROKERS to run the embedded one.`,
    );
  }
}

async function mongodbGiven(uri: string | undefined): Promise<void> {
  if (!uri) return;
  const answer = await replicaSetAnswers(uri, 10_000);
  if (answer === 'ready') return;
  throw new CannotStart(
    answer === 'silent'
      ? 'No MongoDB answers at MONGODB_URI: start it, or unset MONGODB_URI to run the embedded one.'
      : 'The MongoDB at MONGODB_URI is not a replica set, and transactions need one: start it with --replSet.',
  );
}
