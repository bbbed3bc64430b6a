import type { Evidence, Rec } from '../evidence';
import type { Findings } from '../findings';
import { heardBy, type Listener } from '../follows';
import type { Index, Told } from '../index-of';
import { effectOf } from './effects';

/** Every fact on a topic has its effect in each service that must hear it: by the inbox, and by the effect itself. */
export function heard(evidence: Evidence, index: Index, findings: Findings): void {
  const parked = parkedIn(evidence);
  for (const record of index.firsts.values()) {
    const listeners = heardBy[record.type];
    if (!listeners) {
      findings.add('lost', `nobody is known to hear ${record.type}: the checker’s table has no row for it`);
      continue;
    }
    const entry = index.entries.get(record.id);
    // Newer than the databases that were read.
    if (!entry) continue;
    for (const listener of listeners) {
      if (listener.when && !listener.when(entry.publication?.data ?? {})) continue;
      look(evidence, index, parked, record, entry, listener, findings);
    }
  }
}

function look(
  evidence: Evidence,
  index: Index,
  parked: ReadonlySet<string>,
  record: Rec,
  entry: Told,
  { service, reaction }: Listener,
  findings: Findings,
): void {
  const store = evidence.stores.get(service);
  const name = `${reaction} ${record.id}`;
  if (!store || parked.has(name) || store.discarded.has(name)) return;
  const last = store.inbox.get(`${reaction} ${record.key}`) ?? 0;
  if (last >= record.sequence) {
    if (index.refused.has(name)) return;
    const missing = effectOf(reaction, entry, evidence);
    if (missing) findings.add('lost', `${record.type} ${record.id} was heard by ${reaction}, and ${missing}`);
    return;
  }
  const committed = evidence.committed.get(`${service} ${record.topic} ${record.partition}`) ?? 0;
  // Not read yet is a lag, which is counted by partition.
  if (record.offset >= committed) return;
  findings.add(
    'lost',
    `${reaction} is past ${record.type} ${record.id} and did not handle it: sequence ${record.sequence} of ${record.key}, inbox ${last}`,
  );
}

function parkedIn({ stores }: Evidence): Set<string> {
  return new Set([...stores.values()].flatMap(({ parked }) => parked.map(({ _id }) => _id)));
}
