/** A rule said no. It is a result, never an exception: journaled when a reaction meets it, answered as a problem detail over HTTP. */
export interface Refusal {
  /** The rule, in PascalCase: `SlotAlreadyTaken`. Programs branch on it. */
  readonly refused: string;
  /** What a person reads, in French: why, and what can be done now. Never a personal value. */
  readonly sentence: string;
  /** The command's field at fault, as a dotted path. */
  readonly field?: string;
}

export function refuse(rule: string, sentence: string, field?: string): Refusal {
  return field === undefined ? { refused: rule, sentence } : { refused: rule, sentence, field };
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome && 'sentence' in outcome;
}
