import type { Evidence } from '../evidence';
import { heardBy } from '../follows';
import type { Index } from '../index-of';

/**
 * Whether something of a story has not been handled by everybody yet. That is a fault of its own, counted as stuck or lost where it
 * stands: what follows from it is not counted again.
 */
export function isOnItsWay({ stores }: Evidence, { stories }: Index, story: string): boolean {
  return (stories.get(story) ?? []).some(({ publication, pending, sequence, aggregateId }) => {
    if (!publication) return false;
    if (pending) return true;
    return (heardBy[publication.type] ?? []).some(({ service, reaction, when }) => {
      if (when && !when(publication.data)) return false;
      return (stores.get(service)?.inbox.get(`${reaction} ${aggregateId}`) ?? 0) < sequence;
    });
  });
}
