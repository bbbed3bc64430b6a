import type { Connection, mongo } from 'mongoose';
import type { PreferenceFinds } from '../../application/ports';
import type { Recipient } from '../../domain/recipient';
import { preferenceDocuments, type PreferenceDocument } from './preference.store';

const listening = { $in: ['waiting', 'sending'] };

/** Who is to be mailed, and when. */
export function preferenceFinds(connection: Connection): PreferenceFinds {
  const documents = () => preferenceDocuments(connection);
  return {
    async listeningTo(tx, recipient, isUrgent) {
      const whose = whoseInbox(recipient);
      if (!whose) return [];
      const where = {
        ...{ territory: tx.territory, 'state.status': listening, ...whose },
        // Who is content with the morning is not even looked at.
        ...(!isUrgent && { 'state.choice': 'immediate' }),
      } as unknown as mongo.Filter<PreferenceDocument>;
      const found = await documents()
        .find(where, { session: tx.session, projection: { _id: 1 } })
        .toArray();
      return found.map(({ _id }) => _id);
    },

    async dueRounds(now, limit) {
      const where = {
        $or: [
          { 'state.status': 'waiting', 'state.nextAt': { $lte: now } },
          { 'state.status': 'sending', 'state.until': { $lte: now } },
        ],
      } as unknown as mongo.Filter<PreferenceDocument>;
      const found = await documents().find(where).sort({ 'state.nextAt': 1 }).limit(limit).toArray();
      return found.map(({ _id: id, territory, correlationId }) => ({
        ...{ id, territory, correlationId, causationId: correlationId },
      }));
    },
  };
}

/** As an inbox is read: see readerOf. */
function whoseInbox(recipient: Recipient): object | undefined {
  if (recipient.kind === 'agents') return { 'state.roles': { $in: [...recipient.roles] } };
  if (recipient.kind !== 'worker') return undefined;
  return recipient.sub === undefined ? { 'state.roles': 'ccas-worker' } : { 'state.sub': recipient.sub };
}
