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
  /** What falls due follows from the start of the promise, or from what was last said of it. */
  const promisesDue = async (
    aggregate: 'need' | 'referral',
    statuses: readonly string[],
    now: Date,
    limit: number,
  ) => {
    const found = await db()
      .collection<Found>(aggregate)
      .find({ 'state.status': { $in: [...statuses] }, 'state.promise.nextAt': { $lte: now } })
      .sort({ 'state.promise.nextAt': 1 })
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
    async promises(now, limit) {
      return promisesDue('need', ['oriented'], now, limit);
    },

    async referrals(now, limit) {
      return promisesDue('referral', ['sent', 'questioned'], now, limit);
    },

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
