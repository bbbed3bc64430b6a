import { refuse, type Refusal } from '@passerelle/domain-kit';
import { errors, jwtVerify, SignJWT } from 'jose';

/** What a link lets its holder do: one purpose, about one thing, until an instant. */
export interface LinkClaims {
  readonly purpose: string;
  /** The thing: a need, a permanence request. */
  readonly id: string;
  readonly [claim: string]: string | number;
}

/** Secret of the links, as a service is given it. */
export class LinkKey {
  constructor(readonly value: string) {}
}

/** A link to be made: its claims and its end. */
export interface NewLink {
  readonly purpose: string;
  readonly id: string;
  readonly expiresAt: Date;
  readonly [claim: string]: string | number | Date;
}

/**
 * A token for a link in a mail: who holds it needs no account. HMAC-SHA256 by a key of at least 32 characters, shared by the
 * services that sign and verify. The claims can be read by the holder: ids only.
 */
export async function signLink(key: string, { expiresAt, ...claims }: NewLink): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'passerelle-link+jwt' })
    .setExpirationTime(expiresAt)
    .sign(secret(key));
}

/** The claims, or `LinkForged` (altered, cut, of another key or for another purpose) or `LinkExpired`. */
export async function verifyLink(
  key: string,
  purpose: string,
  token: string,
  now = new Date(),
): Promise<LinkClaims | Refusal> {
  try {
    const { payload } = await jwtVerify(token, secret(key), {
      algorithms: ['HS256'],
      typ: 'passerelle-link+jwt',
      currentDate: now,
      requiredClaims: ['purpose', 'id', 'exp'],
    });
    if (payload['purpose'] !== purpose) return linkForged();
    return payload as unknown as LinkClaims;
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      return refuse('LinkExpired', 'Ce lien a expiré. Contactez le service pour en recevoir un nouveau.');
    }
    if (error instanceof errors.JOSEError) return linkForged();
    throw error;
  }
}

/** Also for a link that is rightly signed and leads to nothing. */
export function linkForged(): Refusal {
  return refuse('LinkForged', 'Ce lien n’est pas valable. Vérifiez que vous l’avez copié en entier.');
}

function secret(key: string): Uint8Array {
  if (key.length < 32) throw new Error('the key that signs links has fewer than 32 characters');
  return new TextEncoder().encode(key);
}
