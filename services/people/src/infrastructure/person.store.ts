import { randomInt } from 'node:crypto';
import { aggregateStore } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Ports } from '../application/ports';
import { publishes } from '../application/publishes';
import { personDecider } from '../domain/person.decide';
import { identityLocks } from './identity-locks';
import { personDetails } from './person-details';
import { personLookup } from './person-lookup';
import { personMerges } from './person-merges';

export function personPorts(connection: Connection): Ports {
  return {
    persons: aggregateStore(connection, {
      name: 'person',
      decider: personDecider,
      publishes,
      indexes: [{ key: { 'state.into': 1 }, partialFilterExpression: { 'state.into': { $exists: true } } }],
    }),
    details: personDetails(connection),
    lookup: personLookup(connection),
    locks: identityLocks(connection),
    merges: personMerges(connection),
    random: (below) => randomInt(below),
  };
}
