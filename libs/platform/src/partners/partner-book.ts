import { declareIndexes, type Transaction } from '@passerelle/messaging';
import type { ClientSession, Connection } from 'mongoose';

/** A partner as the directory tells of it: never its name, nor how to reach it. */
export interface KnownPartner {
  readonly partnerId: string;
  readonly kind: string;
  readonly topics: readonly string[];
  /** Lower is asked first. */
  readonly rank: number;
  readonly active: boolean;
}
type PartnerDocument = Omit<KnownPartner, 'partnerId'> & { _id: string; territory: string; sequence: number };
const name = 'partner';

/** What a service that deals with partners has heard of them, in a collection of its own. */
export function partnerBook(connection: Connection) {
  declareIndexes(connection, name, [{ key: { territory: 1 } }]);
  const documents = () => connection.db!.collection<PartnerDocument>(name);
  return {
    of: (tx: Transaction): Promise<KnownPartner[]> => partnersOf(connection, tx.territory, tx.session),

    async one({ session, territory }: Transaction, partnerId: string): Promise<KnownPartner | undefined> {
      const found = await documents().findOne({ _id: partnerId, territory }, { session });
      return found ? known(found as PartnerDocument) : undefined;
    },

    /** An older word never overwrites a later one. */
    async note(tx: Transaction, partner: KnownPartner, sequence: number): Promise<void> {
      const { session, territory } = tx;
      const { partnerId, kind, topics, rank, active } = partner;
      const before = await documents().findOne({ _id: partnerId }, { session });
      if (before && before.sequence >= sequence) return;
      const after = { territory, kind, topics, rank, active, sequence };
      await documents().replaceOne({ _id: partnerId }, after, { session, upsert: true });
    },
  };
}

export async function partnersOf(
  connection: Connection,
  territory: string,
  session?: ClientSession,
): Promise<KnownPartner[]> {
  const found = await connection
    .db!.collection<PartnerDocument>(name)
    .find({ territory }, session ? { session } : {})
    .toArray();
  return found.map((document) => known(document as PartnerDocument));
}

function known({ _id: partnerId, kind, topics, rank, active }: PartnerDocument): KnownPartner {
  return { partnerId, kind, topics, rank, active };
}
