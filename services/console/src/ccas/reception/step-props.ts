import type { Problem } from '../../api/problem';
import type { Draft, Fault } from './draft';

export interface PersonStepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly faults: readonly Fault[];
  readonly refused: Problem | null;
}
