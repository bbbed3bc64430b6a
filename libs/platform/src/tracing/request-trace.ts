import { beginSpan, isTraceparent, type OpenSpan } from '@passerelle/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';

const spans = new WeakMap<FastifyRequest, OpenSpan>();
const begun = new WeakMap<FastifyRequest, string>();

/** By the pattern of the route: an address can carry a signed link, a search or a tracking code. */
export function beginRequestSpan(request: FastifyRequest): void {
  const route = request.routeOptions.url ?? 'none';
  if (route.startsWith('/health') || route === '/metrics') return;
  const span = beginSpan({
    name: `${request.method} ${route}`,
    kind: 'SERVER',
    parent: given(request),
    attributes: { 'http.request.method': request.method, 'http.route': route },
  });
  spans.set(request, span);
}

export function endRequestSpan(request: FastifyRequest, reply: FastifyReply): void {
  const span = spans.get(request);
  span?.set({ 'http.response.status_code': reply.statusCode });
  span?.end(reply.statusCode >= 500 ? new ServerError() : undefined);
}

/** W3C trace context to give to what this request causes: the caller's is carried on, and the first command begins one. */
export function traceparentOf(request: FastifyRequest): string {
  const known = spans.get(request)?.traceparent ?? given(request) ?? begun.get(request);
  if (known) return known;
  const fresh = `00-${randomDigits()}-${randomDigits().slice(16)}-01`;
  begun.set(request, fresh);
  return fresh;
}

/** 32 hexadecimal ones. Node draws randomness for many UUIDs at once: as bytes for each, it was a twentieth of a request. */
const randomDigits = () => randomUUID().replaceAll('-', '');

function given(request: FastifyRequest): string | undefined {
  const { traceparent } = request.headers;
  return isTraceparent(traceparent) ? traceparent : undefined;
}

class ServerError extends Error {
  override readonly name = 'ServerError';
}
