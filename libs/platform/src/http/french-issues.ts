import type { z } from 'zod';
import type { FieldError } from '../problems/problem';

type Issue = z.core.$ZodIssue;

/** One French sentence for each thing to correct; never the value that was sent. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => errorsOf(issue));
}

function errorsOf(issue: Issue, above: readonly PropertyKey[] = []): FieldError[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: dotted([...path, key]),
      sentence: 'Cette information n’est pas attendue ici.',
    }));
  }
  const meant = issue.code === 'invalid_union' ? meantBranch(issue.errors) : [];
  if (meant.length > 0) return meant.flatMap((inner) => errorsOf(inner, path));
  return [{ field: dotted(path), sentence: issue.message }];
}

/** Of several shapes, the one whose distinguishing word was given and that lacks least; without that word, the words to choose from. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const wordOf = (branch: readonly Issue[]) => branch.find((issue) => issue.code === 'invalid_value');
  const words = branches.map(wordOf).filter((word) => word !== undefined);
  const [word] = words;
  if (word && words.length === branches.length) {
    const values = [...new Set(words.flatMap((one) => one.values))];
    return [{ ...word, message: sentences.invalid_value!({ ...word, values }) ?? word.message }];
  }
  const possible = branches.filter((branch) => !wordOf(branch));
  return possible.toSorted((one, other) => faults(one) - faults(other))[0] ?? [];
}

/** Something that the shape does not have counts double: it was meant for another shape. */
function faults(branch: readonly Issue[]): number {
  return branch.length + branch.filter((issue) => issue.code === 'unrecognized_keys').length;
}

/** For zod's `error` option. A message written in the schema itself goes first. */
export function frenchSentence(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'Cette information est nécessaire.';
  return sentences[issue.code]?.(issue as never) ?? 'Cette information n’est pas valable.';
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'Cet identifiant n’est pas valable.',
  email: 'Cette adresse électronique n’est pas valable.',
  url: 'Cette adresse de site n’est pas valable.',
  date: 'Cette date n’est pas valable : elle s’écrit 2026-12-03.',
  time: 'Cette heure n’est pas valable : elle s’écrit 14:30.',
  datetime: 'Cette date avec heure n’est pas valable : elle s’écrit 2026-12-03T14:30:00+01:00.',
};

const kinds: Readonly<Record<string, string>> = {
  string: 'Un texte est attendu ici.',
  number: 'Un nombre est attendu ici.',
  int: 'Un nombre entier est attendu ici.',
  boolean: 'Un oui ou un non (true ou false) est attendu ici.',
  array: 'Une liste est attendue ici.',
  object: 'Un ensemble d’informations est attendu ici.',
  date: 'Une date est attendue ici.',
};

const sentences: {
  readonly [Code in Issue['code']]?: (issue: Extract<Issue, { code: Code }>) => string | undefined;
} = {
  invalid_type: (issue) => kinds[issue.expected],
  invalid_format: (issue) => formats[issue.format] ?? 'Cette information n’est pas écrite comme il faut.',
  invalid_value: (issue) => `Les choix possibles sont : ${issue.values.map(String).join(', ')}.`,
  too_small: (issue) => tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false),
  too_big: (issue) => tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false),
  unrecognized_keys: () => 'Cette information n’est pas attendue ici.',
  not_multiple_of: (issue) => `Un multiple de ${issue.divisor} est attendu ici.`,
};

function tooSmall(origin: string, minimum: number, inclusive: boolean): string | undefined {
  if (origin === 'string')
    return minimum <= 1
      ? 'Cette information est nécessaire.'
      : `Au moins ${minimum} caractères sont attendus.`;
  if (origin === 'array' || origin === 'set')
    return minimum <= 1 ? 'La liste est vide.' : `Au moins ${minimum} éléments sont attendus.`;
  if (origin === 'date') return 'Cette date est trop ancienne.';
  return inclusive ? `Le minimum est ${minimum}.` : `Un nombre supérieur à ${minimum} est attendu.`;
}

function tooBig(origin: string, maximum: number, inclusive: boolean): string | undefined {
  if (origin === 'string') return `Le texte dépasse ${maximum} caractères.`;
  if (origin === 'array' || origin === 'set') return `La liste dépasse ${maximum} éléments.`;
  if (origin === 'date') return 'Cette date est trop lointaine.';
  return inclusive ? `Le maximum est ${maximum}.` : `Un nombre inférieur à ${maximum} est attendu.`;
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
