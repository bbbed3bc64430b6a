import type { ServiceUrls } from './service-urls';

/** The services behind the gateway, as the gateway itself calls them (pages, documents, readiness). */
export class Services {
  constructor(private readonly urls: ServiceUrls) {}

  names(): string[] {
    return [...this.urls.keys()];
  }

  /** Throws a TypeError when the service cannot be reached and a TimeoutError when it stays silent. */
  async call(
    service: string,
    path: string,
    { timeoutMs = 10_000, ...init }: CallOptions = {},
  ): Promise<Response> {
    const url = this.urls.get(service);
    if (!url) throw new TypeError(`no address for service ${service}`);
    return fetch(url + path, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  }
}

export interface CallOptions {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly timeoutMs?: number;
}
