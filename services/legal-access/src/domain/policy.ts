import { parisDay } from '@passerelle/calendar';
import { shippedPolicies } from './policy.data';
import type { DatedPolicy, Policy } from './policy.values';

export type { DatedPolicy, Policy } from './policy.values';

/** The values in force on the day of that instant: the town's own over the shipped ones, the latest date winning. */
export function policyAt(now: Date, own: readonly DatedPolicy[] = []): Policy {
  const today = parisDay(now);
  return { ...inForce(shippedPolicies, today), ...inForce(own, today) } as Policy;
}

function inForce(dated: readonly DatedPolicy[], today: string): Partial<Policy> {
  if (dated.length === 0) return {};
  const sum: Partial<Policy> = {};
  for (const { from, values } of dated.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from <= today) Object.assign(sum, values);
  }
  return sum;
}
