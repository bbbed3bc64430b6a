import { useId } from 'react';
import { fieldClass } from './text-field';

interface DayFieldProps {
  readonly label: string;
  /** AAAA-MM-JJ */
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** A day among the filters of a list, by the browser's own calendar. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs text-ink-3">
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={`${fieldClass} min-h-9 text-sm`}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    </div>
  );
}
