import type { NeedFile } from '../../api/answers/needs';
import { useKept } from '../../app/kept-forms';
import { useMay } from '../../app/session';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { shortMoment } from '../../ui/dates';
import { ProblemNote } from '../../ui/problem-note';
import { TextField } from '../../ui/text-field';
import { addNote, useNeedAct } from '../need-acts';

const kinds: Readonly<Record<string, string>> = {
  note: 'Note',
  reorientation: 'Raison de la réorientation',
  withdrawal: 'Raison du retrait',
};

/** They stay at the CCAS. The id of a note is made when one begins to write: sent twice, it is one note. */
export function NeedNotes({ need }: { readonly need: NeedFile }) {
  const mayChange = useMay()('change', 'need');
  return (
    <Card title="Notes internes">
      {need.notes.length === 0 && (
        <p className="mb-3 text-ink-3">Aucune note. Elles ne quittent jamais le CCAS.</p>
      )}
      <ul className="flex flex-col gap-3">
        {need.notes.map(({ id, kind, text, at, by }) => (
          <li key={id} className="border-l-2 border-ccas pl-3">
            <p className="text-xs text-ink-3">
              {kinds[kind] ?? 'Note'} · {by.name ?? 'un agent'} · <time dateTime={at}>{shortMoment(at)}</time>
            </p>
            <p className="break-words whitespace-pre-wrap">{text}</p>
          </li>
        ))}
      </ul>
      {mayChange && <NewNote key={need.id} needId={need.id} />}
    </Card>
  );
}

const emptyNote = () => ({ id: crypto.randomUUID() as string, text: '' });
const isWritten = ({ text }: { readonly text: string }) => text !== '';

function NewNote({ needId }: { readonly needId: string }) {
  const { value: note, set: write, forget } = useKept(`note:${needId}`, emptyNote, isWritten);
  const { text } = note;
  const add = useNeedAct(
    () => addNote(needId, note.id, text),
    () => {
      tellDone('Note ajoutée.');
      forget();
    },
  );
  return (
    <form
      className="no-print mt-4 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') add.mutate(undefined);
      }}
    >
      <TextField
        label="Ajouter une note"
        isRequired
        rows={2}
        value={text}
        onChange={(typed) => write({ ...note, text: typed })}
      />
      {add.error && <ProblemNote error={add.error} />}
      <div>
        <Button type="submit" isDisabled={add.isPending || text.trim() === ''}>
          Ajouter
        </Button>
      </div>
    </form>
  );
}
