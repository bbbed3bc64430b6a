import { aggregateStore, type AggregateDocument, type Journal } from '@passerelle/messaging';
import { partnerBook } from '@passerelle/platform';
import type { Connection } from 'mongoose';
import type { Ports } from '../application/ports';
import * as publishes from '../application/publishes';
import type { Kind } from '../domain/desk';
import { demand } from '../domain/demand.decide';
import { permanence } from '../domain/permanence.decide';
import { permanenceRequest } from '../domain/permanence-request.decide';
import { place } from '../domain/place.decide';
import { request } from '../domain/request.decide';
import { session } from '../domain/session.decide';
import { declineReasons } from './decline-reasons';
import { dueFinders } from './due-finders';
import { finders } from './finders';
import { loadedOf } from './loaded';
import { personAliases } from './person-aliases';

/** Collections are named after what they hold, as in the journal. */
export const collections = {
  demand: 'demand',
  session: 'session',
  request: 'request',
  permanenceRequest: 'permanence-request',
  place: 'place',
  permanence: 'permanence',
} as const;

export function legalAccessPorts(connection: Connection, journal: Journal): Ports {
  return {
    ...deskPorts(connection),
    places: aggregateStore(connection, {
      name: collections.place,
      decider: place,
      publishes: publishes.placePublishes,
      indexes: [{ key: { territory: 1, 'state.name': 1 } }],
    }),
    permanences: aggregateStore(connection, {
      name: collections.permanence,
      decider: permanence,
      publishes: publishes.permanencePublishes,
      indexes: [
        { key: { territory: 1, 'state.placeId': 1 } },
        { key: { 'state.status': 1, 'state.openUntil': 1 } },
      ],
    }),
    find: finders(connection),
    due: dueFinders(connection),
    partners: partnerBook(connection),
    aliases: personAliases(connection),
    reasons: declineReasons(connection),
    journal,
  };
}

function deskPorts(connection: Connection): Pick<Ports, 'desk' | 'loadMany'> {
  const desk: Ports['desk'] = {
    demand: aggregateStore(connection, {
      name: collections.demand,
      decider: demand,
      publishes: publishes.demandPublishes,
      indexes: [{ key: { territory: 1, 'state.topic': 1 } }],
    }),
    session: aggregateStore(connection, {
      name: collections.session,
      decider: session,
      publishes: publishes.sessionPublishes,
      indexes: [
        // The search for a first free slot; full sessions are not in it.
        {
          key: { territory: 1, 'state.topics': 1, 'state.startsAt': 1, 'state.lastFreeAt': 1 },
          partialFilterExpression: { 'state.lastFreeAt': { $exists: true } },
          name: 'free',
        },
        { key: { territory: 1, 'state.startsAt': 1 } },
        { key: { territory: 1, 'state.placeId': 1, 'state.endsAt': 1 } },
        { key: { 'state.permanenceId': 1, 'state.startsAt': 1 } },
      ],
    }),
    request: aggregateStore(connection, {
      name: collections.request,
      decider: request,
      publishes: publishes.requestPublishes,
      indexes: [
        { key: { territory: 1, 'state.status': 1, 'state.topic': 1, 'state.since': 1 } },
        { key: { territory: 1, 'state.personId': 1 } },
        {
          key: { 'state.remindAt': 1 },
          partialFilterExpression: { 'state.remindAt': { $exists: true } },
          name: 'to-remind',
        },
      ],
    }),
    permanenceRequest: aggregateStore(connection, {
      name: collections.permanenceRequest,
      decider: permanenceRequest,
      publishes: publishes.permanenceRequestPublishes,
      indexes: [
        { key: { territory: 1, 'state.status': 1 } },
        { key: { 'state.status': 1, 'state.answerBy': 1 } },
      ],
    }),
  };
  return {
    desk,
    async loadMany<K extends Kind>(tx: Parameters<Ports['loadMany']>[0], kind: K, ids: readonly string[]) {
      const documents = connection.db!.collection<AggregateDocument<never>>(collections[kind]);
      const found = await documents.find({ _id: { $in: [...ids] } }, { session: tx.session }).toArray();
      return found.map((one) => loadedOf(one as AggregateDocument<never>));
    },
  };
}
