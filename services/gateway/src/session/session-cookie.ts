/** Browsers refuse a cookie beyond 4096 bytes, its name and attributes counted. */
export const mostCookieBytes = 3_900;

/** The cookie outlives the session, so that an agent who comes back is told that it has ended. */
const keptSeconds = 14 * 24 * 3600;
export const signInWithinSeconds = 15 * 60;

/**
 * The cookies of the console: HttpOnly, SameSite=Lax (a sign-in comes back from another site), and over https the `__Host-` prefix,
 * which makes the browser refuse one that another host of the domain would plant.
 */
export class SessionCookies {
  private readonly prefix: string;
  private readonly attributes: string;

  constructor(publicUrl: URL) {
    const secure = publicUrl.protocol === 'https:';
    // Cookies do not tell ports apart: two stacks on one machine would sign each other out.
    this.prefix = secure ? '__Host-passerelle' : `passerelle-${publicUrl.port || '80'}`;
    this.attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  }

  session(sealed: string): string {
    return `${this.prefix}=${sealed}; ${this.attributes}; Max-Age=${keptSeconds}`;
  }

  /** One for each sign-in that has begun: two windows may be at it. */
  signIn(state: string, sealed: string): string {
    return `${this.nameOfSignIn(state)}=${sealed}; ${this.attributes}; Max-Age=${signInWithinSeconds}`;
  }

  noSession(): string {
    return `${this.prefix}=; ${this.attributes}; Max-Age=0`;
  }

  noSignIn(state: string): string {
    return `${this.nameOfSignIn(state)}=; ${this.attributes}; Max-Age=0`;
  }

  sessionIn(header: string | undefined): string | undefined {
    return valueOf(this.prefix, header);
  }

  signInIn(header: string | undefined, state: string): string | undefined {
    return valueOf(this.nameOfSignIn(state), header);
  }

  private nameOfSignIn(state: string): string {
    return `${this.prefix}-${state.replace(/[^\w-]/g, '').slice(0, 16)}`;
  }
}

function valueOf(name: string, header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}
