import type { PermanenceForm } from './permanence-form';

export interface FieldProps {
  readonly form: PermanenceForm;
  readonly change: (part: Partial<PermanenceForm>) => void;
  readonly faults: ReadonlyMap<string, string>;
}
