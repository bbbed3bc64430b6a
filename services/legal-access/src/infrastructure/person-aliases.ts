import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { PersonAliases } from '../application/ports';

interface AliasDocument {
  /** The person that was merged. */
  _id: string;
  into: string;
}
interface MeetingDocument {
  /** The person. */
  _id: string;
  decisions: number;
}
const name = 'person-alias';
const meetings = 'person-meeting';
/** Merges of merges end somewhere; a ring, which `people` refuses, must not hang this service. */
const LONGEST_CHAIN = 50;

/** Only direct merges are kept, so that undoing one in the middle of a chain undoes just that one. */
export function personAliases(connection: Connection): PersonAliases {
  declareIndexes(connection, name, [{ key: { into: 1 } }]);
  declareIndexes(connection, meetings, []);
  const documents = () => connection.db!.collection<AliasDocument>(name);
  return {
    async add({ session }, personId, into) {
      await documents().replaceOne({ _id: personId }, { into }, { session, upsert: true });
    },
    async remove({ session }, personId) {
      await documents().deleteOne({ _id: personId }, { session });
    },
    async meet({ session }, personIds) {
      const count = (_id: string) => ({
        updateOne: { filter: { _id }, update: { $inc: { decisions: 1 } }, upsert: true },
      });
      // In one order everywhere, so that two never wait for each other.
      await connection
        .db!.collection<MeetingDocument>(meetings)
        .bulkWrite([...personIds].sort().map(count), { session });
    },
    async group({ session }, personId) {
      const group = new Set([personId]);
      for (let step = 0, edge = [personId]; edge.length > 0 && step < LONGEST_CHAIN; step += 1) {
        const links = await documents()
          .find({ $or: [{ _id: { $in: edge } }, { into: { $in: edge } }] }, { session })
          .toArray();
        edge = links.flatMap(({ _id, into }) => [_id, into]).filter((id) => !group.has(id));
        for (const id of edge) group.add(id);
      }
      return [...group];
    },
  };
}
