import type { EventEnvelope } from '@passerelle/contracts';
import type { Refusal } from '@passerelle/domain-kit';
import { nextEntryId } from '../journal/entry-id';
import type { Transaction } from '../unit-of-work/types';

/** A rule that said no to a fact is a result: the journal tells which rule, so that nobody looks for a lost event. */
export function journalRefusal(
  reaction: string,
  event: EventEnvelope,
  refusal: Refusal,
  tx: Transaction,
): void {
  tx.entries.push({
    _id: nextEntryId(),
    aggregate: 'reaction',
    aggregateId: `${reaction} ${event.id}`,
    sequence: 1,
    type: 'ReactionRefused',
    data: { reaction, on: event.type, key: event.key, refused: refusal.refused },
    territory: event.territory,
    correlationId: event.correlationId,
    causationId: event.id,
    at: tx.now,
  });
}
