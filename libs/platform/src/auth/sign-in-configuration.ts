import * as oidc from 'openid-client';

export interface SignInClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the sign-in server says of itself, asked once; a failure is asked again. Gives up after 5 seconds. */
export class SignInConfiguration {
  private asked: Promise<oidc.Configuration> | undefined;

  constructor(private readonly client: SignInClient) {}

  get(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.client;
    // A sign-in server over plain HTTP is the operator's choice, which the variable shows: development, or inside a cluster.
    const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    this.asked ??= oidc
      .discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
        execute,
        timeout: 5,
      })
      .catch((error: unknown) => {
        this.asked = undefined;
        throw error;
      });
    return this.asked;
  }
}
