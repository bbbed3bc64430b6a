import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startInDocker } from './docker';
import { checkKafkaGiven, checkMongodbGiven } from './given';
import type { Infrastructure } from './infrastructure';
import { startKafka } from './kafka';
import { type KeptRunning, keepRunning } from './keep-running';
import type { ManagedProcess } from './managed-process';
import { startMongod } from './mongod';
import { setName } from './mongod-ready';

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
  await Promise.all([checkKafkaGiven(given.kafka), checkMongodbGiven(given.mongodb)]);
  if (env['INFRA'] === 'docker' && !(given.kafka && given.mongodb)) return startInDocker(given);
  const stop = await startEmbedded(options, { kafka: !given.kafka, mongodb: !given.mongodb });
  return {
    kafkaBrokers: given.kafka ?? `127.0.0.1:${options.kafkaPort}`,
    mongodbUri: given.mongodb ?? `mongodb://127.0.0.1:${options.mongoPort}/?replicaSet=${setName}`,
    stop,
  };
}

/** What a stop may take before a process is killed: short enough for Ctrl-C, long enough for a clean shutdown. */
const graceMs = 6_000;

/** Both at once; when one cannot start, the other is not waited for. Returns what stops them. */
async function startEmbedded(
  options: InfrastructureOptions,
  wanted: { kafka: boolean; mongodb: boolean },
): Promise<() => Promise<void>> {
  const { dataDir, kafkaPort, mongoPort, onDeath } = options;
  const failing = new AbortController();
  const cancelled = AbortSignal.any([failing.signal, ...(options.cancelled ? [options.cancelled] : [])]);
  const running: KeptRunning[] = [];
  let failure: unknown;
  const run = async (name: string, start: () => Promise<ManagedProcess>) => {
    try {
      running.push(
        onDeath ? await keepRunning(start, (stopped) => onDeath(deathOf(name, stopped))) : await start(),
      );
    } catch (error) {
      failure ??= error;
      failing.abort();
    }
  };
  const stop = async () => {
    await Promise.all(running.map((one) => one.stop(graceMs)));
  };
  await Promise.all([
    wanted.kafka && run('Kafka', () => startKafka(join(dataDir, 'kafka'), kafkaPort, cancelled)),
    wanted.mongodb && run('MongoDB', () => startMongod(join(dataDir, 'mongodb'), mongoPort, cancelled)),
  ]);
  if (failure !== undefined) {
    await stop(); // the data stays: it holds the log that the error names
    throw failure;
  }
  return async () => {
    await stop();
    if (!options.keepData) await rm(dataDir, { recursive: true, force: true });
  };
}

function deathOf(name: string, { how, nextTryMs = 0 }: { how: string; nextTryMs?: number }): string {
  return `${name} stopped by itself (${how}); next try in ${nextTryMs / 1000} s.`;
}
