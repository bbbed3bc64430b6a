import * as z from 'zod/mini';

export const kinds = ['urgents', 'a-classer', 'a-reorienter', 'sans-service', 'accords'] as const;
export type Kind = (typeof kinds)[number];

const search = z.object({ voir: z.catch(z.optional(z.enum(kinds)), undefined) });

/** Which part of the work is shown; all of it by default. */
export function shownKind(typed: Record<string, unknown>): { readonly voir?: Kind } {
  return search.parse(typed);
}
