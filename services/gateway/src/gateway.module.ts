import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify } from 'fastify';
import type { Logger } from 'pino';
import { HealthController } from './health/health.controller';
import { forward } from './proxy/forward';
import { loggedPath } from './proxy/request-path';
import { requestId } from './proxy/trace-headers';
import { ProblemFilter } from './problem.filter';
import { Services } from './services';
import type { GatewaySettings } from './settings';

@Module({})
class Gateway {}

function wire(settings: GatewaySettings): DynamicModule {
  return {
    module: Gateway,
    controllers: [HealthController],
    providers: [{ provide: Services, useValue: new Services(settings.SERVICE_URLS) }],
  };
}

/** The only wiring: tests start the same application. */
export async function createGateway(
  settings: GatewaySettings,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const server = fastify({
    genReqId: (request) => requestId(request.headers['x-request-id']),
    // The page of a signed link carries the whole token in one path segment.
    routerOptions: { maxParamLength: 2_000 },
    bodyLimit: 64 * 1024,
  });
  server.addHook('onSend', async (request, reply) => void reply.header('x-request-id', request.id));
  server.addHook('onResponse', async (request, reply) =>
    logger.info({
      requestId: request.id,
      method: request.method,
      path: loggedPath(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }),
  );
  void server.register((scope) =>
    forward(scope, { urls: settings.SERVICE_URLS, timeoutMs: settings.UPSTREAM_TIMEOUT_MS }),
  );
  const app = await NestFactory.create<NestFastifyApplication>(
    wire(settings),
    new FastifyAdapter(server as never),
    {
      logger: false,
      abortOnError: false,
    },
  );
  app.useGlobalFilters(new ProblemFilter(logger));
  await app.init();
  return app;
}
