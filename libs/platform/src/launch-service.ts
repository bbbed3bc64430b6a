import { allContracts } from '@passerelle/contracts';
import { createMessaging, isOutage, ParkedEvents, type Messaging } from '@passerelle/messaging';
import type { z } from 'zod';
import { AccessLog } from './access-log/access-log';
import { AccessLogController } from './access-log/access-log.controller';
import { clockFor } from './clock/clock-for';
import { platformEnvironment, storageEnvironment } from './config/environment';
import { readEnvironment } from './config/read-environment';
import type { Composition, Parts, ServiceDefinition } from './define-service';
import { StorageReadiness } from './health/storage-readiness';
import { HeldController, HeldHere } from './held/held.controller';
import { createApp } from './http/create-app';
import { createLogger, type Logger } from './logging/logger';
import { startDefaultMetrics } from './metrics/metrics';
import { ParkedController } from './parked/parked.controller';
import { closeHttp, hostOf, listen, stopInOrder, type RunningService } from './running-service';
import { servedFields } from './served-field/served-field';
import { open, unopenedConnection } from './storage/connection';
import { persistUntil } from './storage/persist-until';
import { startTracing } from './tracing/start-tracing';

/**
 * Starts a service in this process: listens at once, then waits for MongoDB and Kafka as long as it takes. Throws
 * `ConfigurationError` when its variables are not right. Tests use it; `startService` adds signals and exit codes.
 */
export async function launchService<Extra extends z.ZodRawShape>(
  definition: ServiceDefinition<Extra>,
  variables: Readonly<Record<string, string | undefined>>,
  logger?: Logger,
): Promise<RunningService> {
  const parts = await partsOf(definition, variables, logger);
  const tracing = await startTracing(definition.name, parts.env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const composition = definition.compose(parts);
  parts.messaging.register({ reactions: composition.reactions ?? [], dueWork: composition.dueWork ?? [] });
  const served = definition.servesField && servedFields(parts.connection, parts.unitOfWork);
  const readiness = new StorageReadiness(parts.messaging);
  const app = await createApp({
    title: definition.title,
    env: parts.env,
    logger: parts.logger,
    controllers: [ParkedController, AccessLogController, HeldController, ...(composition.controllers ?? [])],
    providers: [
      ...sharedProviders(parts),
      { provide: HeldHere, useValue: new HeldHere(composition.held ?? (async () => [])) },
      ...(composition.providers ?? []),
    ],
    readiness,
    ready: () => readiness.serving,
    measure: () => parts.messaging.measure(),
  });
  app.connectMicroservice({ strategy: parts.messaging.transport }, { inheritAppConfig: false });
  const url = await listen(app, parts.env.PORT, hostOf(parts.env));
  const stopped = new AbortController();
  const ready = becomeReady(definition, parts, composition, readiness, stopped.signal, {
    announce: async () => {
      if (served)
        await served.announce(definition.name, definition.servesField!, parts.env.SERVED_TERRITORIES);
    },
    consume: () => app.startAllMicroservices(),
  });
  // Whoever does not wait for readiness must not crash on it: `startService` does wait.
  ready.catch(() => undefined);
  return {
    app,
    url,
    ready,
    stop: stopInOrder(parts.logger, [
      () => stopped.abort(),
      () => readiness.stopping(),
      () => closeHttp(app),
      () => parts.messaging.stop(),
      () => composition.stop?.(),
      () => parts.connection.close(),
      () => parts.clock.stop(),
      () => tracing.stop(),
    ]),
  };
}

interface AllParts<Extra extends z.ZodRawShape> extends Parts<Extra> {
  readonly messaging: Messaging;
}

async function partsOf<Extra extends z.ZodRawShape>(
  definition: ServiceDefinition<Extra>,
  variables: Readonly<Record<string, string | undefined>>,
  given?: Logger,
): Promise<AllParts<Extra>> {
  const own = definition.environment?.shape ?? {};
  const schema = platformEnvironment.extend(storageEnvironment.shape).extend(own);
  const env = readEnvironment(schema, variables) as unknown as Parts<Extra>['env'];
  const logger = given ?? createLogger(definition.name, env.LOG_LEVEL);
  startDefaultMetrics(definition.name);
  const clock = await clockFor(env.DEV_CLOCK_FILE);
  const connection = unopenedConnection();
  const messaging = createMessaging({
    service: definition.name,
    topicPrefix: env.TOPIC_PREFIX,
    kafkaBrokers: env.KAFKA_BROKERS,
    connection,
    clock,
    logger,
    contracts: allContracts,
    sessionTimeoutMs: env.KAFKA_SESSION_TIMEOUT_MS,
  });
  const { unitOfWork, journal } = messaging;
  return {
    env,
    logger,
    clock,
    connection,
    messaging,
    unitOfWork,
    journal,
    accessLog: new AccessLog(connection),
  };
}

function sharedProviders({ messaging, accessLog }: { messaging: Messaging; accessLog: AccessLog }) {
  return [
    { provide: ParkedEvents, useValue: messaging.parked },
    { provide: AccessLog, useValue: accessLog },
  ];
}

interface Steps {
  readonly announce: () => Promise<void>;
  readonly consume: () => Promise<unknown>;
}

async function becomeReady<Extra extends z.ZodRawShape>(
  definition: ServiceDefinition<Extra>,
  { connection, messaging, accessLog, env, logger }: AllParts<Extra>,
  composition: Composition,
  readiness: StorageReadiness,
  signal: AbortSignal,
  steps: Steps,
): Promise<void> {
  const database = `${env.MONGODB_DATABASE_PREFIX}-${definition.name}`;
  const waiting = (why: string) => readiness.waiting(why);
  await persistUntil(() => open(connection, env.MONGODB_URI, database), {
    what: 'MongoDB',
    logger,
    signal,
    waiting,
  });
  if (signal.aborted) return;
  const prepare = async () => {
    await messaging.start();
    await accessLog.createIndexes();
    await composition.indexes?.();
    await steps.announce();
  };
  await persistUntil(prepare, { what: 'The database', logger, signal, waiting, mends: isOutage });
  if (signal.aborted) return;
  readiness.serve();
  await steps.consume();
  logger.info({ port: env.PORT, database }, `${definition.name} serves`);
}
