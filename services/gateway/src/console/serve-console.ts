import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { messagePage } from '../pages/message.page';
import { html } from '../pages/html';
import { sendPage } from '../pages/send-page';
import { sendProblem, unknownAddress } from '../problem';
import type { ConsoleFile, ConsoleFiles } from './console-files';

/** First words of addresses that are not the console's: what is not found there is not found. */
const NOT_ITS_OWN =
  /^\/(?:api|p|r|docs|health|metrics|openapi\.json|passerelle\.css|session|live|etat|assets)(?:\/|$)/;

const forEver = 'public, max-age=31536000, immutable';
const askAgain = 'no-cache';

export interface ConsoleOptions {
  readonly files: ConsoleFiles;
  /** Where a form that signs out leads on to. */
  readonly signInOrigin: string;
}

/** Mounts the console: its assets, and its one page at every address that nothing else answers. */
export function serveConsole(scope: FastifyInstance, { files, signInOrigin }: ConsoleOptions): void {
  const headers = headersOf(signInOrigin);
  scope.get('/assets/*', async (request, reply) => {
    const file = await files.asset(`assets/${(request.params as { '*': string })['*']}`);
    return file ? send(request, reply, file, forEver) : sendProblem(reply, unknownAddress());
  });
  scope.get('/*', async (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    if (NOT_ITS_OWN.test(path)) return sendProblem(reply, unknownAddress());
    const other = path === '/' ? undefined : await files.other(path.slice(1));
    if (other) return send(request, reply, other, askAgain);
    if (path !== '/' && !wantsPage(request)) return sendProblem(reply, unknownAddress());
    const page = await files.index();
    if (page) return send(request, reply.headers(headers), page, askAgain);
    sendPage(reply, 503, notBuiltPage);
    return reply;
  });
}

function wantsPage({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html');
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, etag, bodies }: ConsoleFile,
  caching: string,
): FastifyReply {
  void reply.headers({ 'content-type': type, 'cache-control': caching, etag, vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const accepted = request.headers['accept-encoding'] ?? '';
  const encoding = (['br', 'gzip'] as const).find((one) => bodies[one] && accepted.includes(one));
  return encoding
    ? reply.header('content-encoding', encoding).send(bodies[encoding])
    : reply.send(bodies.identity);
}

/** Scripts are ours alone. Styles may be written by a script: positions of menus, the calendar's grid (decision 0008). */
function headersOf(signInOrigin: string) {
  return {
    'content-security-policy': [
      "default-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "base-uri 'none'",
      `form-action 'self' ${signInOrigin}`,
      "frame-ancestors 'none'",
    ].join('; '),
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
  };
}

const notBuiltPage = messagePage(
  {
    title: 'L’espace de travail n’est pas construit',
    tone: 'warn',
    said: 'Lancez « npm run build », puis rechargez cette page : les services, eux, fonctionnent.',
    next: [],
    details: html`<p><a href="/etat">Voir l’état des services</a></p>`,
  },
  html`<p>Passerelle relie les services de la ville.</p>`,
);
