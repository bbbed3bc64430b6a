import type { z } from 'zod';
import { clockFor } from './clock/clock-for';
import { platformEnvironment } from './config/environment';
import { readEnvironment } from './config/read-environment';
import type { Dependency, FrontComposition, FrontDefinition, FrontParts } from './define-service';
import { Readiness } from './health/health.controller';
import { createApp } from './http/create-app';
import { createLogger, type Logger } from './logging/logger';
import { startDefaultMetrics } from './metrics/metrics';
import { startTracing } from './tracing/start-tracing';
import { closeHttp, hostOf, listen, stopInOrder, type RunningService } from './running-service';

/** Starts a service that keeps nothing. */
export async function launchFront<Extra extends z.ZodRawShape>(
  definition: FrontDefinition<Extra>,
  variables: Readonly<Record<string, string | undefined>>,
  given?: Logger,
): Promise<RunningService> {
  const schema = platformEnvironment.extend(definition.environment?.shape ?? {});
  const env = readEnvironment(schema, variables) as FrontParts<Extra>['env'];
  const logger = given ?? createLogger(definition.name, env.LOG_LEVEL);
  startDefaultMetrics(definition.name);
  const tracing = await startTracing(definition.name, env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const clock = await clockFor(env.DEV_CLOCK_FILE);
  const composition = definition.compose({ env, logger, clock });
  const { controllers = [], providers = [], http, openApi } = composition;
  const app = await createApp({
    title: definition.title,
    env,
    logger,
    controllers,
    providers,
    readiness: new FrontReadiness(composition),
    ready: () => true,
    measure: () => Promise.resolve(),
    http,
    openApi,
  });
  const url = await listen(app, env.PORT, hostOf(env));
  logger.info({ port: env.PORT }, `${definition.name} serves`);
  return {
    app,
    url,
    ready: Promise.resolve(),
    stop: stopInOrder(logger, [
      () => closeHttp(app),
      () => composition.stop?.(),
      () => clock.stop(),
      () => tracing.stop(),
    ]),
  };
}

class FrontReadiness extends Readiness {
  constructor(private readonly composition: FrontComposition) {
    super();
  }

  async dependencies(): Promise<Readonly<Record<string, Dependency>>> {
    return (await this.composition.health?.()) ?? {};
  }
}
