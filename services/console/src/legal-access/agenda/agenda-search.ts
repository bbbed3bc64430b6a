import * as z from 'zod/mini';

const kept = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);
const word = z.string().check(z.minLength(1), z.maxLength(120));

const search = z.object({
  /** A day of the week that is shown; this week when absent. */
  semaine: kept(z.iso.date()),
  /** One agenda a place, or one a profession. */
  par: kept(z.enum(['professionnel'])),
  /** Only this place, or this profession. */
  qui: kept(word),
  /** The session that is open over the page. */
  ouvrir: kept(z.uuid()),
});

export type AgendaSearch = z.infer<typeof search>;

export function agendaSearch(typed: Record<string, unknown>): AgendaSearch {
  return search.parse(typed);
}
