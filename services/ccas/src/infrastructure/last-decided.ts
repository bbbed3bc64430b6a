import type { JournalEntry } from '@passerelle/messaging';
import type { Connection } from 'mongoose';

/** Id of the last event of an aggregate: what a due date, or an answer by a link, follows from. */
export async function lastDecided(
  connection: Connection,
  aggregate: string,
  aggregateId: string,
): Promise<string | undefined> {
  const last = await connection
    .db!.collection<JournalEntry>('journal')
    .findOne({ aggregate, aggregateId }, { sort: { sequence: -1 }, projection: { _id: 1 } });
  return last?._id;
}
