import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { freePort } from '../infrastructure/free-port';
import type { RunningServer } from '../listen';
import { accountNamed } from './accounts';
import { startSignInServer } from './sign-in-server';

const publicUrl = 'http://localhost:18080';
const consoleSecret = 'secret-of-the-console';
const asConsole = { authorization: `Basic ${Buffer.from(`console:${consoleSecret}`).toString('base64')}` };
const folder = mkdtempSync(join(tmpdir(), 'passerelle-sign-in-'));

describe('the development sign-in', () => {
  let server: RunningServer;
  let issuer: string;
  const start = async (port: number) => {
    issuer = `http://127.0.0.1:${port}`;
    return startSignInServer({
      port,
      issuer,
      publicUrl,
      notificationsSecret: 's3cret-of-the-test',
      consoleSecret,
      folder,
    });
  };
  beforeAll(async () => {
    server = await start(await freePort());
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const verified = async (token: string) =>
    (
      await jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}/jwks`)), {
        issuer,
        audience: 'passerelle',
      })
    ).payload;
  const claire = accountNamed('claire.marchand');

  it('gives a machine a token limited to its scope', async () => {
    const ask = (secret: string) =>
      fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`notifications:${secret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'contact-points:read' }),
      });
    expect((await ask('wrong')).status).toBe(401);
    const answer = (await (await ask('s3cret-of-the-test')).json()) as { access_token: string };
    const claims = await verified(answer.access_token);
    expect(claims).toMatchObject({ sub: 'notifications', scope: 'contact-points:read' });
    expect(claims['roles']).toBeUndefined();
  });

  it('gives a script the token of an account, and the list of accounts when it does not know one', async () => {
    const answer = await fetch(`${issuer}/development/token?account=claire.marchand`);
    const { access_token: token } = (await answer.json()) as { access_token: string };
    expect(await verified(token)).toMatchObject({
      sub: claire?.sub,
      roles: ['ccas-worker'],
      territories: ['91645'],
    });
    const unknown = await fetch(`${issuer}/development/token?account=nobody`);
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ accounts: expect.arrayContaining(['admin']) as unknown });
  });

  it('signs an agent in by code and PKCE, refuses a bad password, and remembers across a restart', async () => {
    const browser = browserWithCookies();
    const signIn = await startOf(browser, issuer);
    const form = await browser(new URL(signIn.headers.get('location') ?? '', issuer));
    const page = await form.text();
    expect(page).toContain('<html lang="fr">');
    const action = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', issuer);
    const post = (password: string) =>
      browser(action, { method: 'POST', body: new URLSearchParams({ login: 'claire.marchand', password }) });

    const refused = await post('wrong');
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('Ce compte et ce mot de passe ne vont pas ensemble');

    const accepted = await post('demo');
    const back = await browser(new URL(accepted.headers.get('location') ?? '', issuer));
    const tokens = await codeForTokens(issuer, back.headers.get('location') ?? '', signIn.verifier);
    expect(await verified(tokens.access_token)).toMatchObject({ sub: claire?.sub, name: 'Claire Marchand' });
    expect(decodeJwt(tokens.id_token)).toMatchObject({ name: 'Claire Marchand', roles: ['ccas-worker'] });

    const port = server.port;
    await server.stop();
    server = await start(port);
    await sleep(100); // fetch learns that its kept connection is gone
    const again = await startOf(browser, issuer);
    expect(again.headers.get('location')).toContain(`${publicUrl}/session/callback?code=`);
    const renewed = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: asConsole,
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: tokens.refresh_token,
      }),
    });
    const { access_token: fresh } = (await renewed.json()) as { access_token: string };
    expect(await verified(fresh)).toMatchObject({ sub: claire?.sub });
  });

  it('says in French that a sign-in was lost', async () => {
    const answer = await fetch(`${issuer}/connexion/unknown`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('n’est plus valable');
  });
});

type Browser = (url: URL, options?: RequestInit) => Promise<Response>;

function browserWithCookies(): Browser {
  const cookies = new Map<string, string>();
  return async (url, options = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...options, headers: { cookie }, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return answer;
  };
}

async function startOf(browser: Browser, issuer: string) {
  const verifier = randomBytes(32).toString('base64url');
  const answer = await browser(
    new URL(
      `/auth?${new URLSearchParams({
        client_id: 'console',
        response_type: 'code',
        scope: 'openid profile',
        redirect_uri: `${publicUrl}/session/callback`,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      })}`,
      issuer,
    ),
  );
  return { headers: answer.headers, verifier };
}

async function codeForTokens(issuer: string, callback: string, verifier: string) {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: asConsole,
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      redirect_uri: `${publicUrl}/session/callback`,
      code: new URL(callback).searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  return (await answer.json()) as { access_token: string; id_token: string; refresh_token: string };
}
