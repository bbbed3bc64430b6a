import { join } from 'node:path';

/** One more way in, for who connects through a proxy: the broker listens at `port` and tells them `advertisedPort`. */
export interface ExtraListener {
  readonly port: number;
  readonly advertisedPort: number;
}

export interface KafkaPlace {
  readonly folder: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly extraListeners?: readonly ExtraListener[];
}

/** A single node for one machine: quick to start, small, keeping everything, and never inventing a topic. */
export function kafkaProperties(of: KafkaPlace): string {
  const extra = (of.extraListeners ?? []).map((listener, index) => ({ ...listener, name: `EXTRA_${index}` }));
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${of.controllerPort}`,
    listeners: [
      `PLAINTEXT://127.0.0.1:${of.port}`,
      `CONTROLLER://127.0.0.1:${of.controllerPort}`,
      ...extra.map(({ name, port }) => `${name}://127.0.0.1:${port}`),
    ],
    'advertised.listeners': [
      `PLAINTEXT://127.0.0.1:${of.port}`,
      ...extra.map(({ name, advertisedPort }) => `${name}://127.0.0.1:${advertisedPort}`),
    ],
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': ['PLAINTEXT', 'CONTROLLER', ...extra.map(({ name }) => name)].map(
      (name) => `${name}:PLAINTEXT`,
    ),
    ...Object.fromEntries(
      extra.map(({ name }) => [`listener.name.${name.toLowerCase()}.num.network.threads`, 1]),
    ),
    'log.dirs': join(of.folder, 'data'),
    'auto.create.topics.enable': false,
    'log.retention.ms': -1,
    'num.partitions': 12,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'group.initial.rebalance.delay.ms': 0,
    // The default of 6 s is more than a killed instance's partitions should wait.
    'group.min.session.timeout.ms': 2_000,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 6,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 3,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // The default index of 10 MB a segment is mapped in memory for each of hundreds of partitions.
    'log.index.size.max.bytes': 1_048_576,
    'log.cleaner.dedupe.buffer.size': 8_388_608,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

/** Warnings to a file of bounded size, nothing on the terminal. */
export function kafkaLogging(logFile: string): string {
  return `status=error
appender.file.type=RollingFile
appender.file.name=file
appender.file.fileName=${logFile}
appender.file.filePattern=${logFile}.%i
appender.file.layout.type=PatternLayout
appender.file.layout.pattern=%d %p %c: %m%n
appender.file.policy.type=SizeBasedTriggeringPolicy
appender.file.policy.size=5MB
appender.file.strategy.type=DefaultRolloverStrategy
appender.file.strategy.max=1
rootLogger.level=warn
rootLogger.appenderRef.file.ref=file
`;
}
