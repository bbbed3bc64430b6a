import { useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { FoundPerson } from '../api/answers/people';
import { usePeople } from '../app/palette/found';
import { Button } from '../ui/button';
import { longDay } from '../ui/dates';
import { useSettled } from '../ui/settled';
import { fieldClass } from '../ui/text-field';
import { useNames } from './names';
import { fullName } from './person-name';

interface PersonFilterProps {
  readonly personId: string | undefined;
  readonly onChange: (personId: string | undefined) => void;
}

/** One person among the filters of a list: found as everywhere, by name, phone or tracking code. */
export function PersonFilter({ personId, onChange }: PersonFilterProps) {
  if (personId !== undefined) return <Chosen personId={personId} onRemove={() => onChange(undefined)} />;
  return <Search onFound={onChange} />;
}

function Chosen({ personId, onRemove }: { readonly personId: string; readonly onRemove: () => void }) {
  const person = useNames([personId])?.get(personId);
  return (
    <div className="flex flex-col gap-1">
      <span className="text-xs text-ink-3">Personne</span>
      <span className="flex min-h-9 items-center gap-2">
        <b className="font-semibold">{person ? fullName(person) : '…'}</b>
        <Button look="quiet" onPress={onRemove}>
          Retirer<span className="sr-only"> ce filtre</span>
        </Button>
      </span>
    </div>
  );
}

function Search({ onFound }: { readonly onFound: (personId: string) => void }) {
  const [typed, setTyped] = useState('');
  const query = useSettled(typed.trim(), 150);
  const { data } = usePeople(query, true);
  return (
    <ComboBox
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={(key) => typeof key === 'string' && onFound(key)}
      items={query.length < 2 ? [] : (data?.items ?? [])}
      defaultFilter={() => true}
      menuTrigger="input"
      // The list stays open while people are looked for: closed, it would open again at the next key only.
      allowsEmptyCollection
      className="flex flex-col gap-1"
    >
      <Label className="text-xs text-ink-3">Personne</Label>
      <Input className={`${fieldClass} min-h-9 text-sm`} placeholder="Nom, téléphone, code" />
      <Popover className="w-72 overflow-hidden rounded-m border border-line bg-surface shadow-card">
        <ListBox
          className="max-h-80 overflow-y-auto p-1.5 outline-none"
          renderEmptyState={() => (
            <span className="block px-3 py-2 text-sm text-ink-2">
              {query.length < 2
                ? 'Écrivez au moins deux lettres.'
                : data
                  ? 'Personne à ce nom.'
                  : 'Recherche…'}
            </span>
          )}
        >
          {(person: FoundPerson) => (
            <ListBoxItem
              id={person.id}
              textValue={fullName(person)}
              className="cursor-pointer rounded-s px-3 py-2 outline-none data-[focused]:bg-info-bg"
            >
              <span className="block font-medium">{fullName(person)}</span>
              <span className="block text-xs text-ink-2">
                {[person.birthDate && longDay(person.birthDate), person.phone].filter(Boolean).join(' · ')}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
