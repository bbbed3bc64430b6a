import { CannotImport } from '../cannot-import';

export interface ApiOptions {
  readonly gateway: string;
  readonly territory: string;
  /** A bearer token; called again when the one in use has expired. */
  readonly token: (renew: boolean) => Promise<string>;
  /** How long a service may be away before the import stops. */
  readonly patienceMs?: number;
  readonly fetch?: typeof fetch;
  readonly wait?: (ms: number) => Promise<void>;
  readonly signal?: AbortSignal;
  /** Told why nothing moves, each time a call is tried again. */
  readonly onWait?: (why: string) => void;
}

/** A problem detail that concerns this row only. */
export class RowRefused extends Error {
  override name = 'RowRefused';
  constructor(
    readonly rule: string,
    sentence: string,
    readonly problem: Readonly<Record<string, unknown>> = {},
  ) {
    super(sentence);
  }
}

const REQUEST_MS = 30_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/**
 * Calls the public API until it answers. What may pass (a service that restarts, a conflict of writes) is tried again; what
 * concerns the row is thrown as `RowRefused`; what concerns the whole import as `CannotImport`.
 */
export class Api {
  private readonly wait: (ms: number) => Promise<void>;

  constructor(private readonly options: ApiOptions) {
    this.wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  }

  /** Fails at once, in a sentence, when there is nothing at that address: better now than after two minutes. */
  async check(): Promise<void> {
    const { gateway } = this.options;
    const call = this.options.fetch ?? fetch;
    const alive = await call(`${gateway}/health/live`, { signal: AbortSignal.timeout(5_000) }).catch(
      (error: unknown) => {
        throw new CannotImport(unreachable(gateway, error));
      },
    );
    if (!alive.ok) throw new CannotImport(`${gateway} répond, mais ce n’est pas Passerelle.`);
  }

  async post<Answer>(path: string, body: unknown): Promise<Answer> {
    const since = Date.now();
    let renewed = false;
    for (let attempt = 0; ; attempt++) {
      const answer = await this.once(path, body, renewed);
      if (answer.ok) return answer.body as Answer;
      if (answer.status === 401 && !renewed) {
        renewed = true;
        continue;
      }
      this.refuseForGood(answer);
      if (!transient(answer)) throw rowRefused(answer);
      if (Date.now() - since > (this.options.patienceMs ?? 120_000)) throw tooLong(answer);
      this.options.onWait?.(answer.body.detail ?? `Passerelle répond ${answer.status}.`);
      // Jitter, so that the rows sent together do not all come back together.
      const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
      await this.wait(longest / 2 + Math.random() * (longest / 2));
    }
  }

  private async once(path: string, body: unknown, renew: boolean): Promise<Answer> {
    this.options.signal?.throwIfAborted();
    const token = await this.options.token(renew);
    try {
      const response = await (this.options.fetch ?? fetch)(`${this.options.gateway}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-territory': this.options.territory,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(REQUEST_MS),
      });
      return { ok: response.ok, status: response.status, body: await json(response) };
    } catch (error) {
      return { ok: false, status: 0, body: { detail: unreachable(this.options.gateway, error) } };
    }
  }

  /** No row can be imported: there is no point in trying the others. */
  private refuseForGood({ status, body }: Answer): void {
    const detail = body.detail ?? '';
    if (status === 401) throw new CannotImport(`Le jeton n’est pas accepté. ${detail}`);
    if (status === 403)
      throw new CannotImport(`Vous n’avez pas le droit d’importer pour ${this.options.territory}. ${detail}`);
    if (status === 404 || status === 405) {
      throw new CannotImport(
        `${this.options.gateway} ne connaît pas cette adresse de Passerelle : est-ce bien la passerelle ?`,
      );
    }
  }
}

interface Answer {
  readonly ok: boolean;
  /** 0 when nothing answered. */
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & { readonly detail?: string; readonly name?: string };
}

function transient({ status, body }: Answer): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500 || body.name === 'StaleVersion';
}

function rowRefused({ status, body }: Answer): RowRefused {
  const errors = Array.isArray(body['errors'])
    ? (body['errors'] as { field?: string; sentence?: string }[])
    : [];
  const sentences = errors.map(({ field, sentence }) => [field, sentence].filter(Boolean).join(' : '));
  const sentence = [body.detail, ...sentences].filter(Boolean).join(' ') || `Le service répond ${status}.`;
  return new RowRefused(body.name ?? String(status), sentence, body);
}

function tooLong({ body }: Answer): CannotImport {
  return new CannotImport(
    `${body.detail ?? 'Un service ne répond pas.'} J’ai attendu deux minutes. ` +
      'Relancez la même commande quand tout est revenu : ce qui est déjà importé ne sera pas doublé.',
  );
}

function unreachable(gateway: string, error: unknown): string {
  const silent = error instanceof Error && error.name === 'TimeoutError';
  return silent
    ? `${gateway} met trop de temps à répondre.`
    : `${gateway} ne répond pas : Passerelle est-elle démarrée ?`;
}

async function json(response: Response): Promise<Answer['body']> {
  try {
    return (await response.json()) as Answer['body'];
  } catch {
    return {};
  }
}
