import { all, side, type Evidence } from '../evidence';
import type { Findings } from '../findings';
import { readsTopics } from '../follows';

/** What is under way for that long after the clock passed it is not moving. */
const graceMs = 120_000;

/** At rest nothing waits for the software itself. What was never published is looked for with what was. */
export function stuck(evidence: Evidence, findings: Findings): void {
  if (!evidence.final) return;
  for (const { name, parked } of evidence.stores.values()) {
    for (const { _id, why } of parked)
      findings.add('stuck', `parked in ${name}: ${_id} (${why ?? 'no reason'})`);
  }
  lags(evidence, findings);
  for (const { _id, state } of all(evidence, 'notifications', 'delivery')) {
    if (state.status === 'pending' || state.status === 'sending') {
      findings.add('stuck', `delivery ${_id} of ${String(state['notice'])} is still ${state.status}`);
    }
  }
  for (const { _id, state } of all(evidence, 'ccas', 'go-ahead')) {
    if (state.status === 'answered') findings.add('stuck', `the answer to ${_id} never left`);
  }
  promises(evidence, findings);
}

function lags({ committed, topics }: Evidence, findings: Findings): void {
  for (const [service, reads] of readsTopics) {
    for (const [place, end] of topics.ends) {
      if (!reads.includes(place.split(' ')[0] ?? '')) continue;
      const at = committed.get(`${service} ${place}`) ?? 0;
      if (at < end) findings.add('stuck', `${service} stands at ${at} of ${end} in partition ${place}`);
    }
  }
}

function promises(evidence: Evidence, findings: Findings): void {
  const now = lastInstant(evidence);
  for (const { _id, state, territory } of all(evidence, 'ccas', 'need')) {
    const isServed = side(evidence, 'ccas', 'served-fields', `${territory}/${String(state['field'])}`);
    if (state.status === 'awaiting-service' && isServed) {
      findings.add('stuck', `the promise of need ${_id} never started`);
    }
    const { nextAt } = (state['promise'] ?? {}) as { nextAt?: Date };
    if (state.status === 'oriented' && nextAt && nextAt.getTime() + graceMs < now) {
      findings.add('stuck', `the promise of need ${_id} was due at ${nextAt.toISOString()}`);
    }
  }
}

/** The services' own time, as far as they wrote it: the clock of development may have been moved. */
function lastInstant({ stores }: Evidence): number {
  let last = 0;
  for (const { journal } of stores.values()) {
    for (const { at } of journal) last = Math.max(last, at.getTime());
  }
  return last;
}
