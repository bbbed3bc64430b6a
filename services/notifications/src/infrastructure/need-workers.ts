import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { NeedWorkers } from '../application/ports';

interface NeedWorker {
  _id: string;
  territory: string;
  /** Absent while the need was not heard. */
  sub?: string;
  asked?: number;
}
const name = 'need-workers';

export function needWorkers(connection: Connection): NeedWorkers {
  declareIndexes(connection, name, []);
  const documents = () => connection.db!.collection<NeedWorker>(name);
  return {
    async remember(tx, needId, sub) {
      await documents().updateOne(
        { _id: needId },
        { $set: { sub, territory: tx.territory }, $unset: { asked: 1 } },
        { session: tx.session, upsert: true },
      );
    },
    async of(tx, needId) {
      const found = await documents().findOne({ _id: needId }, { session: tx.session });
      if (found?.sub !== undefined) return found.sub;
      // Written, not only read: whoever remembers the worker meanwhile meets this transaction, and the message is addressed.
      await documents().updateOne(
        { _id: needId },
        { $inc: { asked: 1 }, $set: { territory: tx.territory } },
        { session: tx.session, upsert: true },
      );
      return undefined;
    },
  };
}
