import { aggregateStore, type AggregateDocument } from '@passerelle/messaging';
import { partnerBook } from '@passerelle/platform';
import type { Connection } from 'mongoose';
import type { Ports } from '../application/ports';
import { goAheadPublishes, needPublishes, referralPublishes } from '../application/publishes';
import { goAheadDecider, type GoAhead } from '../domain/go-ahead';
import type { Need } from '../domain/need';
import { needDecider } from '../domain/need.decide';
import type { Referral } from '../domain/referral';
import { referralDecider } from '../domain/referral.decide';
import { workers } from './agent-names';
import { chainLinks } from './chain-links';
import { consents } from './consents';
import { dueFinders } from './due-finders';
import { needNotes } from './need-notes';
import { openReferrals } from './open-referrals';
import { personAliases } from './person-aliases';
import { referralTexts } from './referral-texts';
import { servedFields } from './served-fields';

export type NeedDocument = AggregateDocument<Need>;
export type ReferralDocument = AggregateDocument<Referral>;
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
    referrals: aggregateStore(connection, {
      name: 'referral',
      decider: referralDecider,
      publishes: referralPublishes,
      indexes: [
        { key: { territory: 1, 'state.status': 1, 'state.sentAt': 1 } },
        { key: { territory: 1, 'state.partnerId': 1, 'state.status': 1 } },
        { key: { 'state.needId': 1 } },
        { key: { 'state.personId': 1 } },
        { key: { 'state.status': 1, 'state.promise.nextAt': 1 } },
      ],
    }),
    referralTexts: referralTexts(connection),
    openReferrals: openReferrals(connection),
    partners: partnerBook(connection),
    consents: consents(connection),
    notes: needNotes(connection),
    servedFields: servedFields(connection),
    aliases: personAliases(connection),
    chainLinks: chainLinks(connection),
    workers: workers(connection),
    due: dueFinders(connection),
  };
}
