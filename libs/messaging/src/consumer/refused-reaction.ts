import type { EventEnvelope } from '@passerelle/contracts';
import type { Refusal } from '@passerelle/domain-kit';
import type { Connection } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import type { JournalEntry } from '../journal/journal-entry';
import type { Transaction } from '../unit-of-work/types';

/** A rule that said no to a fact is a result: the journal tells which rule, so that nobody looks for a lost event. */
export async function journalRefusal(
  connection: Connection,
  reaction: string,
  event: EventEnvelope,
  refusal: Refusal,
  tx: Transaction,
): Promise<void> {
  const entry: JournalEntry = {
    _id: uuidv7(),
    aggregate: 'reaction',
    aggregateId: `${reaction} ${event.id}`,
    sequence: 1,
    type: 'ReactionRefused',
    data: { reaction, on: event.type, key: event.key, refused: refusal.refused },
    territory: event.territory,
    correlationId: event.correlationId,
    causationId: event.id,
    at: tx.now,
  };
  await connection.db!.collection<JournalEntry>('journal').insertOne(entry, { session: tx.session });
}
