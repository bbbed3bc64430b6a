import type { Fault, Verdict } from './types';

/** Everything that makes a run red. */
export function faultsIn({ counts, staleFences }: Pick<Verdict, 'counts' | 'staleFences'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0) + staleFences;
}

/** The checker's verdict, with what the harness itself saw. */
export function withOurs(verdict: Verdict, fault: Fault, sentences: readonly string[]): Verdict {
  return {
    ...verdict,
    counts: { ...verdict.counts, [fault]: verdict.counts[fault] + sentences.length },
    findings: [...sentences.map((what) => ({ fault, what })), ...verdict.findings],
  };
}
