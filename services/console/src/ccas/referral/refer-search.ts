import * as z from 'zod/mini';

const search = z.object({
  /** What is looked for among partners. */
  mots: z.catch(z.optional(z.string().check(z.maxLength(80))), undefined),
});

export type ReferSearch = z.infer<typeof search>;

export function referSearch(typed: Record<string, unknown>): ReferSearch {
  return search.parse(typed);
}
