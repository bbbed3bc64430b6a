/** Where each service answers, by the name it has in `/api/<name>/…`. */
export type ServiceUrls = ReadonlyMap<string, string>;

const NAME = /^[a-z][a-z-]{1,39}$/;

/** Reads `people=http://127.0.0.1:8101,ccas=http://127.0.0.1:8102`. */
export function parseServiceUrls(text: string): { ok: true; urls: ServiceUrls } | { ok: false; why: string } {
  const urls = new Map<string, string>();
  for (const entry of text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [name = '', address = ''] = split(entry);
    if (!NAME.test(name)) return { ok: false, why: `"${entry}" does not begin with a service name and "="` };
    if (urls.has(name)) return { ok: false, why: `${name} is given twice` };
    const origin = httpOrigin(address);
    if (!origin)
      return { ok: false, why: `${name} needs an address such as http://127.0.0.1:8101, not "${address}"` };
    urls.set(name, origin);
  }
  return urls.size ? { ok: true, urls } : { ok: false, why: 'at least one service is needed' };
}

function split(entry: string): [string, string] {
  const at = entry.indexOf('=');
  return at < 0 ? ['', entry] : [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
}

function httpOrigin(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username)
    return undefined;
  return url.origin;
}
