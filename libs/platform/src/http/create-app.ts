import { NestFactory } from '@nestjs/core';
import type { Provider, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TerminusModule } from '@nestjs/terminus';
import { Logger as NestLogger, LoggerModule } from 'nestjs-pino';
import { randomUUIDv7 } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { AccessGuard } from '../auth/access.guard';
import { BearerTokens } from '../auth/bearer';
import { routeMistakes } from '../auth/undeclared-routes';
import type { PlatformEnvironment } from '../config/environment';
import type { FrontComposition } from '../define-service';
import { HealthController, Readiness } from '../health/health.controller';
import type { Logger } from '../logging/logger';
import { Gauges, MetricsController } from '../metrics/metrics.controller';
import { apiDocument } from '../openapi/api-document';
import { ApiDescription, OpenApiController } from '../openapi/openapi.controller';
import { ProblemFilter, routerProblem, sendProblem } from '../problems/problem.filter';
import { RefusalAnsweringAdapter } from '../problems/refusal-answering-adapter';
import { InputPipe } from './input.pipe';
import { observeRequests } from './observe';

/** 256 kB: the longest note fits many times. */
const bodyLimit = 262_144;
/** A signed link's token travels in the path. */
const maxParamLength = 2_000;

export interface AppParts {
  readonly title: string;
  readonly env: PlatformEnvironment;
  readonly logger: Logger;
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
  readonly readiness: Readiness;
  /** False until routes of the trade can be served. */
  readonly ready: () => boolean;
  /** Called before the metrics are read. */
  readonly measure: () => Promise<void>;
  readonly http?: FrontComposition['http'];
  readonly openApi?: FrontComposition['openApi'];
}

/** A service's HTTP side: every request observed, guarded, checked against its schema, every failure a problem detail. */
export async function createApp(parts: AppParts): Promise<NestFastifyApplication> {
  const { env, logger, controllers } = parts;
  const mistakes = routeMistakes(controllers);
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  const adapter = new RefusalAnsweringAdapter({
    bodyLimit,
    routerOptions: { maxParamLength },
    genReqId: requestId,
    frameworkErrors: (error: { statusCode?: number }, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(request, reply, routerProblem(error)),
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    requestTimeout: 30_000,
    trustProxy: false,
  });
  observeRequests(adapter.getInstance(), logger);
  if (parts.http) await parts.http(adapter.getInstance() as never);
  const description: { document: () => Promise<object> } = { document: () => Promise.resolve({}) };
  const app = await NestFactory.create<NestFastifyApplication>(
    moduleOf(parts, description as ApiDescription),
    adapter,
    // Nest's list of every route at each start is noise; what fails is thrown.
    { logger: false, abortOnError: false, forceCloseConnections: false },
  );
  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalPipes(new InputPipe());
  app.useGlobalGuards(
    new AccessGuard(new BearerTokens({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE }), parts.ready),
  );
  let made: object | undefined;
  const own = () => (made ??= apiDocument(app, parts.title));
  description.document = () => parts.openApi?.(own) ?? Promise.resolve(own());
  await app.init();
  app.useLogger(app.get(NestLogger));
  return app;
}

function moduleOf(
  { logger, controllers, providers, readiness, measure }: AppParts,
  description: ApiDescription,
) {
  return {
    imports: [
      // For what Nest itself says. Requests are logged by `observeRequests`, by route pattern: a middleware on each would cost more.
      LoggerModule.forRoot({ pinoHttp: { logger, autoLogging: false }, forRoutes: [] }),
      TerminusModule.forRoot({ logger: false }),
    ],
    controllers: [HealthController, MetricsController, OpenApiController, ...controllers],
    providers: [
      { provide: Readiness, useValue: readiness },
      { provide: Gauges, useValue: { measure } },
      { provide: ApiDescription, useValue: description },
      ...providers,
    ],
  };
}

/** The gateway's id is kept, so that one request reads as one in all logs; anything but a UUID is replaced. */
function requestId(request: {
  id?: unknown;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && isUuid(given) ? given : randomUUIDv7();
  request.id = id;
  return id;
}
