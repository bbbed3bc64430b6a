import { useId } from 'react';
import { labelClass } from './text-field';

interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly (readonly [Value, string])[];
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, value, onChange, choices } = props;
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className={labelClass}>{label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {choices.map(([choice, words]) => (
          <label key={choice} className="inline-flex min-h-6 items-center gap-2 text-sm">
            <input
              type="radio"
              className="size-4.5 accent-ink"
              name={name}
              checked={value === choice}
              onChange={() => onChange(choice)}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
