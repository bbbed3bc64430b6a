import * as z from 'zod/mini';

const kept = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

const search = z.object({
  personne: kept(z.uuid()),
  /** Who read, by the subject of their token. */
  agent: kept(z.string().check(z.minLength(1), z.maxLength(120))),
  du: kept(z.iso.date()),
  au: kept(z.iso.date()),
});

/** The filters of the list, as they stand in its address. */
export type AccessFilters = z.infer<typeof search>;

export function accessFilters(typed: Record<string, unknown>): AccessFilters {
  return search.parse(typed);
}
