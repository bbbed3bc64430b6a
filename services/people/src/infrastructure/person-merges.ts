import type { AggregateDocument, Transaction } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Kept, Merges } from '../application/ports';
import type { Person } from '../domain/person';
import { lookupName, type LookupDocument } from './person-lookup';

export function personMerges(connection: Connection): Merges {
  const lookups = () => connection.db!.collection<LookupDocument>(lookupName);
  const persons = () => connection.db!.collection<AggregateDocument<Person>>('person');
  return {
    async keptOf(ids, tx) {
      const options = { projection: { keptId: 1, territory: 1 }, ...within(tx) };
      const found = await lookups()
        .find({ _id: { $in: [...ids] } }, options)
        .toArray();
      return new Map(
        found.map(({ _id, keptId, territory }) => [_id, { id: keptId, territory } satisfies Kept]),
      );
    },
    async duplicatesOf(id, tx) {
      const all = new Set<string>();
      for (let level = [id]; level.length > 0;) {
        const merged = await persons()
          .find({ 'state.into': { $in: level } } as object, { projection: { _id: 1 }, ...within(tx) })
          .toArray();
        level = merged.map((one) => one._id).filter((one) => one !== id && !all.has(one));
        for (const one of level) all.add(one);
      }
      return [...all];
    },
  };
}

function within(tx: Transaction | undefined) {
  return tx === undefined ? {} : { session: tx.session };
}
