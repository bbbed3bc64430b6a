import { aggregateStore, type AggregateDocument } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { DeliveryStore } from '../../application/ports';
import { publishes } from '../../application/publishes';
import type { Delivery } from '../../domain/delivery';
import { deliveryDecider } from '../../domain/delivery.decide';

export type KnownDelivery = Exclude<Delivery, { status: 'none' }>;
export type DeliveryDocument = AggregateDocument<KnownDelivery>;

const only = (status: string) => ({ partialFilterExpression: { 'state.status': status } });

export function deliveryStore(connection: Connection): DeliveryStore {
  return aggregateStore(connection, {
    name: 'delivery',
    decider: deliveryDecider,
    publishes,
    indexes: [
      { key: { 'state.fact.needId': 1 } },
      { key: { 'state.fact.permanenceRequestId': 1 }, sparse: true },
      { key: { territory: 1, 'state.status': 1, 'state.plannedAt': -1 } },
      {
        key: { 'state.recipient.personId': 1, 'state.plannedAt': -1 },
        partialFilterExpression: { 'state.recipient.personId': { $exists: true } },
      },
      { key: { 'state.sendAfter': 1 }, ...only('pending') },
      { key: { 'state.until': 1 }, ...only('sending') },
      { key: { 'state.uselessAfter': 1 }, ...only('awaiting-agent') },
      { key: { 'state.recipient.sub': 1, 'state.plannedAt': -1 }, ...only('in-app') },
      { key: { territory: 1, 'state.recipient.roles': 1, 'state.plannedAt': -1 }, ...only('in-app') },
    ],
  });
}

export function deliveryDocuments(connection: Connection) {
  return connection.db!.collection<DeliveryDocument>('delivery');
}
