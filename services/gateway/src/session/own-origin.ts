import type { IncomingHttpHeaders } from 'node:http';

/** The one address that agents see. */
export class OwnOrigin {
  constructor(readonly url: URL) {}

  /**
   * Whether a page of ours sent this, as far as the browser says: another site can make a browser send a command with our cookie.
   * `Sec-Fetch-Site` decides where it is sent; a browser too old for it sends `Origin` with every command.
   */
  sent(headers: IncomingHttpHeaders): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined) return site === 'same-origin';
    return headers.origin === this.url.origin;
  }
}

export function isCommand(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}
