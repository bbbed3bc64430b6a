import * as z from 'zod/mini';

export const kinds = ['urgents', 'a-classer', 'a-reorienter', 'sans-service', 'accords'] as const;
export type Kind = (typeof kinds)[number];

const search = z.object({
  voir: z.catch(z.optional(z.enum(kinds)), undefined),
  page: z.catch(z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(1_000))), undefined),
});

/** Which part of the work is shown, and which page of it; the beginning of all of it by default. */
export function shownKind(typed: Record<string, unknown>): { readonly voir?: Kind; readonly page?: number } {
  return search.parse(typed);
}
