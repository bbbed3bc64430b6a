import * as oidc from 'openid-client';

export interface MachineClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
}

/** Renewed this long before it ends, so that a request on its way is not refused. */
const MARGIN_MS = 60_000;

/** An access token of this service itself, by client credentials; kept until shortly before it ends. */
export class MachineToken {
  private configuration: Promise<oidc.Configuration> | undefined;
  private current: { readonly token: string; readonly until: number } | undefined;

  constructor(private readonly client: MachineClient) {}

  /** Throws when the sign-in server does not answer or refuses. */
  async get(): Promise<string> {
    if (this.current && performance.now() < this.current.until) return this.current.token;
    const answer = await oidc.clientCredentialsGrant(await this.discovered(), { scope: this.client.scope });
    const lifeMs = (answer.expires_in ?? 300) * 1000;
    const until = performance.now() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2);
    this.current = { token: answer.access_token, until };
    return answer.access_token;
  }

  /** The token was refused: keys may have been renewed. */
  forget(): void {
    this.current = undefined;
  }

  private discovered(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.client;
    // A sign-in server over plain HTTP is the operator's choice, which the variable shows: development, or inside a cluster.
    const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    this.configuration ??= oidc
      .discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
        execute,
        timeout: 5,
      })
      .catch((error: unknown) => {
        this.configuration = undefined;
        throw error;
      });
    return this.configuration;
  }
}
