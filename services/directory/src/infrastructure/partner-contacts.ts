import type { Transaction } from '@passerelle/messaging';
import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { PartnerContacts } from '../application/partner.commands';
import { contactFields, type PartnerContact } from '../domain/partner';

type ContactDocument = { _id: string; territory: string } & PartnerContact;
const name = 'partner-contacts';

/** Beside the journal, so that a contact person can be erased without rewriting history. */
export function partnerContacts(connection: Connection): PartnerContacts {
  declareIndexes(connection, name, []);
  const documents = () => connection.db!.collection<ContactDocument>(name, { ignoreUndefined: true });
  return {
    async read(id, tx?: Transaction) {
      const found = await documents().findOne({ _id: id }, tx && { session: tx.session });
      return found ? onlyContact(found as ContactDocument) : {};
    },
    async write(tx, id, contact) {
      await documents().replaceOne(
        { _id: id },
        { territory: tx.territory, ...onlyContact(contact) },
        { session: tx.session, upsert: true },
      );
    },
  };
}

function onlyContact(from: PartnerContact): PartnerContact {
  return Object.fromEntries(
    contactFields.filter((field) => from[field]).map((field) => [field, from[field]]),
  );
}
