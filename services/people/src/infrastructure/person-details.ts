import { declareIndexes, type Transaction } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Details, PersonDetails } from '../application/ports';

type DetailsDocument = { _id: string; territory: string } & PersonDetails;
const name = 'person-details';

/** Beside the journal, so that a person can be erased without rewriting history. */
export function personDetails(connection: Connection): Details {
  declareIndexes(connection, name, [{ key: { territory: 1, trackingCode: 1 }, unique: true }]);
  const documents = () => connection.db!.collection<DetailsDocument>(name, { ignoreUndefined: true });
  return {
    async read(id, tx) {
      const found = await documents().findOne({ _id: id }, within(tx));
      return found ? detailsOf(found as DetailsDocument) : undefined;
    },
    async readMany(ids, tx) {
      if (ids.length === 0) return new Map();
      const found = await documents()
        .find({ _id: { $in: [...ids] } }, within(tx))
        .toArray();
      const byId = new Map(found.map((one) => [one._id, detailsOf(one as DetailsDocument)]));
      // In the order asked.
      return new Map(ids.flatMap((id) => (byId.has(id) ? [[id, byId.get(id)!] as const] : [])));
    },
    async write(tx, id, details) {
      await documents().replaceOne(
        { _id: id },
        { territory: tx.territory, ...details },
        { session: tx.session, upsert: true },
      );
    },
    async isTaken(tx, trackingCode) {
      const found = await documents().findOne(
        { territory: tx.territory, trackingCode },
        { session: tx.session, projection: { _id: 1 } },
      );
      return found !== null;
    },
  };
}

function within(tx: Transaction | undefined) {
  return tx === undefined ? {} : { session: tx.session };
}

function detailsOf({ _id, territory: _territory, ...details }: DetailsDocument): PersonDetails {
  return details;
}
