import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { PersonAliases } from '../application/ports';

interface AliasDocument {
  /** The person that was merged. */
  _id: string;
  into: string;
}
const name = 'person-alias';
/** Merges of merges end somewhere; a ring, which `people` refuses, must not hang a page. */
const LONGEST_CHAIN = 50;

/** Only direct merges are kept, so that undoing one in the middle of a chain undoes just that one. */
export function personAliases(connection: Connection): PersonAliases {
  declareIndexes(connection, name, [{ key: { into: 1 } }]);
  const documents = () => connection.db!.collection<AliasDocument>(name);
  return {
    async join({ session }, personId, into) {
      await documents().replaceOne({ _id: personId }, { into }, { session, upsert: true });
    },
    async part({ session }, personId) {
      await documents().deleteOne({ _id: personId }, { session });
    },
  };
}

/** Every id that this person has had: a need keeps the one it was noted with. */
export async function idsOfPerson(connection: Connection, personId: string): Promise<string[]> {
  const documents = connection.db!.collection<AliasDocument>(name);
  const group = new Set([personId]);
  for (let step = 0, edge = [personId]; edge.length > 0 && step < LONGEST_CHAIN; step += 1) {
    const links = await documents.find({ $or: [{ _id: { $in: edge } }, { into: { $in: edge } }] }).toArray();
    edge = links.flatMap(({ _id, into }) => [_id, into]).filter((id) => !group.has(id));
    edge.forEach((id) => group.add(id));
  }
  return [...group];
}

/** The person to show for each of these ids. */
export async function shownPersons(
  connection: Connection,
  personIds: readonly string[],
): Promise<(personId: string) => string> {
  const documents = connection.db!.collection<AliasDocument>(name);
  const into = new Map<string, string>();
  for (let step = 0, edge = [...new Set(personIds)]; edge.length > 0 && step < LONGEST_CHAIN; step += 1) {
    const links = await documents.find({ _id: { $in: edge } }).toArray();
    links.forEach((link) => into.set(link._id, link.into));
    edge = links.map((link) => link.into).filter((id) => !into.has(id));
  }
  return (personId) => follow(into, personId);
}

function follow(into: ReadonlyMap<string, string>, personId: string): string {
  let shown = personId;
  for (let step = 0; step < LONGEST_CHAIN && into.has(shown); step += 1) shown = into.get(shown)!;
  return shown;
}
