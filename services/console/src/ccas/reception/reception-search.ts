import * as z from 'zod/mini';

const search = z.object({ personne: z.catch(z.optional(z.uuid()), undefined) });

/** From a person's page, reception begins with that person. */
export function receptionSearch(typed: Record<string, unknown>): { readonly personne?: string } {
  return search.parse(typed);
}
