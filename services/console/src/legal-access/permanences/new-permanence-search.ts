import * as z from 'zod/mini';
import { lawTopics } from '../law-words';

const search = z.object({ sujet: z.catch(z.optional(z.enum(lawTopics)), undefined) });

/** The topic that the permanence is opened for, when one comes from the board. */
export function newPermanenceSearch(typed: Record<string, unknown>): z.infer<typeof search> {
  return search.parse(typed);
}
