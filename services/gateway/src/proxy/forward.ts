import replyFrom from '@fastify/reply-from';
import { traceparentOf } from '@passerelle/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  bodyTooLarge,
  sendProblem,
  serviceDown,
  serviceSilent,
  unknownAddress,
  unknownService,
} from '../problem';
import type { ServiceUrls } from '../service-urls';
import { callerOf } from '../session/caller-of';
import type { OwnOrigin } from '../session/own-origin';
import type { Sessions } from '../session/sessions';
import { forwardedPath } from './request-path';

export interface ForwardOptions {
  readonly urls: ServiceUrls;
  readonly timeoutMs: number;
  readonly sessions: Pick<Sessions, 'of'>;
  readonly own: OwnOrigin;
}

/** The services refuse more; saying it here spares the caller a connection cut in the middle of the sending. */
const MAX_BODY = 256 * 1024;

/** Mounts `/api/<service>/…`: what a service answers goes through as it is, problem details included. */
export async function forward(scope: FastifyInstance, options: ForwardOptions): Promise<void> {
  const { urls, timeoutMs } = options;
  // Bodies are streamed, never read: the service checks them.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  await scope.register(replyFrom, {
    undici: {
      connections: 64,
      headersTimeout: timeoutMs,
      bodyTimeout: 120_000,
      connectTimeout: 2_000,
    } as never,
    disableRequestLogging: true,
    cacheURLs: 1,
  });
  scope.all('/api', (_request, reply) => sendProblem(reply, unknownService([...urls.keys()])));
  scope.all('/api/*', (request, reply) => answer(request, reply, options));
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ForwardOptions,
): Promise<FastifyReply> {
  const { urls } = options;
  const target = forwardedPath(request.url);
  if (!target) return sendProblem(reply, unknownAddress());
  const base = urls.get(target.service);
  if (!base) return sendProblem(reply, unknownService([...urls.keys()]));
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) {
    // The rest of the body is not read: the connection cannot serve another request.
    return sendProblem(reply.header('connection', 'close'), bodyTooLarge());
  }
  const caller = await callerOf(request, options);
  if ('status' in caller) return sendProblem(reply, caller);
  return reply.from(base + target.path, {
    // Once, for a GET that met a connection which the service was closing. Zero would mean ten retries of a 503.
    retriesCount: 1,
    rewriteRequestHeaders: (incoming, headers) => ({
      ...withoutOwnHeaders(headers),
      ...(caller.authorization !== undefined && { authorization: caller.authorization }),
      'x-request-id': incoming.id,
      'x-forwarded-for': incoming.ip,
      'x-forwarded-host': incoming.headers.host ?? '',
      'x-forwarded-proto': incoming.protocol,
      traceparent: traceparentOf(request),
    }),
    rewriteHeaders: (headers) => ({
      ...headers,
      'x-request-id': request.id,
      ...(caller.setCookie !== undefined && { 'set-cookie': [caller.setCookie] }),
    }),
    onError: (_answering, { error }) => {
      sendProblem(
        reply.header('retry-after', '2'),
        isTimeout(error) ? serviceSilent(target.service) : serviceDown(target.service),
      );
    },
  });
}

/** The browser's cookie is the gateway's business, and nobody outside may pretend to be a proxy. */
function withoutOwnHeaders<Headers extends object>(headers: Headers): Headers {
  const kept = { ...headers } as Record<string, unknown>;
  for (const name of [
    'cookie',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'forwarded',
    'expect',
  ]) {
    delete kept[name];
  }
  return kept as Headers;
}

function isTimeout(error: Error): boolean {
  return 'code' in error && error.code === 'FST_REPLY_FROM_GATEWAY_TIMEOUT';
}
