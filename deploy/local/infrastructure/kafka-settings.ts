import { join } from 'node:path';

/** A single node for one machine: quick to start, small, keeping everything, and never inventing a topic. */
export function kafkaProperties(of: { folder: string; port: number; controllerPort: number }): string {
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${of.controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${of.port},CONTROLLER://127.0.0.1:${of.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${of.port}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': join(of.folder, 'data'),
    'auto.create.topics.enable': false,
    'log.retention.ms': -1,
    'num.partitions': 12,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'group.initial.rebalance.delay.ms': 0,
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
