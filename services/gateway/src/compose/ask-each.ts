import type { Services } from '../services';
import { serviceTitle } from '../service-titles';

/** What one service said to a question put to all. */
export type Asked<Body> = { readonly service: string; readonly title: string } & (
  | { readonly state: 'answered'; readonly body: Body }
  /** It said no: the reader may not, or the question was wrong. */
  | { readonly state: 'refused'; readonly problem: Refused }
  /** It is down, starting, or silent: what it holds is missing from the page. */
  | { readonly state: 'away' }
);
export type Answered<Body> = Extract<Asked<Body>, { state: 'answered' }>;

export interface Refused {
  readonly status: number;
  readonly name: string;
  readonly detail: string;
}

/** Long enough for a service that works hard; a page is not held up by one that hangs. */
const timeoutMs = 8_000;

/** Puts one question to several services at once, with the reader's own token. Never throws. */
export function askEach<Body>(
  services: Services,
  names: readonly string[],
  path: string,
  headers: Record<string, string>,
): Promise<Asked<Body>[]> {
  return Promise.all(names.map((service) => ask<Body>(services, service, path, { headers })));
}

export async function ask<Body>(
  services: Services,
  service: string,
  path: string,
  options: { readonly headers: Record<string, string>; readonly method?: 'POST'; readonly body?: string },
): Promise<Asked<Body>> {
  const who = { service, title: serviceTitle(service) };
  try {
    const response = await services.call(service, path, { ...options, timeoutMs });
    const body: unknown = await response.json();
    if (response.ok) return { ...who, state: 'answered', body: body as Body };
    // Too many requests or a start that is not over will pass: that is being away, not a no.
    if (response.status >= 500 || response.status === 429) return { ...who, state: 'away' };
    return { ...who, state: 'refused', problem: refusedOf(response.status, body) };
  } catch {
    return { ...who, state: 'away' };
  }
}

/** When everybody who answered says no, and for one reason, that is the answer. */
export function commonRefusal(asked: readonly Asked<unknown>[]): Refused | undefined {
  const present = asked.filter(({ state }) => state !== 'away');
  const refusals = present.flatMap((one) => (one.state === 'refused' ? [one.problem] : []));
  return refusals.length > 0 && refusals.length === present.length ? refusals[0] : undefined;
}

/** Who did not answer, by the name that people call them. */
export function missingOf(asked: readonly Asked<unknown>[]): string[] {
  return asked.filter(({ state }) => state !== 'answered').map(({ title }) => title);
}

function refusedOf(status: number, body: unknown): Refused {
  const { name, detail } = (typeof body === 'object' && body !== null ? body : {}) as Partial<Refused>;
  return {
    status,
    name: name ?? 'Refused',
    detail: detail ?? 'Le service a refusé cette demande.',
  };
}
