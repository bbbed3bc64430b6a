import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start';
import { runTool } from './downloads';
import { freePort } from './free-port';
import { kafkaClasspath } from './kafka-jars';
import { type ExtraListener, kafkaProperties, kafkaLogging } from './kafka-settings';
import { kafkaReady } from './kafka-ready';
import { abortionOf } from './abortion-of';
import { endOrphan, type ManagedProcess, startProcess } from './managed-process';

const javaMissing = 'Java 17 is missing, and Kafka runs on it: apt-get install openjdk-17-jre-headless.';

/** One KRaft node, broker and controller at once, its data kept under `folder`. Resolves when it truly serves. */
export async function startKafka(
  folder: string,
  port: number,
  cancelled?: AbortSignal,
  extraListeners: readonly ExtraListener[] = [],
): Promise<ManagedProcess> {
  await mkdir(folder, { recursive: true });
  const pidFile = join(folder, 'kafka.pid');
  const logFile = join(folder, 'kafka.log');
  const properties = join(folder, 'server.properties');
  await endOrphan(pidFile);
  const classpath = await kafkaClasspath(cancelled);
  let controllerPort = await freePort();
  // A port that was free a moment ago, and is not taken yet, may be given twice.
  while (controllerPort === port) controllerPort = await freePort();
  writeFileSync(properties, kafkaProperties({ folder, port, controllerPort, extraListeners }));
  writeFileSync(join(folder, 'log4j2.properties'), kafkaLogging(logFile));
  const java = (heap: string) => [
    `-Xmx${heap}`,
    '-XX:+UseSerialGC',
    `-Dlog4j2.configurationFile=${join(folder, 'log4j2.properties')}`,
    '-cp',
    classpath,
  ];
  if (!existsSync(join(folder, 'data', 'meta.properties'))) {
    // A leading hyphen would be read as an option.
    const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
    await runTool(
      'java',
      [...java('128m'), 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties],
      { missing: javaMissing, failed: 'Kafka could not prepare its storage:' },
      cancelled,
    );
  }
  const kafka = startProcess({
    command: 'java',
    args: [...java('512m'), 'kafka.Kafka', properties],
    logFile: join(folder, 'kafka.out'),
    pidFile,
    mark: properties,
  });
  const ready = await Promise.race([
    kafkaReady(`127.0.0.1:${port}`, 120_000),
    kafka.exited,
    abortionOf(cancelled),
  ]);
  if (ready !== 'ready') {
    await kafka.stop(2_000);
    cancelled?.throwIfAborted();
    throw new CannotStart(`Kafka did not come up on port ${port}; its log says why: ${logFile}`);
  }
  return kafka;
}
