import { CannotImport } from '../cannot-import';

export interface TokenSource {
  readonly token?: string | undefined;
  readonly signIn: string;
  readonly account: string;
}

/** A given token is used as it is; otherwise the development sign-in server gives one, again when it has expired. */
export function tokenFrom({ token, signIn, account }: TokenSource): (renew: boolean) => Promise<string> {
  if (token) return () => Promise.resolve(token);
  let asked: Promise<string> | undefined;
  return (renew) => {
    if (renew || !asked) asked = askSignIn(signIn, account);
    return asked;
  };
}

async function askSignIn(signIn: string, account: string): Promise<string> {
  const answer = await fetch(`${signIn}/development/token?account=${encodeURIComponent(account)}`, {
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined);
  if (!answer) {
    throw new CannotImport(
      `Le serveur de connexion ${signIn} ne répond pas : démarrez Passerelle (npm start), ou donnez un jeton avec --token.`,
    );
  }
  const body = (await answer.json().catch(() => ({}))) as { access_token?: string; accounts?: string[] };
  if (body.access_token) return body.access_token;
  const known = body.accounts?.length ? ` Comptes : ${body.accounts.join(', ')}.` : '';
  throw new CannotImport(
    `Le compte « ${account} » n’existe pas sur ${signIn}.${known} Ou donnez un jeton avec --token.`,
  );
}
