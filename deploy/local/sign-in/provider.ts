import Provider from 'oidc-provider';
import { accountOf, demoAccounts } from './accounts';
import { logoutPage } from './pages';
import type { SignInKeys } from './signing-keys';

/** What tokens are for. A resource indicator must be a URI; the audience of the tokens stays plain. */
const resource = 'urn:passerelle';
export const audience = 'passerelle';
export const machineScope = 'contact-points:read';
export const machineClientId = 'notifications';
export const consoleClientId = 'console';

/** In seconds. */
const hour = 3600;

export interface ProviderOptions {
  issuer: string;
  /** Where the console's sign-in comes back: `<publicUrl>/session/callback`. */
  publicUrl: string;
  notificationsSecret: string;
  consoleSecret: string;
  /** How long an agent's access token lives; tests have no hour. */
  tokenSeconds?: number;
  keys: SignInKeys;
  adapter: (model: string) => unknown;
}

export function createProvider(options: ProviderOptions): Provider {
  return new Provider(options.issuer, {
    clients: clients(options),
    adapter: options.adapter,
    jwks: { keys: [options.keys.jwk] },
    cookies: { keys: [options.keys.cookieKey] },
    findAccount: (_context: unknown, sub: string) => {
      const account = accountOf(sub);
      const { name, roles, territories } = account ?? {};
      return account && { accountId: sub, claims: () => ({ sub, name, roles, territories }) };
    },
    claims: { openid: ['sub'], profile: ['name', 'roles', 'territories'] },
    scopes: ['openid', 'profile', 'offline_access', machineScope],
    // The console shows the name from the ID token: no second call.
    conformIdTokenClaims: false,
    extraTokenClaims: (_context: unknown, token: { accountId?: string }) => {
      const account = accountOf(token.accountId ?? '');
      return account && { name: account.name, roles: account.roles, territories: account.territories };
    },
    issueRefreshToken: (_context: unknown, client: { grantTypeAllowed: (grant: string) => boolean }) =>
      client.grantTypeAllowed('refresh_token'),
    expiresWithSession: () => false,
    loadExistingGrant: grantWithoutAsking,
    interactions: {
      url: (_context: unknown, interaction: { uid: string }) => `/connexion/${interaction.uid}`,
    },
    features: featuresFor(options.tokenSeconds ?? hour),
    pkce: { required: () => true },
    ttl: {
      AccessToken: options.tokenSeconds ?? hour,
      ClientCredentials: 3600,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      Session: 14 * 24 * 3600,
      Grant: 14 * 24 * 3600,
      RefreshToken: 14 * 24 * 3600,
    },
  });
}

/** Tokens for the services carry the audience that they check; a resource is the one there is, whatever was asked. */
function featuresFor(tokenSeconds: number) {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    revocation: {
      enabled: true,
      allowedPolicy: (_context: unknown, client: { clientId: string }, token: { clientId: string }) =>
        token.clientId === client.clientId,
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: machineScope,
        audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: tokenSeconds,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context: { body: string }, form: string) => (context.body = logoutPage(form)),
    },
  };
}

function clients({ publicUrl, notificationsSecret, consoleSecret }: ProviderOptions) {
  return [
    {
      client_id: consoleClientId,
      // The gateway speaks for the browser, and keeps a secret: a refresh token that leaks is of no use without it.
      client_secret: consoleSecret,
      client_name: 'Passerelle',
      scope: 'openid profile offline_access',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [`${publicUrl}/session/callback`],
      post_logout_redirect_uris: [publicUrl, `${publicUrl}/`],
    },
    {
      client_id: machineClientId,
      client_secret: notificationsSecret,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      scope: machineScope,
    },
  ];
}

interface GrantContext {
  oidc: {
    provider: Provider & { Grant: { find: (id: string) => Promise<unknown> } };
    client: { clientId: string };
    session: { accountId: string; grantIdFor: (client: string) => string | undefined };
  };
}

/** The town's own console needs no consent page: an agent who signed in has agreed. */
async function grantWithoutAsking({ oidc }: GrantContext): Promise<unknown> {
  const { accountId } = oidc.session;
  if (!demoAccounts.some((account) => account.sub === accountId)) return undefined;
  const existing = oidc.session.grantIdFor(oidc.client.clientId);
  const found = existing ? await oidc.provider.Grant.find(existing) : undefined;
  if (found) return found;
  const grant = new oidc.provider.Grant({ accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope('openid profile offline_access');
  await grant.save();
  return grant;
}
