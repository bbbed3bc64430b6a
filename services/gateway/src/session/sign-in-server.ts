import * as oidc from 'openid-client';
import type { BegunSignIn } from './session';

export interface ConsoleClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Origin that agents see. */
  readonly publicUrl: URL;
}

/** What a sign-in or a renewal brings. */
export interface Tokens {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
  readonly refreshToken?: string;
  readonly idToken?: string;
}

const scope = 'openid profile offline_access';
/** When the sign-in server does not say how long its tokens live. */
const assumedSeconds = 300;

/** The sign-in server as the console's client: code flow with PKCE, confidential, since it is the gateway that speaks. */
export class SignInServer {
  private configuration: Promise<oidc.Configuration> | undefined;
  private readonly redirectUri: string;

  constructor(private readonly client: ConsoleClient) {
    this.redirectUri = new URL('/session/callback', client.publicUrl).href;
  }

  /** Where the browser goes, and what must be kept until it is back. Throws when the server does not answer. */
  async begin(to: string): Promise<{ url: string; begun: BegunSignIn }> {
    const begun = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      to,
    };
    const url = oidc.buildAuthorizationUrl(await this.discovered(), {
      redirect_uri: this.redirectUri,
      scope,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, begun };
  }

  /** `query` is what the browser came back with. Throws when the server refuses or does not answer. */
  async finish(query: string, { state, nonce, verifier }: BegunSignIn): Promise<Tokens> {
    const back = new URL(this.redirectUri);
    back.search = query;
    return tokensOf(
      await oidc.authorizationCodeGrant(await this.discovered(), back, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      }),
    );
  }

  /** `refused` when the sign-in server has ended the session; throws when it does not answer. */
  async renew(refreshToken: string): Promise<Tokens | 'refused'> {
    try {
      return tokensOf(await oidc.refreshTokenGrant(await this.discovered(), refreshToken));
    } catch (error) {
      if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return 'refused';
      throw error;
    }
  }

  /** Best effort: a server that does not answer keeps a token that nobody holds any more. */
  async forget(refreshToken: string | undefined): Promise<void> {
    if (!refreshToken) return;
    const configuration = await this.discovered();
    if (configuration.serverMetadata().revocation_endpoint)
      await oidc.tokenRevocation(configuration, refreshToken);
  }

  /** Where the browser ends its session with the sign-in server too, so that the next person at this desk is asked who they are. */
  async signOutUrl(idToken: string | undefined): Promise<string> {
    const home = new URL('/', this.client.publicUrl).href;
    const configuration = await this.discovered();
    if (!configuration.serverMetadata().end_session_endpoint) return home;
    return oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: home,
      ...(idToken !== undefined && { id_token_hint: idToken }),
    }).href;
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

function tokensOf(answer: oidc.TokenEndpointResponse): Tokens {
  return {
    accessToken: answer.access_token,
    endsAt: Date.now() + (answer.expires_in ?? assumedSeconds) * 1_000,
    ...(answer.refresh_token !== undefined && { refreshToken: answer.refresh_token }),
    ...(answer.id_token !== undefined && { idToken: answer.id_token }),
  };
}
