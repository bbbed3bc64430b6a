import { useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import type { FoundPerson } from '../../api/answers/people';
import { usePeople } from '../../app/palette/found';
import { fullName } from '../../people/person-name';
import { longDay } from '../../ui/dates';
import { useSettled } from '../../ui/settled';
import { fieldClass, labelClass } from '../../ui/text-field';
import type { Draft } from './draft';
import { formFrom } from './form-from';
import { guillemets } from '../../ui/guillemets';

interface PersonSearchProps {
  readonly change: (part: Partial<Draft>) => void;
  readonly onKnown: (personId: string) => void;
  readonly fault: string | undefined;
}

const creation = 'new';

/** Type, ↓, Entrée. The last line creates a person, with what was typed as the name. */
export function PersonSearch({ change, onKnown, fault }: PersonSearchProps) {
  const [typed, setTyped] = useState('');
  const query = useSettled(typed.trim(), 150);
  const { data } = usePeople(query, true);
  const found = query.length < 2 ? [] : (data?.items ?? []);
  const choose = (key: unknown) => {
    if (key === creation) change({ person: { kind: 'new', form: formFrom(typed), seen: [] } });
    else if (typeof key === 'string') onKnown(key);
  };
  return (
    <ComboBox
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={choose}
      items={query.length < 2 ? [] : [...found, { id: creation } as const]}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsEmptyCollection
      isInvalid={fault !== undefined}
      className="flex max-w-xl flex-col gap-1"
    >
      <Label className={labelClass}>Chercher la personne</Label>
      <Text slot="description" className="text-xs text-ink-3">
        Nom, téléphone, date de naissance ou code de suivi. Les accents et les fautes de frappe sont
        pardonnés.
      </Text>
      <Input id="person" autoFocus className={fieldClass} />
      <FieldError className="text-sm font-medium text-bad">{fault}</FieldError>
      <Popover className="w-(--trigger-width) overflow-hidden rounded-m border border-line bg-surface shadow-card">
        <ListBox
          className="max-h-80 overflow-y-auto p-1.5 outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-ink-3">Tapez au moins deux lettres.</p>}
        >
          {(item: FoundPerson | { readonly id: 'new' }) =>
            'lastName' in item ? <FoundLine person={item} /> : <CreateLine typed={typed} />
          }
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const lineClass = 'cursor-pointer rounded-s px-3 py-2 outline-none data-[focused]:bg-info-bg';

function FoundLine({ person }: { readonly person: FoundPerson }) {
  const { id, birthDate, phone, trackingCode } = person;
  const details = [birthDate && longDay(birthDate), phone, trackingCode].filter(Boolean).join(' · ');
  return (
    <ListBoxItem id={id} textValue={fullName(person)} className={lineClass}>
      <Text slot="label" className="block font-medium">
        {fullName(person)}
      </Text>
      <Text slot="description" className="block text-xs text-ink-2">
        {details}
      </Text>
    </ListBoxItem>
  );
}

function CreateLine({ typed }: { readonly typed: string }) {
  return (
    <ListBoxItem
      id={creation}
      textValue={`Nouvelle personne : ${typed}`}
      className={`${lineClass} border-t border-line`}
    >
      <Text slot="label" className="font-medium">
        Nouvelle personne : {guillemets(typed.trim())}
      </Text>
    </ListBoxItem>
  );
}
