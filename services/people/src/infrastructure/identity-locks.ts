import { createHash } from 'node:crypto';
import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { IdentityLocks } from '../application/ports';

interface LockDocument {
  _id: string;
  usedAt: Date;
  uses: number;
}
const name = 'identity-locks';
const aDay = 24 * 60 * 60;

/**
 * Agents at two desks, or two processes of an import, enter the same new person at once: each would look, see nobody,
 * and create. Writing one document for each identity key makes the later one conflict, run again, and see the first.
 */
export function identityLocks(connection: Connection): IdentityLocks {
  declareIndexes(connection, name, [{ key: { usedAt: 1 }, expireAfterSeconds: aDay }]);
  const documents = () => connection.db!.collection<LockDocument>(name);
  return {
    async hold(tx, keys) {
      if (keys.length === 0) return;
      // Real time: a development clock moved forward must not make a lock eternal.
      const update = { $set: { usedAt: new Date() }, $inc: { uses: 1 } };
      // Sorted, so that two that share several keys meet at the first.
      const ids = keys.map((key) => lockId(tx.territory, key)).sort();
      const writes = ids.map((_id) => ({ updateOne: { filter: { _id }, update, upsert: true } }));
      await documents().bulkWrite(writes, { session: tx.session });
    },
  };
}

/** A hash: a lock outlives an erasure by a day at most and tells nobody's name meanwhile. */
function lockId(territory: string, key: string): string {
  return createHash('sha256').update(`${territory}|${key}`).digest('base64url');
}
