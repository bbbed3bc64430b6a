import type { EventContract } from '@passerelle/contracts';
import { Kafka, logLevel, Partitioners, type Admin, type Producer } from 'kafkajs';
import type { Logger } from './logger';

/** For ever: a key must keep its partition. */
export const partitions = 12;

export interface KafkaOptions {
  readonly service: string;
  readonly brokers: readonly string[];
  /** `passerelle`; the tests have their own. */
  readonly topicPrefix: string;
  readonly logger: Logger;
}

/** kafkajs reports every reconnection as an error: our own health says what matters, its words are for debugging. */
export function kafkaClient({ service, brokers, logger }: KafkaOptions): Kafka {
  return new Kafka({
    clientId: service,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5 },
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ namespace, log }) =>
        logger.debug({ kafka: namespace, reason: log['error'] as unknown }, log.message),
  });
}

/** Not kafkajs's idempotent mode: it gives up for good on a lost sequence, and the inbox drops what a retry doubles. */
export function kafkaProducer(kafka: Kafka): Producer {
  return kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    maxInFlightRequests: 1,
    retry: { retries: 0 },
  });
}

/** Makes what is missing; a topic that is there is left as it is. */
export async function createTopics(
  admin: Admin,
  topicPrefix: string,
  contracts: readonly EventContract[],
): Promise<void> {
  const wanted = [...new Set(contracts.map((contract) => `${topicPrefix}.${contract.topic}`))];
  const existing = new Set(await admin.listTopics());
  const missing = wanted.filter((topic) => !existing.has(topic));
  if (missing.length === 0) return;
  const { brokers } = await admin.describeCluster();
  const replicationFactor = Math.min(3, brokers.length);
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map((topic) => ({
      topic,
      numPartitions: partitions,
      replicationFactor,
      configEntries: [
        // kafkajs has no codec but gzip: what another producer compresses otherwise, the broker stores as we can read it.
        { name: 'compression.type', value: 'uncompressed' },
        { name: 'retention.ms', value: '-1' },
        { name: 'retention.bytes', value: '-1' },
        { name: 'min.insync.replicas', value: String(Math.max(1, replicationFactor - 1)) },
      ],
    })),
  });
}
