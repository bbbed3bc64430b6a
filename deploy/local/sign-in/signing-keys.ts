import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { keptJson } from '../kept-json';

export interface SignInKeys {
  /** Private, with its kid. */
  jwk: JWK & { kid: string; alg: string };
  cookieKey: string;
}

/** Kept between runs, so that a token and a browser's session outlive a restart. */
export function signInKeys(folder: string): Promise<SignInKeys> {
  return keptJson(folder, 'keys.json', async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    return {
      jwk: {
        ...(await exportJWK(privateKey)),
        kid: randomBytes(6).toString('hex'),
        alg: 'RS256',
        use: 'sig',
      },
      cookieKey: randomBytes(32).toString('hex'),
    };
  });
}
