import { SignInConfiguration, type SignInClient } from '@passerelle/platform';
import * as oidc from 'openid-client';

export interface MachineClient extends SignInClient {
  readonly scope: string;
}

/** Renewed this long before it ends, so that a request on its way is not refused. */
const MARGIN_MS = 60_000;

/** An access token of this service itself, by client credentials; kept until shortly before it ends. */
export class MachineToken {
  private readonly signIn: SignInConfiguration;
  private current: { readonly token: string; readonly until: number } | undefined;

  constructor(private readonly client: MachineClient) {
    this.signIn = new SignInConfiguration(client);
  }

  /** Throws when the sign-in server does not answer or refuses. */
  async get(): Promise<string> {
    if (this.current && performance.now() < this.current.until) return this.current.token;
    const answer = await oidc.clientCredentialsGrant(await this.signIn.get(), { scope: this.client.scope });
    const lifeMs = (answer.expires_in ?? 300) * 1000;
    const until = performance.now() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2);
    this.current = { token: answer.access_token, until };
    return answer.access_token;
  }

  /** The token was refused: keys may have been renewed. */
  forget(): void {
    this.current = undefined;
  }
}
