import type { Evidence } from '../evidence';
import type { Findings } from '../findings';
import type { Index } from '../index-of';

/** What a journal says was published is on its topic, and what is on a topic is in a journal. */
export function published(
  { final, unwritten }: Evidence,
  { entries, firsts }: Index,
  findings: Findings,
): void {
  for (const { _id, type, service, publication, pending } of entries.values()) {
    if (!publication) continue;
    const isThere = firsts.has(_id);
    if (!pending && !isThere) {
      findings.add('lost', `${type} ${_id} of ${service} is marked as published and is on no topic`);
    }
    if (pending && final) findings.add('stuck', `${type} ${_id} of ${service} was never published`);
  }
  for (const id of unwritten) {
    const { type, source } = firsts.get(id)!;
    findings.add('lost', `${type} ${id} is on its topic, and no journal of ${source} has it`);
  }
}
