import * as z from 'zod/mini';
import { referralStatusWords } from '../referral/referral-words';
import { topicWords } from '../topics';

const kept = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

const search = z.object({
  etat: kept(z.enum(referralStatusWords)),
  sujet: kept(z.enum(topicWords)),
  chez: kept(z.uuid()),
  /** Those that the reader sent only. */
  suivi: kept(z.enum(['moi'])),
  page: kept(z.number().check(z.int(), z.minimum(1), z.maximum(1_000))),
});

/** The filters of the list, as they stand in its address: a view can be shared and kept. */
export type ReferralFilters = z.infer<typeof search>;

export function referralFilters(typed: Record<string, unknown>): ReferralFilters {
  return search.parse(typed);
}

/** The same, as the service is asked. */
export function queryOf({ etat, sujet, chez, suivi }: ReferralFilters, reader: string) {
  return {
    status: etat,
    topic: sujet,
    partnerId: chez,
    worker: suivi === 'moi' ? reader : undefined,
  };
}
