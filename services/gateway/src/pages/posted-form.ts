import type { FastifyRequest } from 'fastify';

/** The fields of a form that one of our own pages sent; undefined for anything else. */
export function postedForm(request: FastifyRequest): Readonly<Record<string, string>> | undefined {
  const type = request.headers['content-type'] ?? '';
  const site = request.headers['sec-fetch-site'];
  if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded')) return undefined;
  // The token in the address is what gives the right; this only keeps another site from pressing our buttons.
  if (site === 'cross-site' || site === 'same-site') return undefined;
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim().slice(0, 5_000)]] : [],
    ),
  );
}
