import type { JournalEntry } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { DueFinders } from '../application/ports';
import { servedFieldsName, type ServedFieldDocument } from './served-fields';

interface Found {
  _id: string;
  territory: string;
  state: { field?: string };
}

export function dueFinders(connection: Connection): DueFinders {
  const db = () => connection.db!;
  return {
    async promises(now, limit) {
      const found = await db()
        .collection<Found>('need')
        .find({ 'state.status': 'oriented', 'state.promise.nextAt': { $lte: now } })
        .sort({ 'state.promise.nextAt': 1 })
        .limit(limit)
        .project<Found>({ territory: 1 })
        .toArray();
      return Promise.all(
        found.map(async ({ _id: id, territory }) => ({
          id,
          territory,
          causationId: await lastDecided(connection, 'need', id),
        })),
      );
    },

    async goAheadsToSend(now, limit) {
      const found = await db()
        .collection<Found>('go-ahead')
        .find({ 'state.status': 'answered', 'state.leavesAt': { $lte: now } })
        .sort({ 'state.leavesAt': 1 })
        .limit(limit)
        .project<Found>({ territory: 1 })
        .toArray();
      return Promise.all(
        found.map(async ({ _id: id, territory }) => ({
          ...{ id, territory },
          causationId: await lastDecided(connection, 'go-ahead', id),
        })),
      );
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

/** What it follows from: of a promise its start, or the loss of an appointment; of an answer that leaves, the answer. */
async function lastDecided(
  connection: Connection,
  aggregate: string,
  aggregateId: string,
): Promise<string | undefined> {
  const last = await connection
    .db!.collection<JournalEntry>('journal')
    .findOne({ aggregate, aggregateId }, { sort: { sequence: -1 }, projection: { _id: 1 } });
  return last?._id;
}
