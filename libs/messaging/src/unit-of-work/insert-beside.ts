import type { Connection } from 'mongoose';
import type { Transaction } from './types';

/** Documents beside an aggregate, in its transaction. Nothing is read, so that the work may share one. */
export async function insertBeside(
  connection: Connection,
  collection: string,
  documents: readonly { readonly _id: string }[],
  tx: Transaction,
): Promise<void> {
  if (documents.length === 0) return;
  if (tx.later) {
    const operations = documents.map((document) => ({ insertOne: { document: document as never } }));
    tx.later.push(...operations.map((operation) => ({ collection, operation })));
    return;
  }
  const { session } = tx;
  await connection
    .db!.collection(collection, { ignoreUndefined: true })
    .insertMany(documents as never, { session: session as never });
}
