import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Known, Lookup } from '../application/ports';
import type { Identity } from '../domain/identity';
import type { SearchTerm } from '../domain/search-query';

export interface LookupDocument {
  _id: string;
  territory: string;
  keptId: string;
  identity: Identity;
  keys: string[];
}
export const lookupName = 'person-lookup';

/** More than any name of a French town has; a phone shared by more than this is an office's. */
const mostAlike = 500;
/** Below this, an agent may have mistyped: slips and sounds are looked at too. */
const few = 10;
const projection = { keptId: 1, identity: 1 } as const;

/** Personal, like the details, and erased with them. */
export function personLookup(connection: Connection): Lookup {
  declareIndexes(connection, lookupName, [{ key: { territory: 1, keys: 1 } }, { key: { keptId: 1 } }]);
  const documents = () => connection.db!.collection<LookupDocument>(lookupName, { ignoreUndefined: true });

  async function find(filter: object, limit: number): Promise<Known[]> {
    const found = await documents().find(filter, { projection }).limit(limit).toArray();
    return found.map(known);
  }

  return {
    async sharing(territory, keys, tx) {
      const filter = { territory, keys: { $in: [...keys] } };
      const options = { projection, ...(tx === undefined ? {} : { session: tx.session }) };
      return (await documents().find(filter, options).limit(mostAlike).toArray()).map(known);
    },

    async meeting(territory, { terms, together }, limit) {
      const found = new Map<string, Known>();
      const look = async (filter: object | undefined) => {
        if (!filter) return;
        for (const one of await find(filter, limit)) found.set(one.id, one);
      };
      if (together !== undefined) await look({ territory, keys: startingWith(together) });
      if (found.size < few) await look(allOf(territory, terms, exactKeys));
      if (found.size < few) await look(allOf(territory, terms, startingKeys));
      if (found.size < few) await look(allOf(territory, terms, nearKeys));
      return [...found.values()].slice(0, limit);
    },

    async write(tx, id, identity, keys) {
      await documents().updateOne(
        { _id: id },
        {
          $set: { territory: tx.territory, identity: identity as Identity, keys: [...keys] },
          $setOnInsert: { keptId: id },
        },
        { session: tx.session, upsert: true },
      );
    },

    async keep(tx, ids, keptId) {
      await documents().updateMany({ _id: { $in: [...ids] } }, { $set: { keptId } }, { session: tx.session });
    },
  };
}

type KeysOf = (term: SearchTerm) => (string | RegExp)[];

const exactKeys: KeysOf = (term) => [...term.exact];
const startingKeys: KeysOf = (term) => [...term.exact, ...term.starts.map(startingWith)];
const nearKeys: KeysOf = (term) => [...term.exact, ...term.starts.map(startingWith), ...term.near];

/** Undefined when a term cannot be met this way. */
function allOf(territory: string, terms: readonly SearchTerm[], keysOf: KeysOf): object | undefined {
  const all = terms.map(keysOf);
  if (all.some((keys) => keys.length === 0)) return undefined;
  return { territory, $and: all.map((keys) => ({ keys: { $in: keys } })) };
}

/** Anchored, so that the index answers; what was typed is escaped. */
function startingWith(start: string): RegExp {
  return new RegExp(`^${start.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

function known({ _id: id, keptId, identity }: Pick<LookupDocument, '_id' | 'keptId' | 'identity'>): Known {
  return { id, keptId, identity };
}
