import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging/logger';
import { httpDurations } from '../metrics/metrics';
import { beginRequestSpan, endRequestSpan } from '../tracing/request-trace';

/**
 * One log line and one measure for each request, by the pattern of its route: an address can carry a signed link, a search or
 * a tracking code, so it is never logged.
 */
export function observeRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onRequest', async (request) => beginRequestSpan(request));
  fastify.addHook('onSend', async (request, reply, payload) => {
    void reply.header('x-request-id', request.id);
    // What is answered is about people, unless the route says otherwise: no cache on the way may keep it.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    void reply.header('x-content-type-options', 'nosniff');
    return payload;
  });
  fastify.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const route = request.routeOptions.url ?? 'none';
    const { method } = request;
    const status = reply.statusCode;
    endRequestSpan(request, reply);
    httpDurations().observe({ method, route, status: String(status) }, reply.elapsedTime / 1000);
    const line = { reqId: request.id, method, route, status, ms: Math.round(reply.elapsedTime * 10) / 10 };
    logger[levelOf(route, status)](line, 'request');
  });
}

function levelOf(route: string, status: number): 'debug' | 'info' | 'warn' {
  if (route.startsWith('/health') || route === '/metrics') return 'debug';
  return status >= 500 ? 'warn' : 'info';
}
