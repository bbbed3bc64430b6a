import type { StartedTestContainer } from 'testcontainers';
import { CannotStart } from '../cannot-start';
import { freePort } from './free-port';
import { kafkaReady } from './kafka-ready';
import { replicaSetReady, setName } from './mongod-ready';
import type { Infrastructure } from './infrastructure';

/** INFRA=docker: the official images by testcontainers. Containers go away at the stop; nothing is kept. */
export async function startInDocker(given: { kafka?: string; mongodb?: string }): Promise<Infrastructure> {
  const { GenericContainer, getContainerRuntimeClient } = await import('testcontainers');
  await getContainerRuntimeClient().catch(() => {
    throw new CannotStart(
      'INFRA=docker was asked, but no Docker engine answers: start Docker, or leave INFRA unset to run Kafka and MongoDB without it.',
    );
  });
  const containers: StartedTestContainer[] = [];
  const stop = async () => {
    await Promise.all(containers.map((container) => container.stop()));
  };
  const run = async (container: InstanceType<typeof GenericContainer>) => {
    containers.push(await container.start());
  };

  // Both answer with the address that clients must use afterwards, so the port outside is chosen before the start.
  const kafkaPort = await freePort();
  const mongoPort = await freePort();
  try {
    if (!given.kafka) {
      await run(
        new GenericContainer('apache/kafka:4.1.2')
          .withExposedPorts({ container: 9092, host: kafkaPort })
          .withEnvironment(kafkaEnvironment(kafkaPort)),
      );
      await late('Kafka', kafkaReady(`127.0.0.1:${kafkaPort}`, 90_000));
    }
    if (!given.mongodb) {
      await run(
        new GenericContainer('mongo:8.0')
          .withCommand(['mongod', '--replSet', setName, '--bind_ip_all', '--port', String(mongoPort)])
          .withExposedPorts({ container: mongoPort, host: mongoPort }),
      );
      await late('MongoDB', replicaSetReady(mongoPort, 90_000));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    kafkaBrokers: given.kafka ?? `127.0.0.1:${kafkaPort}`,
    mongodbUri: given.mongodb ?? `mongodb://127.0.0.1:${mongoPort}/?replicaSet=${setName}`,
    stop,
  };
}

async function late(name: string, ready: Promise<'ready' | 'late'>): Promise<void> {
  if ((await ready) === 'late')
    throw new CannotStart(`The ${name} container started but never became ready.`);
}

function kafkaEnvironment(port: number): Record<string, string> {
  return {
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_LISTENERS: 'PLAINTEXT://0.0.0.0:9092,CONTROLLER://127.0.0.1:9093',
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port}`,
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@127.0.0.1:9093',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_LOG_RETENTION_MS: '-1',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
  };
}
