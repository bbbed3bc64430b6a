import * as z from 'zod/mini';
import { statusWords } from '../need-words';
import { fieldWords, topicWords } from '../topics';

const kept = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

const search = z.object({
  etat: kept(z.enum(statusWords)),
  sujet: kept(z.enum(topicWords)),
  domaine: kept(z.enum(fieldWords)),
  /** The reader's own needs only, or those of one worker, by id. */
  suivi: kept(z.string().check(z.minLength(1), z.maxLength(120))),
  urgent: kept(z.enum(['oui'])),
  page: kept(z.number().check(z.int(), z.minimum(1), z.maximum(1_000))),
});

/** The filters of the list, as they stand in its address: a view can be shared and kept. */
export type NeedFilters = z.infer<typeof search>;

/** What an address says, without what it should not say. */
export function needFilters(typed: Record<string, unknown>): NeedFilters {
  return search.parse(typed);
}

/** The same, as the service is asked. */
export function queryOf(filters: NeedFilters, reader: string) {
  const { etat, sujet, domaine, suivi, urgent } = filters;
  return {
    status: etat,
    topic: sujet,
    field: domaine,
    worker: suivi === 'moi' ? reader : suivi,
    urgency: urgent === 'oui' ? 'urgent' : undefined,
  };
}
