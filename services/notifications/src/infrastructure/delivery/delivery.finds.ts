import type { Connection } from 'mongoose';
import type { DeliveryFinds, DueDelivery } from '../../application/ports';
import { deliveryDocuments, type DeliveryDocument } from './delivery.store';

const forDue = { territory: 1, correlationId: 1, 'state.becauseOf': 1 };

/** The questions that deciding and sending ask. */
export function deliveryFinds(connection: Connection): DeliveryFinds {
  const documents = () => deliveryDocuments(connection);

  return {
    async about(tx, { permanenceRequestId, needId }) {
      if (permanenceRequestId === undefined && needId === undefined) return [];
      const where =
        permanenceRequestId === undefined
          ? { 'state.fact.needId': needId }
          : { 'state.fact.permanenceRequestId': permanenceRequestId };
      const found = await documents()
        .find(where, { session: tx.session })
        .sort({ 'state.plannedAt': 1 })
        .toArray();
      return found.map(({ _id: id, state: delivery }) => ({ id, delivery }) as never);
    },

    async unaddressed(tx, needId) {
      const where = {
        'state.fact.needId': needId,
        'state.status': 'in-app',
        'state.recipient.kind': 'worker',
        'state.recipient.sub': { $exists: false },
      };
      const found = await documents()
        .find(where, { session: tx.session, projection: { _id: 1 } })
        .toArray();
      return found.map(({ _id }) => _id);
    },

    async toSend(now, kinds, limit) {
      const to = { 'state.recipient.kind': { $in: [...kinds] } };
      const [planned, abandoned] = await Promise.all([
        documents()
          .find(
            { 'state.status': 'pending', 'state.sendAfter': { $lte: now }, ...to },
            { projection: forDue },
          )
          .sort({ 'state.sendAfter': 1 })
          .limit(limit)
          .toArray(),
        documents()
          .find({ 'state.status': 'sending', 'state.until': { $lte: now }, ...to }, { projection: forDue })
          .sort({ 'state.until': 1 })
          .limit(limit)
          .toArray(),
      ]);
      return [...abandoned, ...planned].slice(0, limit).map((found) => due(found as DeliveryDocument));
    },

    async lateCalls(now, limit) {
      const found = await documents()
        .find(
          { 'state.status': 'awaiting-agent', 'state.uselessAfter': { $lte: now } },
          { projection: forDue },
        )
        .sort({ 'state.uselessAfter': 1 })
        .limit(limit)
        .toArray();
      return found.map((document) => due(document as DeliveryDocument));
    },
  };
}

/** Its cause is the event that made it, so that a mail hangs on the need's chain and not on nothing. */
function due({ _id: id, territory, correlationId, state }: DeliveryDocument): DueDelivery {
  return { id, territory, correlationId, causationId: state.becauseOf };
}
