import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, SignJWT, exportJWK, generateKeyPair } from 'jose';

export interface TokenContent {
  roles?: string[];
  /** INSEE codes of the communes the person works for. */
  territories?: string[];
  sub?: string;
  name?: string;
  /** Space-separated, for machines. */
  scope?: string;
  /** Seconds; negative gives a token that has expired. */
  expiresIn?: number;
  audience?: string;
  issuer?: string;
}

export interface SignIn {
  /** As OIDC_ISSUER takes it; serves its discovery document and its keys. */
  issuer: string;
  issueToken: (content: TokenContent) => Promise<string>;
  /** Well formed and signed, by a key that the issuer does not know. */
  forgeToken: (content: TokenContent) => Promise<string>;
  stop: () => Promise<void>;
}

const keyId = 'test-key';
const machine = { clientId: 'notifications', secret: 'test-secret', scope: 'contact-points:read' };

/** The client of services that speak to `people` in tests: OIDC_CLIENT_ID and OIDC_CLIENT_SECRET. */
export const testMachineClient = { OIDC_CLIENT_ID: machine.clientId, OIDC_CLIENT_SECRET: machine.secret };

/** What a gateway of the tests needs for the console, at whose sign-in nobody signs in. */
export const testConsoleClient = {
  OIDC_CLIENT_ID: 'console',
  OIDC_CLIENT_SECRET: 'console-secret',
  SESSION_KEY: 'a key for sessions of at least thirty-two characters',
};

/** An OpenID Connect issuer for tests: real RS256 tokens, real key document, client credentials, no person signs in. */
export async function startSignIn(): Promise<SignIn> {
  const [known, unknown] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const keys = { keys: [{ ...(await exportJWK(known.publicKey)), kid: keyId, alg: 'RS256', use: 'sig' }] };
  let issuer = '';
  const sign = (key: CryptoKey, content: TokenContent) => signed(key, { issuer, ...content });
  const answers: Record<string, (authorization: string) => Promise<unknown>> = {
    '/.well-known/openid-configuration': async () => ({
      issuer,
      jwks_uri: `${issuer}/jwks`,
      token_endpoint: `${issuer}/token`,
      authorization_endpoint: `${issuer}/auth`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/jwks': async () => keys,
    '/token': async (authorization) => {
      // RFC 6749, 2.3.1: both parts are form-encoded before they are joined.
      const given = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString();
      const [clientId, secret] = given
        .split(':')
        .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
      if (clientId !== machine.clientId || secret !== machine.secret) return undefined;
      const token = await sign(known.privateKey, { sub: machine.clientId, scope: machine.scope });
      return { access_token: token, token_type: 'Bearer', expires_in: 3600, scope: machine.scope };
    },
  };
  const server = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? '/', 'http://localhost').pathname];
    void answer?.(request.headers.authorization ?? '').then((body) => {
      response.writeHead(body ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? { error: 'invalid_client' }));
    });
    if (!answer) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    issueToken: (content) => sign(known.privateKey, content),
    forgeToken: (content) => sign(unknown.privateKey, content),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function signed(key: CryptoKey, content: TokenContent & { issuer: string }): Promise<string> {
  const { roles, territories, name, scope } = content;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ roles, territories, name, scope })
    .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'at+jwt' })
    .setIssuer(content.issuer)
    .setAudience(content.audience ?? 'passerelle')
    .setSubject(content.sub ?? randomUUID())
    .setIssuedAt(now - 60)
    .setExpirationTime(now + (content.expiresIn ?? 3600))
    .sign(key);
}
