import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonPage } from '../../api/answers/people';
import { asProblem } from '../../api/problem';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Checkbox } from '../../ui/checkbox';
import { ProblemNote } from '../../ui/problem-note';
import { TextField } from '../../ui/text-field';
import { Disputed, MeanwhileNote, type Meanwhile } from './changed-meanwhile';
import { ContactFields } from './contact-fields';
import { fieldLabels, wishLabels } from './field-words';
import { draftOf, meet, type DraftField, type PersonDraft } from './person-draft';
import { undoing, useSavePerson, type Saved } from './save-person';

/** The version that the form began with, or that it met since. */
interface Begun {
  readonly version: number;
  readonly draft: PersonDraft;
}

export function EditForm({ person }: { readonly person: PersonPage }) {
  const navigate = useNavigate();
  const [begun, setBegun] = useState<Begun>({ version: person.version, draft: draftOf(person) });
  const [draft, setDraft] = useState(begun.draft);
  const [meanwhile, setMeanwhile] = useState<Meanwhile>();
  const back = () => navigate({ to: '/personnes/$personId', params: { personId: person.id } });
  const meetThem = ({ outdated: { file, by } }: Extract<Saved, { outdated: unknown }>, mine: PersonDraft) => {
    const theirs = draftOf(file);
    const met = meet(begun.draft, mine, theirs);
    setBegun({ version: file.version, draft: theirs });
    setDraft(met.draft);
    setMeanwhile({ by, theirs, taken: met.taken, disputed: met.disputed });
  };
  const saving = useSavePerson((saved, sent) => {
    if ('outdated' in saved) return meetThem(saved, sent);
    const isChanged = saved.file.version !== begun.version;
    tellDone(
      isChanged ? 'Fiche modifiée.' : 'Rien n’avait changé.',
      isChanged ? undoing(begun.draft, saved.file) : undefined,
    );
    void back();
  });
  const set = (part: Partial<PersonDraft>) => setDraft({ ...draft, ...part });
  const take = (field: DraftField) => {
    if (!meanwhile) return;
    set({ [field]: meanwhile.theirs[field] });
    setMeanwhile({ ...meanwhile, disputed: meanwhile.disputed.filter((one) => one !== field) });
  };
  const problem = saving.error ? asProblem(saving.error) : undefined;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({ id: person.id, version: begun.version, before: begun.draft, draft });
      }}
    >
      {meanwhile && <MeanwhileNote meanwhile={meanwhile} />}
      {problem && <ProblemNote error={problem} />}
      <Fields draft={draft} set={set} meanwhile={meanwhile} take={take} faults={problem?.fields} />
      <div className="flex flex-wrap gap-2">
        <Button look="filled" type="submit" isDisabled={saving.isPending}>
          Enregistrer
        </Button>
        <Button look="quiet" onPress={() => void back()}>
          Renoncer
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: PersonDraft;
  readonly set: (part: Partial<PersonDraft>) => void;
  readonly meanwhile: Meanwhile | undefined;
  readonly take: (field: DraftField) => void;
  readonly faults: ReadonlyMap<string, string> | undefined;
}

const plainFields = [
  { field: 'firstName', isRequired: true },
  { field: 'lastName', isRequired: true },
  { field: 'birthDate', hint: '18/02/1950 ou 18 février 1950' },
  { field: 'address' },
] as const satisfies readonly { field: DraftField; hint?: string; isRequired?: boolean }[];

function Fields({ draft, set, meanwhile, take, faults }: FieldsProps) {
  const disputed = (field: DraftField) => <Disputed field={field} meanwhile={meanwhile} onTake={take} />;
  return (
    <>
      <Card>
        <div className="grid gap-4 sm:grid-cols-2">
          {plainFields.map(({ field, ...rest }) => (
            <div key={field}>
              <TextField
                {...rest}
                id={field}
                label={fieldLabels[field]}
                isRequired={'isRequired' in rest}
                autoComplete="off"
                value={draft[field]}
                onChange={(value) => set({ [field]: value })}
                fault={faults?.get(field)}
              />
              {disputed(field)}
            </div>
          ))}
          <ContactFields
            legend="Téléphones"
            one="Téléphone"
            hint="Le premier est celui qu’on appelle"
            values={draft.phones}
            onChange={(phones) => set({ phones })}
          >
            {disputed('phones')}
          </ContactFields>
          <ContactFields
            legend="Mails"
            one="Mail"
            hint="Le premier est celui où l’on écrit"
            values={draft.mails}
            onChange={(mails) => set({ mails })}
          >
            {disputed('mails')}
          </ContactFields>
        </div>
      </Card>
      <Card title={fieldLabels.safeContact}>
        <div className="flex flex-col gap-2">
          {wishLabels.map(([wish, label]) => (
            <Checkbox
              key={wish}
              isSelected={draft.safeContact[wish]}
              onChange={(isWished) => set({ safeContact: { ...draft.safeContact, [wish]: isWished } })}
            >
              {label}
            </Checkbox>
          ))}
        </div>
        {disputed('safeContact')}
      </Card>
    </>
  );
}
