import type { ClientSession, Connection } from 'mongoose';

/** Id of the last event of an aggregate that others heard: what an answer or a due command follows from. */
export async function lastPublished(
  connection: Connection,
  aggregate: string,
  aggregateId: string,
  session?: ClientSession,
): Promise<string | undefined> {
  const found = await connection
    .db!.collection<{ _id: string }>('journal')
    .find({ aggregate, aggregateId, publication: { $exists: true } }, { session })
    .sort({ sequence: -1 })
    .limit(1)
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  return found[0]?._id;
}
