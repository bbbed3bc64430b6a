import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { DeclineReasons } from '../application/ports';

interface ReasonDocument {
  /** `permanence request/attempt`. */
  _id: string;
  permanenceRequestId: string;
  attempt: number;
  reason: string;
}
const name = 'decline-reason';

/** Free words of a partner: apart from the journal, so that they can be erased. */
export function declineReasons(connection: Connection): DeclineReasons {
  declareIndexes(connection, name, [{ key: { permanenceRequestId: 1 } }]);
  return {
    async keep({ session }, permanenceRequestId, attempt, reason) {
      const _id = `${permanenceRequestId}/${attempt}`;
      await connection
        .db!.collection<ReasonDocument>(name)
        .replaceOne({ _id }, { permanenceRequestId, attempt, reason }, { session, upsert: true });
    },
  };
}

/** By permanence request, then by attempt. */
export async function reasonsOf(
  connection: Connection,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = await connection
    .db!.collection<ReasonDocument>(name)
    .find({ permanenceRequestId: { $in: [...ids] } })
    .toArray();
  return new Map(found.map(({ _id, reason }) => [_id, reason]));
}
