import { z } from 'zod';

/** What the cookie holds. Instants are milliseconds since 1970. */
const session = z.object({
  /** Of this session, through its renewals. */
  id: z.uuid(),
  accessToken: z.string().min(1),
  /** When the access token ends, as the sign-in server said. */
  tokenEndsAt: z.number(),
  refreshToken: z.string().min(1).optional(),
  /** Shows the sign-in server whom to sign out. */
  idToken: z.string().min(1).optional(),
  /** When the agent has to sign in again, however often the token is renewed. */
  endsAt: z.number(),
});
export type Session = z.infer<typeof session>;

/** What a sign-in that has begun must find again when the browser comes back. */
const begun = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });
export type BegunSignIn = z.infer<typeof begun>;

export const readSession = (content: unknown): Session | undefined => session.safeParse(content).data;
export const readBegunSignIn = (content: unknown): BegunSignIn | undefined => begun.safeParse(content).data;

/** A token is renewed this long before it ends, so that a request on its way is not refused. */
const renewedBeforeMs = 60_000;

/** Without anything to renew it by, a session ends with its token. */
export function endOf({ endsAt, tokenEndsAt, refreshToken }: Session): number {
  return refreshToken ? endsAt : Math.min(endsAt, tokenEndsAt);
}

export function hasEnded(held: Session, now: number): boolean {
  return endOf(held) <= now;
}

export function wantsRenewal({ refreshToken, tokenEndsAt }: Session, now: number): boolean {
  return refreshToken !== undefined && tokenEndsAt - renewedBeforeMs <= now;
}

/** Until when this token vouches for its holder: after that, roles and territories are asked for again. */
export function heardUntil(held: Session): number {
  const renewedAt = held.tokenEndsAt - renewedBeforeMs;
  return held.refreshToken ? Math.min(held.endsAt, renewedAt) : endOf(held);
}
