import type { Refusal } from '@passerelle/domain-kit';

/** RFC 9457. `name` is what programs branch on, `detail` is the French sentence for the person. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly name: string;
  /** `urn:uuid:<request id>`, to quote to whoever keeps the logs. */
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
  /** What a refusal carries besides its sentence, such as look-alikes. */
  readonly [extension: string]: unknown;
}

export interface FieldError {
  /** Dotted path in the body, or the name of the parameter. */
  readonly field: string;
  readonly sentence: string;
}

export const problemContentType = 'application/problem+json; charset=utf-8';

/** The table of rules that do not answer 409, which is what a domain refusal answers. */
const statuses: Readonly<Record<string, number>> = {
  NotAllowed: 403,
  WrongTerritory: 403,
  LinkForged: 403,
  LinkExpired: 410,
  InvalidInput: 422,
};

export function statusOf(rule: string): number {
  return statuses[rule] ?? (rule.startsWith('Unknown') ? 404 : 409);
}

const titles: Readonly<Record<number, string>> = {
  400: 'Demande illisible',
  401: 'Connexion nécessaire',
  403: 'Accès refusé',
  404: 'Introuvable',
  405: 'Introuvable',
  409: 'Impossible pour l’instant',
  410: 'Lien expiré',
  413: 'Envoi trop volumineux',
  415: 'Format non accepté',
  422: 'Saisie à corriger',
  429: 'Trop de demandes',
  500: 'Erreur inattendue',
  503: 'Service momentanément indisponible',
};

export function problem(
  status: number,
  name: string,
  detail: string,
  extensions: Readonly<Record<string, unknown>> = {},
): Problem {
  const title = titles[status] ?? (status >= 500 ? titles[500]! : 'Demande refusée');
  return { ...extensions, type: `urn:passerelle:refus:${kebab(name)}`, title, status, detail, name };
}

/** A refusal with more to tell than its sentence: the details become members of the problem. Never a note, never more than the caller may see. */
export type DetailedRefusal = Refusal & { readonly details: Readonly<Record<string, unknown>> };

export function withDetails(refusal: Refusal, details: Readonly<Record<string, unknown>>): DetailedRefusal {
  return { ...refusal, details };
}

export function problemOf(refusal: Refusal): Problem {
  const details = 'details' in refusal ? (refusal as DetailedRefusal).details : {};
  const errors =
    refusal.field === undefined ? {} : { errors: [{ field: refusal.field, sentence: refusal.sentence }] };
  return problem(statusOf(refusal.refused), refusal.refused, refusal.sentence, { ...details, ...errors });
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
