import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';

interface ContactFieldsProps {
  readonly legend: string;
  readonly one: string;
  readonly hint: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly children?: ReactNode;
}

const most = 10;

/** Several phones or mails: the first is the one that is used, an emptied one is removed. */
export function ContactFields({ legend, one, hint, values, onChange, children }: ContactFieldsProps) {
  const shown = values.length === 0 ? [''] : values;
  const set = (at: number) => (value: string) =>
    onChange(shown.map((before, index) => (index === at ? value : before)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{legend}</legend>
      {shown.map((value, at) => (
        <TextField
          // Lines have no id of their own: their place is what they are.
          key={at}
          label={at === 0 ? one : `${one}, autre`}
          hint={at === 0 ? hint : undefined}
          autoComplete="off"
          value={value}
          onChange={set(at)}
        />
      ))}
      {shown.length < most && shown.at(-1)!.trim() !== '' && (
        <div>
          <Button look="quiet" onPress={() => onChange([...shown, ''])}>
            Ajouter : {one.toLowerCase()}
          </Button>
        </div>
      )}
      {children}
    </fieldset>
  );
}
