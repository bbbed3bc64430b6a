/**
 * What a browser does for a session, without the pages: cookies by name for the host, whatever the port; redirections followed one
 * by one. For one host only.
 */
export class CookieBrowser {
  readonly cookies = new Map<string, string>();

  async go(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value && !/max-age=0|1970/i.test(line)) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return answer;
  }

  /** Follows where it is sent until a page is answered; returns that page and its address. */
  async follow(url: string | URL, init: RequestInit = {}): Promise<{ answer: Response; at: string }> {
    let [answer, at] = [await this.go(url, init), String(url)];
    for (let hops = 0; hops < 8 && answer.status >= 300 && answer.status < 400; hops += 1) {
      at = new URL(answer.headers.get('location')!, at).href;
      answer = await this.go(at);
    }
    return { answer, at };
  }

  /** Signs in by the page of the development sign-in, password `demo`; returns where that ends. */
  async signIn(
    town: { readonly url: string },
    login: string,
    to = '/',
  ): Promise<{ answer: Response; at: string }> {
    const { answer, at } = await this.follow(`${town.url}/session/sign-in?${new URLSearchParams({ to })}`);
    const action = /action="([^"]+)"/.exec(await answer.text())?.[1];
    // Signed in with the server already: it asks nothing.
    if (!action) return { answer, at };
    return this.follow(new URL(action, at), {
      method: 'POST',
      body: new URLSearchParams({ login, password: 'demo' }),
    });
  }
}
