import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import type { Ref } from 'react';

export const fieldClass =
  'w-full rounded-s border border-line-strong bg-surface px-2.5 py-1.5 text-base text-ink ' +
  'data-[invalid]:border-bad aria-invalid:border-bad';
export const labelClass = 'block text-sm font-medium';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: string;
  /** The form in which it is written, or what it is for. */
  readonly hint?: string;
  /** The sentence of the service, at the field at fault. */
  readonly fault?: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

export function TextField({ label, hint, fault, rows, placeholder, inputRef, ...rest }: TextFieldProps) {
  const box = { className: fieldClass, placeholder, ref: inputRef };
  return (
    <AriaTextField {...rest} isInvalid={fault !== undefined} className="flex flex-col gap-1">
      <Label className={labelClass}>
        {label}
        {rest.isRequired !== true && <span className="font-normal text-ink-3"> (facultatif)</span>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className="text-xs text-ink-3">
          {hint}
        </Text>
      )}
      {rows === undefined ? <Input {...box} /> : <TextArea {...box} rows={rows} />}
      <FieldError className="text-sm font-medium text-bad">{fault}</FieldError>
    </AriaTextField>
  );
}
