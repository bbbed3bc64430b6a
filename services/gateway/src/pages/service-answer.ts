import type { CallOptions, Services } from '../services';

/** What a service answered to a page: the body when it is a success, the problem otherwise. */
export interface ServiceAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** The rule that said no, its sentence, and its sentences by field. */
  readonly name: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly sentence: string }[];
}

/** Never throws: a service that is away is an answer of 503. */
async function askService(
  services: Services,
  service: string,
  path: string,
  options: CallOptions = {},
): Promise<ServiceAnswer> {
  try {
    const response = await services.call(service, path, options);
    return answerOf(response.ok, response.status, await response.json());
  } catch {
    return answerOf(false, 503, {});
  }
}

/** What a signed link leads to, and the service that verifies it and decides. */
const servedBy = {
  'partner-answers': 'legal-access',
  'appointment-answers': 'legal-access',
  'referral-answers': 'ccas',
} as const;
export type LinkedPage = keyof typeof servedBy;

/** What is behind a signed link, or, with a body, the answer given by it. */
export function askByLink(
  services: Services,
  page: LinkedPage,
  token: string,
  body?: object,
): Promise<ServiceAnswer> {
  const path = `/${page}/${encodeURIComponent(token)}`;
  const service = servedBy[page];
  if (!body) return askService(services, service, path);
  const headers = { 'content-type': 'application/json' };
  return askService(services, service, path, { method: 'POST', headers, body: JSON.stringify(body) });
}

function answerOf(ok: boolean, status: number, read: unknown): ServiceAnswer {
  const body = typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  const errors = Array.isArray(body['errors']) ? (body['errors'] as ServiceAnswer['errors']) : [];
  return { ok, status, body, name: text(body['name']), detail: text(body['detail']), errors };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
