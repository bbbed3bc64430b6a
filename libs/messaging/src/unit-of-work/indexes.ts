import type { Connection, mongo } from 'mongoose';

type Declared = Map<string, mongo.IndexDescription[]>;
const declared = new WeakMap<Connection, Declared>();

/** Remembers what a collection needs; `createDeclaredIndexes` makes it at start. */
export function declareIndexes(
  connection: Connection,
  collection: string,
  indexes: readonly mongo.IndexDescription[],
): void {
  const all: Declared = declared.get(connection) ?? new Map();
  all.set(collection, [...(all.get(collection) ?? []), ...indexes]);
  declared.set(connection, all);
}

/** Collections are made too: a transaction must never be the first to need one. */
export async function createDeclaredIndexes(connection: Connection): Promise<void> {
  const db = connection.db!;
  for (const [name, indexes] of declared.get(connection) ?? []) {
    await db.createCollection(name).catch((error: { code?: number }) => {
      const exists = error.code === 48;
      if (!exists) throw error;
    });
    if (indexes.length > 0) await db.collection(name).createIndexes(indexes as mongo.IndexDescription[]);
  }
}
