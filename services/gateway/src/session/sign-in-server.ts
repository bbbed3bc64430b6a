import { SignInConfiguration, type SignInClient } from '@passerelle/platform';
import * as oidc from 'openid-client';
import type { BegunSignIn } from './session';

export interface ConsoleClient extends SignInClient {
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
  private readonly signIn: SignInConfiguration;
  private readonly redirectUri: string;

  constructor(private readonly client: ConsoleClient) {
    this.signIn = new SignInConfiguration(client);
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
    const url = oidc.buildAuthorizationUrl(await this.signIn.get(), {
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
      await oidc.authorizationCodeGrant(await this.signIn.get(), back, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      }),
    );
  }

  /** `refused` when the sign-in server has ended the session; throws when it does not answer. */
  async renew(refreshToken: string): Promise<Tokens | 'refused'> {
    try {
      return tokensOf(await oidc.refreshTokenGrant(await this.signIn.get(), refreshToken));
    } catch (error) {
      if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return 'refused';
      throw error;
    }
  }

  /** Best effort: a server that does not answer keeps a token that nobody holds any more. */
  async forget(refreshToken: string | undefined): Promise<void> {
    if (!refreshToken) return;
    const configuration = await this.signIn.get();
    if (configuration.serverMetadata().revocation_endpoint)
      await oidc.tokenRevocation(configuration, refreshToken);
  }

  /** Where the browser ends its session with the sign-in server too, so that the next person at this desk is asked who they are. */
  async signOutUrl(idToken: string | undefined): Promise<string> {
    const home = new URL('/', this.client.publicUrl).href;
    const configuration = await this.signIn.get();
    if (!configuration.serverMetadata().end_session_endpoint) return home;
    return oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: home,
      ...(idToken !== undefined && { id_token_hint: idToken }),
    }).href;
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
