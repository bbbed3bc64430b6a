import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { PartnerBook } from '../application/ports';
import type { Partner } from '../domain/desk';

type PartnerDocument = Omit<Partner, 'partnerId'> & { _id: string; territory: string; sequence: number };
const name = 'partner';

export function partnerBook(connection: Connection): PartnerBook {
  declareIndexes(connection, name, [{ key: { territory: 1 } }]);
  const documents = () => connection.db!.collection<PartnerDocument>(name);
  return {
    of: (tx) => partnersOf(connection, tx.territory, tx.session),
    async note(tx, { partnerId, kind, topics, rank, active }, sequence) {
      const { session, territory } = tx;
      const known = await documents().findOne({ _id: partnerId }, { session });
      if (known && known.sequence >= sequence) return;
      const partner = { territory, kind, topics, rank, active, sequence };
      await documents().replaceOne({ _id: partnerId }, partner, { session, upsert: true });
    },
  };
}

export async function partnersOf(
  connection: Connection,
  territory: string,
  session?: Parameters<PartnerBook['of']>[0]['session'],
): Promise<Partner[]> {
  const found = await connection
    .db!.collection<PartnerDocument>(name)
    .find({ territory }, session ? { session } : {})
    .toArray();
  return found.map(({ _id: partnerId, kind, topics, rank, active }) => ({
    partnerId,
    kind,
    topics,
    rank,
    active,
  }));
}
