import { Checkbox } from '../../ui/checkbox';
import { labelClass } from '../../ui/text-field';

interface ManyChoicesProps<Value> {
  readonly label: string;
  readonly choices: readonly (readonly [Value, string])[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
  readonly fault?: string;
}

export function ManyChoices<Value extends string | number>(props: ManyChoicesProps<Value>) {
  const { label, choices, chosen, onChange, fault } = props;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className={labelClass}>{label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {choices.map(([value, words]) => (
          <Checkbox
            key={value}
            isSelected={chosen.includes(value)}
            onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
          >
            {words}
          </Checkbox>
        ))}
      </div>
      {fault !== undefined && <span className="text-sm font-medium text-bad">{fault}</span>}
    </fieldset>
  );
}
