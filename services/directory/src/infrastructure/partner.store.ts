import { aggregateStore, type AggregateDocument } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Ports } from '../application/partner.commands';
import { publishes } from '../application/publishes';
import type { Partner, PartnerKind } from '../domain/partner';
import { partnerDecider } from '../domain/partner.decide';
import { partnerContacts } from './partner-contacts';

export interface PartnerFilter {
  readonly topic?: string;
  readonly kind?: PartnerKind;
  readonly active?: boolean;
  readonly limit: number;
}
export type PartnerDocument = AggregateDocument<Partner>;

export function partnerPorts(connection: Connection): Ports {
  const documents = () => connection.db!.collection<PartnerDocument>('partner');
  return {
    contacts: partnerContacts(connection),
    partners: aggregateStore(connection, {
      name: 'partner',
      decider: partnerDecider,
      publishes,
      indexes: [
        { key: { territory: 1, 'state.rank': 1, 'state.name': 1 } },
        {
          key: { territory: 1, 'state.siret': 1 },
          unique: true,
          partialFilterExpression: { 'state.siret': { $exists: true } },
        },
      ],
    }),
    async partnerWithSiret(tx, siret, except) {
      const found = await documents().findOne(
        { territory: tx.territory, 'state.siret': siret, _id: { $ne: except } },
        { session: tx.session, projection: { _id: 1 } },
      );
      return found?._id;
    },
  };
}

/** The order in which they are asked. */
export async function listPartners(connection: Connection, territory: string, filter: PartnerFilter) {
  const { topic, kind, active, limit } = filter;
  const where = {
    territory,
    ...(topic !== undefined && { 'state.topics': topic }),
    ...(kind !== undefined && { 'state.kind': kind }),
    ...(active !== undefined && { 'state.active': active }),
  };
  const documents = connection.db!.collection<PartnerDocument>('partner');
  const [items, total] = await Promise.all([
    documents.find(where).sort({ 'state.rank': 1, 'state.name': 1 }).limit(limit).toArray(),
    documents.countDocuments(where),
  ]);
  return { items: items as PartnerDocument[], total };
}
