import { tokenFor } from '../../deploy/local/stack/token';
import type { StackSettings } from '../../deploy/local/stack/settings';

/** The public API of the gateway, as the accounts of the demo. Whatever is refused ends the day. */
export class Api {
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly settings: StackSettings,
    readonly territory: string,
  ) {}

  get<Answer>(account: string, path: string): Promise<Answer> {
    return this.call<Answer>(account, 'GET', path);
  }

  post<Answer = unknown>(account: string, path: string, body: object = {}): Promise<Answer> {
    return this.call<Answer>(account, 'POST', path, body);
  }

  put<Answer = unknown>(account: string, path: string, body: object): Promise<Answer> {
    return this.call<Answer>(account, 'PUT', path, body);
  }

  /** A form on a page that needs no account, as a browser sends it. */
  async form(page: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const url = `${this.gateway}${page}`;
    const shown = await fetch(url);
    if (!shown.ok) throw refused('GET', 'a page of a link', shown.status, await shown.text());
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
    if (!answer.ok)
      throw refused('POST', `a page of a link (${fields['answer']})`, answer.status, await answer.text());
  }

  private get gateway(): string {
    return `http://127.0.0.1:${this.settings.ports.gateway}`;
  }

  private async call<Answer>(account: string, method: string, path: string, body?: object): Promise<Answer> {
    const token = this.tokens.get(account) ?? (await tokenFor(account, this.settings));
    this.tokens.set(account, token);
    const answer = await fetch(`${this.gateway}/api/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'x-territory': this.territory,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw refused(method, `${path} as ${account}`, answer.status, await answer.text());
    return (await answer.json()) as Answer;
  }
}

function refused(method: string, what: string, status: number, body: string): Error {
  const said = body.startsWith('{') ? body : /<span class="error"[^>]*>([^<]*)</.exec(body)?.[1];
  return new Error(`${method} ${what} answered ${status}: ${said ?? 'a page'}`);
}
