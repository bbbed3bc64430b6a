import { useId, type ReactNode, type Ref } from 'react';
import { fieldClass, labelClass } from './text-field';

export interface SelectFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** <option> and <optgroup>. */
  readonly children: ReactNode;
  readonly selectRef?: Ref<HTMLSelectElement>;
  /** For a row of filters: the label above, small. */
  readonly compact?: boolean;
}

/** The browser's own list: known to everybody, by keyboard and on a phone. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, fault, value, onChange, children, selectRef, compact } = props;
  const id = useId();
  const told = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(Boolean);
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={compact ? 'text-xs text-ink-3' : labelClass}>
        {label}
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </span>
      )}
      <select
        id={id}
        ref={selectRef}
        className={`${fieldClass} ${compact ? 'text-sm' : ''} min-h-9`}
        value={value}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={told.join(' ') || undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
      {fault !== undefined && (
        <span id={`${id}-fault`} className="text-sm font-medium text-bad">
          {fault}
        </span>
      )}
    </div>
  );
}
