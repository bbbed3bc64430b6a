import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { noNetwork, problemFrom, type Problem } from '../api/problem';
import { keys } from '../api/keys';

/** Who is signed in, as the gateway says it. The browser never sees a token. */
export interface Session {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly territories: readonly string[];
  /** Rows of the table of rights that this person has: what may be shown. Services decide again. */
  readonly may: readonly { readonly act: string; readonly subject: string }[];
  readonly expiresAt: string;
}

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions<Session | null, Problem>({
  queryKey: keys.session,
  staleTime: Infinity,
  queryFn: async () => {
    const response = await fetch('/session', { headers: { accept: 'application/json' } }).catch(() => {
      throw noNetwork();
    });
    if (response.status === 401) return null;
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw problemFrom(response.status, body);
    return body as Session;
  },
});

/** Within the shell somebody is signed in: the gate saw to it. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('A page was shown without a session');
  return data;
}

/** `may('list', 'go-ahead')`: whether to show what asks for that right. */
export function useMay(): (act: string, subject: string) => boolean {
  const { may } = useSession();
  return (act, subject) => may.some((right) => right.act === act && right.subject === subject);
}

export function signInAddress(back: string): string {
  return `/session/sign-in?to=${encodeURIComponent(back)}`;
}

/** Ends the session here and at the sign-in server; what was typed on this machine goes with it. */
export async function signOut(): Promise<void> {
  sessionStorage.clear();
  const answered = await fetch('/session/sign-out', { method: 'POST' })
    .then((response) => response.json() as Promise<{ to?: string }>)
    .catch((): { to?: string } => ({}));
  location.assign(answered.to ?? '/');
}
