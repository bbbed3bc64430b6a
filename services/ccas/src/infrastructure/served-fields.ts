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
  /** A field that has a service keeps one: what was read once need not be read again. */
  const known = new Set<string>();
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
    async isServed(tx, field) {
      const _id = idOf(tx.territory, field);
      if (known.has(_id)) return true;
      const served = (await documents().findOne({ _id }, { session: tx.session })) !== null;
      if (served) known.add(_id);
      return served;
    },
  };
}

export class ServedFieldReads {
  constructor(private readonly connection: Connection) {}

  async of(territory: string): Promise<ReadonlySet<string>> {
    const documents = this.connection.db!.collection<ServedFieldDocument>(servedFieldsName);
    const found = await documents.find({ territory }).toArray();
    return new Set(found.map(({ field }) => field));
  }
}
