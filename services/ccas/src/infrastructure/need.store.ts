import { aggregateStore, type AggregateDocument } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Ports } from '../application/ports';
import { goAheadPublishes, needPublishes } from '../application/publishes';
import { goAheadDecider, type GoAhead } from '../domain/go-ahead';
import type { Need } from '../domain/need';
import { needDecider } from '../domain/need.decide';
import { workers } from './agent-names';
import { chainLinks } from './chain-links';
import { dueFinders } from './due-finders';
import { needNotes } from './need-notes';
import { personAliases } from './person-aliases';
import { servedFields } from './served-fields';

export type NeedDocument = AggregateDocument<Need>;
export type GoAheadDocument = AggregateDocument<GoAhead>;

/** All that the list of work is counted and put in order by: read from the index alone. */
export const workIndex = {
  ...{ territory: 1, 'state.status': 1, 'state.urgency': 1 },
  ...{ 'state.promise.startedAt': 1, 'state.notedAt': 1, _id: 1 },
} as const;

export function ccasPorts(connection: Connection): Ports {
  return {
    needs: aggregateStore(connection, {
      name: 'need',
      decider: needDecider,
      publishes: needPublishes,
      indexes: [
        { key: { territory: 1, 'state.status': 1, 'state.promise.startedAt': 1, 'state.contactedOn': 1 } },
        { key: { territory: 1, 'state.personId': 1 } },
        { key: workIndex },
        { key: { territory: 1, 'state.workerId': 1, 'state.status': 1, 'state.promise.startedAt': 1 } },
        { key: { 'state.status': 1, 'state.promise.nextAt': 1 } },
        { key: { 'state.status': 1, territory: 1, 'state.field': 1 } },
      ],
    }),
    goAheads: aggregateStore(connection, {
      name: 'go-ahead',
      decider: goAheadDecider,
      publishes: goAheadPublishes,
      indexes: [
        { key: { territory: 1, 'state.status': 1, 'state.heldAt': 1 } },
        { key: { 'state.status': 1, 'state.leavesAt': 1 } },
      ],
    }),
    notes: needNotes(connection),
    servedFields: servedFields(connection),
    aliases: personAliases(connection),
    chainLinks: chainLinks(connection),
    workers: workers(connection),
    due: dueFinders(connection),
  };
}
