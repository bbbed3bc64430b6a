import * as z from 'zod/mini';

const search = z.object({
  /** The session that is chosen at first. */
  choix: z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(60))), undefined),
});

export function walkInSearch(typed: Record<string, unknown>): { readonly choix?: string } {
  return search.parse(typed);
}
