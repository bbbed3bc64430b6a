import type { Logger } from '@passerelle/platform';
import type { Seal } from './seal';
import { readBegunSignIn, type Session } from './session';
import type { SessionCookies } from './session-cookie';
import type { Sessions } from './sessions';
import type { SignInServer } from './sign-in-server';

export interface SignInParts {
  readonly server: SignInServer;
  readonly sessions: Sessions;
  readonly seal: Seal;
  readonly cookies: SessionCookies;
  readonly logger: Logger;
}

/** Where to go on to, with the cookies that go along. */
export interface Onward {
  readonly to: string;
  readonly setCookies: readonly string[];
}

/** The way to a session and out of it. What fails is logged here; the person reads a page. */
export class SignIn {
  constructor(private readonly parts: SignInParts) {}

  /** To the sign-in server; undefined when it does not answer. */
  async begin(to: string): Promise<Onward | undefined> {
    const { server, seal, cookies, logger } = this.parts;
    try {
      const { url, begun } = await server.begin(to);
      return { to: url, setCookies: [cookies.signIn(begun.state, await seal.seal('sign-in', begun))] };
    } catch (error) {
      logger.warn({ err: error }, 'a sign-in could not begin');
      return undefined;
    }
  }

  /** Back from the sign-in server, with what it put into the address; undefined when nobody is signed in by that. */
  async finish(cookieHeader: string | undefined, query: string): Promise<Onward | undefined> {
    const { server, sessions, seal, cookies, logger } = this.parts;
    const state = new URLSearchParams(query).get('state') ?? '';
    const sealed = cookies.signInIn(cookieHeader, state);
    const begun = sealed ? readBegunSignIn(await seal.open('sign-in', sealed)) : undefined;
    if (!begun) return undefined;
    try {
      const session = await sessions.begin(await server.finish(query, begun));
      return { to: begun.to, setCookies: [session, cookies.noSignIn(state)] };
    } catch (error) {
      logger.warn({ err: error }, 'a sign-in did not succeed');
      return undefined;
    }
  }

  /** Whatever the sign-in server says, this browser is signed out. */
  async leave(session: Session | undefined): Promise<Onward> {
    const { server, sessions, cookies, logger } = this.parts;
    const setCookies = [cookies.noSession()];
    if (!session) return { to: '/', setCookies };
    sessions.end(session);
    try {
      await server.forget(session.refreshToken);
      return { to: await server.signOutUrl(session.idToken), setCookies };
    } catch (error) {
      logger.warn({ err: error }, 'the sign-in server was not told of a sign-out');
      return { to: '/', setCookies };
    }
  }
}
