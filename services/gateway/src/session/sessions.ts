import { randomUUID } from 'node:crypto';
import { type BearerTokens, type Identity, ProblemError } from '@passerelle/platform';
import { Renewals } from './renewals';
import type { Seal } from './seal';
import { hasEnded, readSession, type Session, wantsRenewal } from './session';
import { mostCookieBytes, type SessionCookies } from './session-cookie';
import type { SignInServer, Tokens } from './sign-in-server';

/** Who a request comes from, as its cookie says. */
export type Held =
  | { readonly kind: 'none' }
  /** There was a session: past its time, ended by the sign-in server, or sealed by a secret that is gone. */
  | { readonly kind: 'ended' }
  /** Nobody can tell: the sign-in server does not answer. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'open';
      readonly session: Session;
      readonly identity: Identity;
      /** The cookie to give back, when the token was renewed. */
      readonly setCookie?: string;
    };

export interface SessionParts {
  readonly seal: Seal;
  readonly cookies: SessionCookies;
  readonly server: Pick<SignInServer, 'renew'>;
  readonly tokens: Pick<BearerTokens, 'verify'>;
  readonly longestMs: number;
  /** Told of who signs out here. */
  readonly ended?: (sessionId: string) => void;
  readonly now?: () => number;
}

/** Sessions live in their cookies; the gateway keeps only, for a while, what has just been renewed and who has just signed out. */
export class Sessions {
  private readonly renewals: Renewals;
  private readonly signedOut = new Map<string, number>();
  private readonly now: () => number;

  constructor(private readonly parts: SessionParts) {
    this.now = parts.now ?? Date.now;
    this.renewals = new Renewals(parts.server, this.now);
  }

  /** Never throws. */
  async of(cookieHeader: string | undefined): Promise<Held> {
    const sealed = this.parts.cookies.sessionIn(cookieHeader);
    if (!sealed) return { kind: 'none' };
    const session = readSession(await this.parts.seal.open('session', sealed));
    if (!session || this.signedOut.has(session.id) || hasEnded(session, this.now())) return { kind: 'ended' };
    return wantsRenewal(session, this.now()) ? this.renewed(session) : this.verified(session);
  }

  /** The session that a sign-in begins. Throws when its token is not one that the services would take. */
  async begin({ accessToken, endsAt, refreshToken, idToken }: Tokens): Promise<string> {
    await this.parts.tokens.verify(accessToken);
    return this.cookieOf({
      id: randomUUID(),
      accessToken,
      tokenEndsAt: endsAt,
      refreshToken,
      idToken,
      endsAt: this.now() + this.parts.longestMs,
    });
  }

  /** An answer that is still on its way must not bring the session back. */
  end({ id, endsAt }: Session): void {
    for (const [known, until] of this.signedOut) if (until <= this.now()) this.signedOut.delete(known);
    this.signedOut.set(id, endsAt);
    this.parts.ended?.(id);
  }

  private async renewed(session: Session): Promise<Held> {
    const renewal = await this.renewals.of(session);
    if (renewal.kind === 'renewed') {
      if (this.signedOut.has(session.id)) return { kind: 'ended' };
      const held = await this.verified(renewal.session);
      return held.kind === 'open' ? { ...held, setCookie: await this.cookieOf(renewal.session) } : held;
    }
    if (session.tokenEndsAt > this.now()) return this.verified(session);
    return { kind: renewal.kind === 'refused' ? 'ended' : 'unknown' };
  }

  private async verified(session: Session): Promise<Held> {
    try {
      return { kind: 'open', session, identity: await this.parts.tokens.verify(session.accessToken) };
    } catch (error) {
      return { kind: error instanceof ProblemError && error.problem.status === 401 ? 'ended' : 'unknown' };
    }
  }

  private async cookieOf(session: Session): Promise<string> {
    const { seal, cookies } = this.parts;
    const whole = cookies.session(await seal.seal('session', session));
    if (whole.length <= mostCookieBytes) return whole;
    // Signing out then asks once more who is leaving, which is better than not signing in.
    const short = cookies.session(await seal.seal('session', { ...session, idToken: undefined }));
    if (short.length <= mostCookieBytes) return short;
    throw new Error(`the tokens do not fit into a cookie: ${short.length} bytes`);
  }
}
