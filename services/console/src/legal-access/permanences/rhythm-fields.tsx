import { useId } from 'react';
import { Checkbox } from '../../ui/checkbox';
import { parisToday } from '../../ui/dates';
import { RadioGroup } from '../../ui/radio-group';
import { SelectField } from '../../ui/select-field';
import { fieldClass, labelClass } from '../../ui/text-field';
import type { FieldProps } from './field-props';
import { ManyChoices } from './many-choices';
import { nthWords, weekdays, type Frequency } from './rule';

const rhythms: readonly (readonly [Frequency, string])[] = [
  ['weekly', 'Chaque semaine'],
  ['fortnightly', 'Une semaine sur deux'],
  ['monthly', 'Chaque mois'],
];

export function RhythmFields(props: FieldProps) {
  const { form, change, faults } = props;
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label="Rythme"
        value={form.frequency}
        onChange={(frequency) => change({ frequency })}
        choices={rhythms}
      />
      {form.frequency === 'monthly' && (
        <SelectField
          label="Laquelle dans le mois"
          value={String(form.nth)}
          onChange={(nth) => change({ nth: Number(nth) })}
        >
          {[1, 2, 3, 4, -1].map((nth) => (
            <option key={nth} value={nth}>
              {nthWords(nth)}
            </option>
          ))}
        </SelectField>
      )}
      <ManyChoices
        label="Jours"
        choices={weekdays.slice(0, 6).map((name, at) => [at + 1, name] as const)}
        chosen={form.weekdays}
        onChange={(chosen) => change({ weekdays: chosen })}
        fault={faults.get('rrule')}
      />
      <Times {...props} />
      <Except {...props} />
    </div>
  );
}

const minutesEach = [15, 20, 30, 45, 60];

function Times({ form, change, faults }: FieldProps) {
  const input = (
    field: 'startTime' | 'endTime' | 'from' | 'to',
    label: string,
    type: 'date' | 'time',
    rest: { readonly min?: string; readonly named?: string } = {},
  ) => (
    <Input
      label={label}
      type={type}
      min={rest.min}
      value={form[field]}
      set={(value) => change({ [field]: value })}
      fault={faults.get(rest.named ?? field)}
    />
  );
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      {input('startTime', 'De', 'time')}
      {input('endTime', 'À', 'time', { named: 'durationMinutes' })}
      <SelectField
        label="Par personne"
        value={form.slotMinutes}
        onChange={(slotMinutes) => change({ slotMinutes })}
        fault={faults.get('slotMinutes')}
      >
        {minutesEach.map((minutes) => (
          <option key={minutes} value={minutes}>
            {minutes} minutes
          </option>
        ))}
      </SelectField>
      {input('from', 'Première date', 'date', { min: parisToday() })}
      {input('to', 'Dernière date (facultatif)', 'date', { min: form.from })}
    </div>
  );
}

function Except({ form, change }: FieldProps) {
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-1">
      <Checkbox
        isSelected={form.skipPublicHolidays}
        onChange={(skipPublicHolidays) => change({ skipPublicHolidays })}
      >
        Sauf les jours fériés
      </Checkbox>
      <Checkbox
        isSelected={form.skipSchoolHolidays}
        onChange={(skipSchoolHolidays) => change({ skipSchoolHolidays })}
      >
        Sauf les vacances scolaires (zone C)
      </Checkbox>
    </div>
  );
}

interface InputProps {
  readonly label: string;
  readonly type: 'date' | 'time';
  readonly value: string;
  readonly min?: string;
  readonly set: (value: string) => void;
  readonly fault: string | undefined;
}

/** The browser's own field for a day or an hour. */
function Input({ label, type, value, min, set, fault }: InputProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={labelClass}>
        {label}
      </label>
      <input
        id={id}
        type={type}
        min={min}
        value={value}
        className={`${fieldClass} min-h-9`}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={(event) => set(event.target.value)}
      />
      {fault !== undefined && (
        <span id={`${id}-fault`} className="text-sm font-medium text-bad">
          {fault}
        </span>
      )}
    </div>
  );
}
