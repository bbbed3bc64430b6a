import { Button } from '../../ui/button';
import { guillemets } from '../../ui/guillemets';
import { fieldLabels, valueWords } from './field-words';
import type { DraftField, PersonDraft } from './person-draft';

export interface Meanwhile {
  /** Who saved the file, when the directory knows how they are called. */
  readonly by: string | undefined;
  readonly theirs: PersonDraft;
  readonly taken: readonly DraftField[];
  readonly disputed: readonly DraftField[];
}

/** Read out once when a save met a colleague's: what changed, and that nothing typed is lost. */
export function MeanwhileNote({ meanwhile }: { readonly meanwhile: Meanwhile }) {
  const { by, taken, disputed } = meanwhile;
  return (
    <div role="alert" className="rounded-s bg-warn-bg px-4 py-3 text-warn">
      <p className="font-medium">
        La fiche a été modifiée entre-temps par {by ?? 'un collègue'}. Ce que vous avez saisi est gardé.
      </p>
      {taken.length > 0 && <p>Déjà à jour ici : {named(taken)}.</p>}
      {disputed.length > 0 && (
        <p>Vous avez modifié tous les deux : {named(disputed)}. Choisissez, puis enregistrez.</p>
      )}
    </div>
  );
}

const named = (fields: readonly DraftField[]) =>
  fields.map((field) => fieldLabels[field].toLowerCase()).join(', ');

interface DisputedProps {
  readonly field: DraftField;
  readonly meanwhile: Meanwhile | undefined;
  readonly onTake: (field: DraftField) => void;
}

/** Under a field that both changed: what they wrote, one press away. */
export function Disputed({ field, meanwhile, onTake }: DisputedProps) {
  if (!meanwhile?.disputed.includes(field)) return null;
  const { by, theirs } = meanwhile;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-warn">
      <span>
        Modifié entre-temps par {by ?? 'un collègue'} : {guillemets(valueWords(theirs, field))}
      </span>
      <Button onPress={() => onTake(field)}>
        Prendre cette valeur<span className="sr-only"> : {fieldLabels[field]}</span>
      </Button>
    </p>
  );
}
