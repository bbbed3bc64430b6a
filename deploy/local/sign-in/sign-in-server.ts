import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import type Provider from 'oidc-provider';
import { listen, type RunningServer } from '../listen';
import { type DemoAccount, accountNamed, demoAccounts, demoPassword } from './accounts';
import { keptAdapter } from './kept-adapter';
import { loginPage, lostPage } from './pages';
import { audience, createProvider } from './provider';
import { type SignInKeys, signInKeys } from './signing-keys';

export interface SignInOptions {
  port: number;
  issuer: string;
  publicUrl: string;
  notificationsSecret: string;
  consoleSecret: string;
  tokenSeconds?: number;
  /** Where keys and sessions are kept. */
  folder: string;
}

/** OpenID Connect for development: the demo accounts sign in as real ones will, and scripts get tokens without a browser. */
export async function startSignInServer(options: SignInOptions): Promise<RunningServer> {
  const keys = await signInKeys(options.folder);
  const kept = keptAdapter(join(options.folder, 'sessions.json'));
  const provider = createProvider({ ...options, keys, adapter: kept.adapter });
  const standard = provider.callback();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', options.issuer);
    const answered =
      url.pathname === '/development/token'
        ? tokenForScripts(url, response, options.issuer, keys)
        : url.pathname.startsWith('/connexion/')
          ? signInPage(provider, request, response)
          : standard(request, response);
    answered.catch(() => {
      if (!response.headersSent) html(response, 400, lostPage());
    });
  });
  const running = await listen(server, options.port);
  return {
    ...running,
    stop: async () => {
      await running.stop();
      kept.save();
    },
  };
}

async function signInPage(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return html(response, 200, loginPage(uid));
  const form = new URLSearchParams(await bodyOf(request));
  const account = accountNamed(form.get('login') ?? '');
  if (!account || form.get('password') !== demoPassword) {
    return html(response, 401, loginPage(uid, form.get('login') ?? ''));
  }
  await provider.interactionFinished(request, response, { login: { accountId: account.sub } });
}

async function tokenForScripts(url: URL, response: ServerResponse, issuer: string, keys: SignInKeys) {
  const account = accountNamed(url.searchParams.get('account') ?? '');
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 'no-store');
  response.writeHead(account ? 200 : 404);
  response.end(
    JSON.stringify(
      account
        ? {
            access_token: await tokenOf(account, issuer, keys),
            token_type: 'Bearer',
            expires_in: twelveHours,
          }
        : { error: 'unknown_account', accounts: demoAccounts.map((one) => one.login) },
    ),
  );
}

const twelveHours = 12 * 3600;

async function tokenOf(account: DemoAccount, issuer: string, { jwk }: SignInKeys): Promise<string> {
  const { sub, name, roles, territories } = account;
  return new SignJWT({ name, roles, territories, client_id: 'console' })
    .setProtectedHeader({ alg: jwk.alg, kid: jwk.kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(`${twelveHours}s`)
    .sign(await importJWK(jwk, jwk.alg));
}

function html(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 10_000) throw new Error('A sign-in form is short.');
  }
  return body;
}
