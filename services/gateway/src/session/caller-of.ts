import type { Problem } from '@passerelle/platform';
import type { FastifyRequest } from 'fastify';
import { foreignOrigin, noSession } from '../problem';
import { isCommand, type OwnOrigin } from './own-origin';
import type { Sessions } from './sessions';

export interface SessionCaller {
  /** What the services are shown; absent when the request brought nothing: they say what they open to all. */
  readonly authorization?: string;
  readonly setCookie?: string;
}

/** The console calls with its cookie, and the service hears a bearer; whoever brings a bearer is passed on as they are. */
export async function callerOf(
  { headers, method }: Pick<FastifyRequest, 'headers' | 'method'>,
  { sessions, own }: { readonly sessions: Pick<Sessions, 'of'>; readonly own: OwnOrigin },
): Promise<SessionCaller | Problem> {
  if (headers.authorization !== undefined) return { authorization: headers.authorization };
  const held = await sessions.of(headers.cookie);
  if (held.kind === 'none') return {};
  if (isCommand(method) && !own.sent(headers)) return foreignOrigin();
  if (held.kind !== 'open') return noSession(held.kind);
  return { authorization: `Bearer ${held.session.accessToken}`, setCookie: held.setCookie };
}
