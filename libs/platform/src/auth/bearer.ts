import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import { notSignedIn, unavailable, type ProblemError } from '../problems/problem-error';
import { isRole } from '../rights/rights';
import type { Role } from '../rights/table';

/** Who holds a verified access token. */
export interface Identity {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** INSEE codes of communes or SIREN of groupings. */
  readonly territories: readonly string[];
  readonly scope: readonly string[];
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export interface BearerSettings {
  readonly issuer: string;
  readonly audience: string;
}

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });
const claims = z.object({
  sub: z.string().min(1).max(200),
  exp: z.number(),
  name: z.string().max(200).default(''),
  roles: z.array(z.string()).default([]),
  territories: z.array(z.string()).default([]),
  scope: z.string().default(''),
});

const toleranceSeconds = 5;
const mostRemembered = 2_000;

/**
 * Verifies access tokens by the issuer's published keys: RS256 only, issuer, audience, expiry. A signature is checked once
 * for a token, its expiry each time.
 */
export class BearerTokens {
  private keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  private readonly verified = new Map<string, Identity>();

  constructor(private readonly settings: BearerSettings) {}

  /** Throws a `ProblemError`: 401 for a token that is not good, 503 when the sign-in server does not answer. */
  async verify(token: string): Promise<Identity> {
    const known = this.verified.get(token);
    if (known && known.expiresAt + toleranceSeconds > Date.now() / 1000) return known;
    this.verified.delete(token);
    const identity = await this.check(token);
    if (this.verified.size >= mostRemembered) this.verified.clear();
    this.verified.set(token, identity);
    return identity;
  }

  private async check(token: string): Promise<Identity> {
    try {
      const { payload } = await jwtVerify(token, await this.publishedKeys(), {
        issuer: this.settings.issuer,
        audience: this.settings.audience,
        algorithms: ['RS256'],
        clockTolerance: toleranceSeconds,
        requiredClaims: ['sub', 'exp'],
      });
      return identityOf(payload);
    } catch (error) {
      throw problemOfToken(error);
    }
  }

  private async publishedKeys() {
    if (this.keys) return this.keys;
    const issuer = this.settings.issuer.replace(/\/$/, '');
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new SignInSilent(`discovery answered ${response.status}`);
    const found = metadata.parse(await response.json());
    if (found.issuer !== this.settings.issuer) throw new SignInSilent('the issuer calls itself otherwise');
    this.keys = createRemoteJWKSet(new URL(found.jwks_uri), {
      timeoutDuration: 5_000,
      cooldownDuration: 10_000,
    });
    return this.keys;
  }
}

class ClaimsUnfit extends Error {
  override readonly name = 'ClaimsUnfit';
}

class SignInSilent extends Error {
  override readonly name = 'SignInSilent';
}

function identityOf(payload: JWTPayload): Identity {
  const { data: read } = claims.safeParse(payload);
  if (!read) throw new ClaimsUnfit();
  return {
    sub: read.sub,
    name: read.name,
    roles: read.roles.filter(isRole),
    territories: read.territories,
    scope: read.scope.split(' ').filter(Boolean),
    expiresAt: read.exp,
  };
}

/** What jose throws when the token is at fault; anything else is the sign-in server's. */
const tokenFaults = [
  errors.JWTClaimValidationFailed,
  errors.JWSSignatureVerificationFailed,
  errors.JWSInvalid,
  errors.JWTInvalid,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  // Claims of another shape than ours.
  ClaimsUnfit,
];

function problemOfToken(error: unknown): ProblemError {
  if (error instanceof errors.JWTExpired) {
    return notSignedIn('TokenExpired', 'Votre connexion a expiré. Reconnectez-vous.');
  }
  return tokenFaults.some((fault) => error instanceof fault)
    ? notSignedIn('TokenRefused', 'Votre connexion n’a pas pu être vérifiée. Reconnectez-vous.')
    : unavailable('SignInUnavailable', 'Le serveur de connexion ne répond pas. Réessayez dans un instant.');
}
