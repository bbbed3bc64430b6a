import type { FastifyReply } from 'fastify';

/** Nothing may run, be framed, be kept or be told to another site: these pages are opened by links that are a capability. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;

export function sendPage(reply: FastifyReply, status: number, page: string): void {
  void reply.code(status).headers(headers).send(page);
}
