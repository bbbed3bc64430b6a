import type { Session } from './session';
import type { SignInServer } from './sign-in-server';

export type Renewal =
  | { readonly kind: 'renewed'; readonly session: Session }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unanswered' };

/** Requests that left the browser before it had the new cookie still carry the old one. */
const rememberedMs = 120_000;
/** A server that is away is not asked for every request. */
const askedAgainAfterMs = 5_000;

/**
 * One renewal at a time for a session, and its outcome for those that come a little later: a refresh token may be good for one use
 * only, and a second use is taken for theft.
 */
export class Renewals {
  private readonly known = new Map<string, { readonly outcome: Promise<Renewal>; until: number }>();

  constructor(
    private readonly server: Pick<SignInServer, 'renew'>,
    private readonly now: () => number,
  ) {}

  of(session: Session): Promise<Renewal> {
    const key = `${session.id} ${session.tokenEndsAt}`;
    const found = this.known.get(key);
    if (found && found.until > this.now()) return found.outcome;
    for (const [other, { until }] of this.known) if (until <= this.now()) this.known.delete(other);
    const entry = { outcome: this.renew(session), until: this.now() + rememberedMs };
    this.known.set(key, entry);
    void entry.outcome.then(({ kind }) => {
      if (kind === 'unanswered') entry.until = this.now() + askedAgainAfterMs;
    });
    return entry.outcome;
  }

  private async renew(session: Session): Promise<Renewal> {
    try {
      const tokens = await this.server.renew(session.refreshToken!);
      if (tokens === 'refused') return { kind: 'refused' };
      const { accessToken, endsAt, refreshToken, idToken } = tokens;
      return {
        kind: 'renewed',
        session: {
          ...session,
          accessToken,
          tokenEndsAt: endsAt,
          refreshToken: refreshToken ?? session.refreshToken,
          idToken: idToken ?? session.idToken,
        },
      };
    } catch {
      return { kind: 'unanswered' };
    }
  }
}
