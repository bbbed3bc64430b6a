import type { BearerTokens, Logger } from '@passerelle/platform';
import type { LiveReaders } from '../live/live-readers';
import { OwnOrigin } from './own-origin';
import { Seal } from './seal';
import { SessionCookies } from './session-cookie';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { SignInServer } from './sign-in-server';

export interface SessionVariables {
  readonly PUBLIC_URL: URL;
  readonly SESSION_KEY: readonly string[];
  readonly SESSION_HOURS: number;
  readonly OIDC_ISSUER: string;
  readonly OIDC_CLIENT_ID: string;
  readonly OIDC_CLIENT_SECRET: string;
}

/** The parts of sign-in and session, put together. */
export function composeSession(
  env: SessionVariables,
  tokens: BearerTokens,
  readers: LiveReaders,
  logger: Logger,
) {
  const seal = new Seal(env.SESSION_KEY);
  const cookies = new SessionCookies(env.PUBLIC_URL);
  const server = new SignInServer({
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    publicUrl: env.PUBLIC_URL,
  });
  const sessions = new Sessions({
    ...{ seal, cookies, server, tokens },
    longestMs: env.SESSION_HOURS * 3_600_000,
    ended: (id) => readers.endSession(id),
  });
  const signIn = new SignIn({ server, sessions, seal, cookies, logger });
  return { own: new OwnOrigin(env.PUBLIC_URL), sessions, signIn };
}
