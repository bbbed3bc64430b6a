import * as z from 'zod/mini';
import { lawTopics } from '../law-words';

const kept = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

const search = z.object({
  /** The need whose request gets the date. */
  pour: kept(z.uuid()),
  sujet: kept(z.enum(lawTopics)),
  /** The first day looked at. */
  des: kept(z.iso.date()),
  endroit: kept(z.string().check(z.minLength(1), z.maxLength(120))),
});

export type DatesSearch = z.infer<typeof search>;

/** What is looked for stands in the address; what makes no sense there is forgotten. */
export function datesSearch(typed: Record<string, unknown>): DatesSearch {
  return search.parse(typed);
}
