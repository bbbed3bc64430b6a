import type { Fault, Finding } from '../types';

/** The first of each fault are kept: enough to look into, not a flood. */
const mostKept = 50;

export class Findings {
  readonly counts: Record<Fault, number> = { lost: 0, doubled: 0, disordered: 0, stuck: 0, broken: 0 };
  readonly kept: Finding[] = [];

  add(fault: Fault, what: string): void {
    this.counts[fault] += 1;
    if (this.counts[fault] <= mostKept) this.kept.push({ fault, what });
  }
}
