import { useQuery } from '@tanstack/react-query';
import type { Match } from '../../api/answers/people';
import { answer, api } from '../../api/client';
import { keys } from '../../api/keys';
import { useSettled } from '../../ui/settled';
import { TextField } from '../../ui/text-field';
import type { Draft, PersonForm } from './draft';
import { LookAlikes } from './look-alikes';
import type { PersonStepProps } from './step-props';
import { filled } from './save';

type New = Extract<Draft['person'], { kind: 'new' }>;

interface NewPersonProps extends PersonStepProps {
  readonly person: New;
  readonly onKnown: (personId: string) => void;
}

interface FormField {
  readonly field: keyof PersonForm;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
}

const formFields: readonly FormField[] = [
  { field: 'firstName', label: 'Prénom', isRequired: true },
  { field: 'lastName', label: 'Nom', isRequired: true },
  { field: 'birthDate', label: 'Date de naissance', hint: '18/02/1950 ou 18 février 1950' },
  { field: 'phone', label: 'Téléphone', hint: '06 12 34 56 78' },
  { field: 'email', label: 'Mail' },
  { field: 'address', label: 'Adresse' },
];

/** While it is filled, the directory is asked whether the person is already there: nobody is entered twice. */
export function NewPerson({ change, faults, refused, person, onKnown }: NewPersonProps) {
  const match = useMatch(person.form);
  const set = (field: keyof PersonForm) => (value: string) =>
    change({ person: { ...person, form: { ...person.form, [field]: value } } });
  const faultOf = (field: string) =>
    faults.find((fault) => fault.field === field)?.sentence ?? refused?.fields.get(field);
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        {formFields.map(({ field, label, hint, isRequired }) => (
          <TextField
            key={field}
            id={field}
            label={label}
            hint={hint}
            isRequired={isRequired ?? false}
            autoFocus={field === 'firstName'}
            autoComplete="off"
            value={person.form[field]}
            onChange={set(field)}
            fault={faultOf(field)}
          />
        ))}
      </div>
      {match && match.candidates.length > 0 && (
        <LookAlikes
          match={match}
          seen={person.seen}
          onSame={onKnown}
          onOthers={(seen) => change({ person: { ...person, seen } })}
        />
      )}
    </div>
  );
}

function useMatch(form: PersonForm): Match | undefined {
  const settled = useSettled(form, 300);
  const asked = filled(settled);
  const { data } = useQuery({
    queryKey: [...keys.persons, 'match', asked],
    enabled: asked.firstName.trim() !== '' && asked.lastName.trim() !== '',
    // A date half typed is refused: the answer before stays.
    placeholderData: (before) => before,
    retry: false,
    queryFn: () => answer<Match>(api.POST('/api/people/persons/match', { body: asked })),
  });
  return data;
}
