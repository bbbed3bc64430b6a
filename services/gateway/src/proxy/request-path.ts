/** The parts of a service that belong to operators, not to the callers of the API. */
const INTERNAL = /^\/(?:health|metrics)(?:\/|$)/;

/** A letter, a digit, a hyphen or an underscore needs no escaping: written so, it only hides a word such as `metrics`. */
const DISGUISED = /%(?:2d|3\d|[46][1-9a-f]|[57][0-9a]|5f)/i;

/** Anything that could mean another path to the service than to the gateway is refused rather than cleaned up. */
const AMBIGUOUS = /(?:^|\/)\.{1,2}(?:\/|$)|[\\#]|%(?:2e|2f|5c|00)/i;

/** Splits `/api/<service>/<path>?<query>`; undefined when it is not a path that may be forwarded. */
export function forwardedPath(url: string): { service: string; path: string } | undefined {
  const [whole = ''] = url.split('?', 1);
  const match = /^\/api\/([a-z][a-z-]*)(\/.*)?$/.exec(whole);
  if (!match) return undefined;
  const path = match[2] ?? '/';
  if (AMBIGUOUS.test(path) || DISGUISED.test(path) || path.startsWith('//') || INTERNAL.test(path))
    return undefined;
  return { service: match[1]!, path };
}
