import createClient, { type Middleware } from 'openapi-fetch';
import { noNetwork, problemFrom } from './problem';
import type { paths } from './schema';
import { send, sendPatiently } from './sending';

let territory: string | undefined;

/** Every request is about one territory: the agent's only one, or the one chosen in the bar. */
export function speakFor(chosen: string): void {
  territory = chosen;
}

const aboutTerritory: Middleware = {
  onRequest({ request }) {
    if (territory !== undefined) request.headers.set('x-territory', territory);
    return request;
  },
};

/** The browser's cookie signs the request; the gateway turns it into a token. Commands: `answer(api.POST(…))`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });
api.use(aboutTerritory);

interface Answered {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What a service answered, or a thrown Problem. The description of the API says what is sent, not yet what comes
 * back: the shape is named by who asks, from `answers/`.
 */
export async function answer<Shape>(asked: Promise<Answered>): Promise<Shape> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    throw isAborted(cause) ? cause : noNetwork();
  });
  if (!response.ok) throw problemFrom(response.status, error);
  return data as Shape;
}

const isAborted = (cause: unknown) => cause instanceof DOMException && cause.name === 'AbortError';

type ReadPath = {
  [Path in keyof paths]: paths[Path] extends { get: { responses: unknown } } ? Path : never;
}[keyof paths];

interface Asked {
  readonly path?: Readonly<Record<string, string>>;
  /** What is undefined is not sent. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly signal?: AbortSignal;
  /** A command begins with it: it waits for its way as the command does. */
  readonly forCommand?: boolean;
}

/** A reading. The description of the API leaves queries out for now, so they are not typed here either. */
export function read<Shape>(path: ReadPath, asked: Asked = {}): Promise<Shape> {
  const { path: ids, query, signal, forCommand = false } = asked;
  const get = api.GET as (path: string, init: object) => Promise<Answered>;
  const way = forCommand ? { fetch: sendPatiently } : {};
  return answer<Shape>(get(path, { params: { path: ids, query }, signal, ...way }));
}
