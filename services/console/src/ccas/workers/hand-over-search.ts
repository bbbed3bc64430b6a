import * as z from 'zod/mini';

const word = z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(120))), undefined);
const search = z.object({ de: word, choix: word });

/** Whose needs, and the one that is ticked at first. */
export function handOverSearch(typed: Record<string, unknown>): {
  readonly de?: string;
  readonly choix?: string;
} {
  return search.parse(typed);
}
