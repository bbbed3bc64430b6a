/** What went wrong, as a person reads it: an RFC 9457 answer of a service, or a network that did not answer. */
export class Problem extends Error {
  readonly status: number;
  /** What programs branch on: `AlreadyClassified`, `SessionExpired`… */
  readonly refused: string;
  readonly fields: ReadonlyMap<string, string>;
  /** To quote to whoever keeps the logs. */
  readonly instance?: string;
  /** Everything else that the answer carried, such as look-alikes. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, body: ProblemBody) {
    super(body.detail);
    this.name = 'Problem';
    this.status = status;
    this.refused = body.name;
    this.instance = body.instance;
    this.fields = new Map(body.errors?.map(({ field, sentence }) => [field, sentence]));
    this.details = body;
  }

  /** Sending the same thing again may well succeed, and doubles nothing: ids are made here. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  get isSessionOver(): boolean {
    return this.status === 401;
  }

  /** Somebody changed it since it was read. */
  get isStale(): boolean {
    return this.refused === 'StaleVersion';
  }
}

interface ProblemBody {
  readonly detail: string;
  readonly name: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly field: string; readonly sentence: string }[];
  readonly [extension: string]: unknown;
}

export function problemFrom(status: number, body: unknown): Problem {
  if (isProblemBody(body)) return new Problem(status, body);
  return new Problem(status, {
    name: 'Unreadable',
    detail: 'Passerelle a reçu une réponse qu’elle ne comprend pas. Réessayez dans un instant.',
  });
}

export function noNetwork(): Problem {
  return new Problem(0, {
    name: 'NoNetwork',
    detail:
      'Pas de connexion. Rien n’est perdu : ce que vous avez saisi est gardé. Réessayez dans un instant.',
  });
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, {
    name: 'Unexpected',
    detail:
      'Une erreur inattendue s’est produite dans la page. Rechargez-la ; vos actes déjà faits sont gardés.',
    cause: String(error),
  });
}

interface Read {
  readonly data: unknown;
  readonly error: Error | null;
}

/**
 * The error that takes the place of a page, if any: what was read stays there, with the form open on it, while a service, the
 * network or the session is away. A refusal says that it may not stay.
 */
export function errorInstead({ data, error }: Read): Error | null {
  const isAway = error instanceof Problem && (error.isPassing || error.isSessionOver);
  return isAway && data !== undefined ? null : error;
}

function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'detail' in body && 'name' in body;
}
