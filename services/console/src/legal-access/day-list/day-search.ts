import * as z from 'zod/mini';

const search = z.object({
  /** Tomorrow when absent. */
  jour: z.catch(z.optional(z.enum(['aujourdhui'])), undefined),
  endroit: z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(120))), undefined),
});

export type DaySearch = z.infer<typeof search>;

export function daySearch(typed: Record<string, unknown>): DaySearch {
  return search.parse(typed);
}
