import { CannotStart } from '../cannot-start';
import type { StackSettings } from './settings';

/** A bearer token of a demo account, from the development sign-in that runs. */
export async function tokenFor(account: string, { ports }: Pick<StackSettings, 'ports'>): Promise<string> {
  const url = `http://127.0.0.1:${ports.signIn}/development/token?account=${encodeURIComponent(account)}`;
  const answer = await fetch(url).catch(() => {
    throw new CannotStart(
      `No sign-in answers on port ${ports.signIn}: start Passerelle first, with npm start.`,
    );
  });
  const body = (await answer.json().catch(() => ({}))) as { access_token?: string; accounts?: string[] };
  if (body.access_token) return body.access_token;
  const accounts = body.accounts?.join(', ');
  throw new CannotStart(
    accounts
      ? `${account ? `No account is named "${account}"` : 'Name an account'}: ${accounts}.`
      : `What answers on port ${ports.signIn} is not the sign-in of Passerelle.`,
  );
}
