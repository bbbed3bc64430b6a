import type { Connection } from 'mongoose';
import type { DueFinders } from '../application/ports';
import { lastDecided } from './last-decided';
import { servedFieldsName, type ServedFieldDocument } from './served-fields';

interface Found {
  _id: string;
  territory: string;
  state: { field?: string };
}

export function dueFinders(connection: Connection): DueFinders {
  const db = () => connection.db!;
  /** What falls due follows from the start of the promise, or from what was last said of it; an answer that leaves, from itself. */
  const due = async (
    aggregate: 'need' | 'referral' | 'go-ahead',
    statuses: readonly string[],
    at: 'state.promise.nextAt' | 'state.leavesAt',
    { now, limit }: { readonly now: Date; readonly limit: number },
  ) => {
    const found = await db()
      .collection<Found>(aggregate)
      .find({ 'state.status': { $in: [...statuses] }, [at]: { $lte: now } })
      .sort({ [at]: 1 })
      .limit(limit)
      .project<Found>({ territory: 1 })
      .toArray();
    return Promise.all(
      found.map(async ({ _id: id, territory }) => ({
        id,
        territory,
        causationId: await lastDecided(connection, aggregate, id),
      })),
    );
  };
  return {
    promises: (now, limit) => due('need', ['oriented'], 'state.promise.nextAt', { now, limit }),

    referrals: (now, limit) =>
      due('referral', ['sent', 'questioned'], 'state.promise.nextAt', { now, limit }),

    goAheadsToSend: (now, limit) => due('go-ahead', ['answered'], 'state.leavesAt', { now, limit }),

    async needsThatAServiceTakes(limit) {
      const served = await db().collection<ServedFieldDocument>(servedFieldsName).find().toArray();
      if (served.length === 0) return [];
      const found = await db()
        .collection<Found>('need')
        .find({
          'state.status': 'awaiting-service',
          $or: served.map(({ territory, field }) => ({ territory, 'state.field': field })),
        })
        .limit(limit)
        .project<Found>({ territory: 1, 'state.field': 1 })
        .toArray();
      const eventOf = new Map(served.map(({ _id, eventId }) => [_id, eventId]));
      return found.map(({ _id: id, territory, state }) => ({
        id,
        territory,
        causationId: eventOf.get(`${territory}/${state.field}`),
      }));
    },
  };
}
