import type { AggregateDocument, Transaction } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Finders } from '../application/ports';
import type { Demand } from '../domain/demand';
import type { Permanence } from '../domain/permanence';
import type { Request } from '../domain/request';
import type { HeldSession } from '../domain/session';
import { freeSessionsFilter } from './free-sessions';
import { lastPublished } from './last-published';
import { loadedOf } from './loaded';

export function finders(connection: Connection): Finders {
  const collection = <State>(name: string) => connection.db!.collection<AggregateDocument<State>>(name);
  const sessions = async (tx: Transaction, where: object, limit = 0) => {
    const found = await collection<HeldSession>('session')
      .find({ territory: tx.territory, ...where }, { session: tx.session })
      .sort({ 'state.startsAt': 1, _id: 1 })
      .limit(limit)
      .toArray();
    return found.map((one) => loadedOf(one as AggregateDocument<HeldSession>));
  };
  return {
    freeSessions: (tx, topic, window, count) => sessions(tx, freeSessionsFilter(topic, window), count),
    sessionsAt: (tx, placeId, from) =>
      sessions(tx, {
        'state.placeId': placeId,
        'state.endsAt': { $gt: from },
        'state.status': { $ne: 'cancelled' },
      }),
    sessionsOfPermanence: (tx, permanenceId, from) =>
      sessions(tx, {
        'state.permanenceId': permanenceId,
        'state.startsAt': { $gte: from, $gt: tx.now },
        'state.status': { $ne: 'cancelled' },
      }),
    async permanencesAt(tx, placeId) {
      const found = await collection<Permanence>('permanence')
        .find({ territory: tx.territory, 'state.placeId': placeId }, { session: tx.session })
        .toArray();
      return found.map((one) => loadedOf(one as AggregateDocument<Permanence>));
    },
    async openRequestsOf(tx, personIds) {
      const where = {
        territory: tx.territory,
        'state.personId': { $in: [...personIds] },
        'state.status': { $in: ['waiting', 'placed'] },
      };
      const found = await collection<Request>('request').find(where, { session: tx.session }).toArray();
      return found.map((one) => loadedOf(one as AggregateDocument<Request>));
    },
    async waitedTopics(tx) {
      const found = await collection<Demand>('demand')
        .find({ territory: tx.territory, 'state.waiting.0': { $exists: true } }, { session: tx.session })
        .project<{ state: { topic: string } }>({ 'state.topic': 1 })
        .toArray();
      return found.map(({ state }) => state.topic);
    },
    lastPublished: (tx, aggregate, id) => lastPublished(connection, aggregate, id, tx.session),
  };
}
