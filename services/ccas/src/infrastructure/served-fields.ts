import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { ServedFields } from '../application/ports';

export interface ServedFieldDocument {
  /** `territory/field`. */
  _id: string;
  territory: string;
  field: string;
  /** The event that told it. */
  eventId: string;
}
export const servedFieldsName = 'served-fields';

/** Which fields have a service, territory by territory. */
export function servedFields(connection: Connection): ServedFields {
  declareIndexes(connection, servedFieldsName, []);
  const documents = () => connection.db!.collection<ServedFieldDocument>(servedFieldsName);
  const idOf = (territory: string, field: string) => `${territory}/${field}`;
  return {
    async know({ session, territory }, field, eventId) {
      // A second service of one field changes nothing: the first to say it started the promises.
      await documents().updateOne(
        { _id: idOf(territory, field) },
        { $setOnInsert: { territory, field, eventId } },
        { session, upsert: true },
      );
    },
    async isServed({ session, territory }, field) {
      return (await documents().findOne({ _id: idOf(territory, field) }, { session })) !== null;
    },
  };
}
