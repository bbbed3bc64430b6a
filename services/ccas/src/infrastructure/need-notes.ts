import { declareIndexes, insertBeside } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { NeedNote, NeedNotes, NoteKind } from '../application/ports';

type NoteDocument = { _id: string; territory: string } & Omit<NeedNote, 'id'>;
const name = 'need-notes';

export interface ReadNote {
  readonly id: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

/** Beside the journal, so that erasing a person rewrites no history. */
export function needNotes(connection: Connection): NeedNotes {
  declareIndexes(connection, name, [{ key: { needId: 1, at: 1 } }, { key: { personId: 1 } }]);
  const documents = () => connection.db!.collection<NoteDocument>(name);
  return {
    write(tx, notes) {
      const { territory } = tx;
      return insertBeside(
        connection,
        name,
        notes.map(({ id: _id, ...note }) => ({ _id, territory, ...note })),
        tx,
      );
    },
    async has(tx, noteId) {
      return (
        (await documents().findOne({ _id: noteId }, { session: tx.session, projection: { _id: 1 } })) !== null
      );
    },
  };
}

/** Oldest first; the resident's words are one of them. */
export async function notesOfNeed(connection: Connection, needId: string): Promise<ReadNote[]> {
  const found = await connection
    .db!.collection<NoteDocument>(name)
    .find({ needId })
    .sort({ at: 1, _id: 1 })
    .toArray();
  return found.map(({ _id: id, kind, text, by, at }) => ({ id, kind, text, by, at }));
}

/** The resident's words, which are a need's title, by need. */
export async function wordsOfNeeds(
  connection: Connection,
  needIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await connection
    .db!.collection<NoteDocument>(name)
    .find({ needId: { $in: [...needIds] }, kind: 'words' }, { projection: { needId: 1, text: 1 } })
    .toArray();
  return new Map(found.map(({ needId, text }) => [needId, text]));
}
