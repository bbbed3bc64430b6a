import {
  aggregateStore,
  declareIndexes,
  type AggregateDocument,
  type Transaction,
} from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Mailboxes, PreferenceStore } from '../../application/ports';
import { preferencePublishes } from '../../application/publishes';
import type { MailPreference } from '../../domain/mail-preference';
import { mailPreferenceDecider } from '../../domain/mail-preference.decide';

export type PreferenceDocument = AggregateDocument<MailPreference>;
const name = 'mail-preference';

export function preferenceStore(connection: Connection): PreferenceStore {
  return aggregateStore(connection, {
    name,
    decider: mailPreferenceDecider,
    publishes: preferencePublishes,
    indexes: [
      { key: { 'state.status': 1, 'state.nextAt': 1 } },
      { key: { territory: 1, 'state.sub': 1 } },
      { key: { territory: 1, 'state.roles': 1 } },
    ],
  });
}

export function preferenceDocuments(connection: Connection) {
  return connection.db!.collection<PreferenceDocument>(name);
}

interface MailboxDocument {
  _id: string;
  mail: string;
}

/** Addresses of agents, beside the journal: they can be erased. */
export function mailboxes(connection: Connection): Mailboxes {
  const collection = 'agent-mailboxes';
  declareIndexes(connection, collection, []);
  const documents = () => connection.db!.collection<MailboxDocument>(collection);
  return {
    async of(preferenceId, tx?: Transaction) {
      const within = tx === undefined ? {} : { session: tx.session };
      return (await documents().findOne({ _id: preferenceId }, within))?.mail;
    },
    async keep({ session }, preferenceId, mail) {
      if (mail === undefined) return void (await documents().deleteOne({ _id: preferenceId }, { session }));
      await documents().replaceOne({ _id: preferenceId }, { mail }, { session, upsert: true });
    },
  };
}
