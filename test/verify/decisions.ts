import type { Entry } from './town';

/** What one transaction of a service decided: entries of one instant, tied by what caused them. */
export interface Decision {
  readonly entries: readonly Entry[];
  readonly at: Date;
  /** Nothing in any journal caused it: somebody's command, or time itself. */
  readonly root: string;
}

/** Cuts a journal, in the order of its ids, into the decisions that wrote it. */
export function decisionsOf(journal: readonly Entry[]): Decision[] {
  const decisions: (Decision & { entries: Entry[]; last: string })[] = [];
  const open = new Map<string, Decision & { entries: Entry[]; last: string }>();
  for (const entry of journal) {
    const at = entry.at.getTime();
    // An event caused by another one of the same instant is of the same transaction.
    const found = open.get(`${at} ${entry.causationId}`);
    const decision = found ?? { entries: [], at: entry.at, root: entry.causationId, last: entry._id };
    if (!found) decisions.push(decision);
    decision.entries.push(entry);
    decision.last = entry._id;
    open.set(`${at} ${entry.causationId}`, decision);
    open.set(`${at} ${entry._id}`, decision);
  }
  return decisions.sort((one, other) => (one.last < other.last ? -1 : 1));
}
