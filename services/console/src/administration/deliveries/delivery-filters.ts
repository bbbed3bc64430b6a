import * as z from 'zod/mini';
import { deliveryStates } from './delivery-words';

const kept = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

const search = z.object({
  etat: kept(z.enum(deliveryStates)),
  personne: kept(z.uuid()),
  page: kept(z.number().check(z.int(), z.minimum(1), z.maximum(1_000))),
});

/** The filters of the list, as they stand in its address. */
export type DeliveryFilters = z.infer<typeof search>;

export function deliveryFilters(typed: Record<string, unknown>): DeliveryFilters {
  return search.parse(typed);
}
