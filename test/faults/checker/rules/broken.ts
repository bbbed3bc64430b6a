import { Found, type Rule } from '../../../verify/rule';
import { onePlace } from '../../../verify/rules/one-place';
import { onePermanenceRequest } from '../../../verify/rules/permanences';
import { capacity, noSlotTwice, roomOverlap } from '../../../verify/rules/slots';
import { Town, type Stored } from '../../../verify/town';
import { all, type Evidence, type State } from '../evidence';
import type { Findings } from '../findings';
import type { Index } from '../index-of';

/** What verify recounts of any town, at one instant of one database: true at every moment. */
const rules: readonly Rule[] = [onePlace, noSlotTwice, capacity, roomOverlap, onePermanenceRequest];

export function broken(evidence: Evidence, index: Index, findings: Findings): void {
  const town = townOf(evidence);
  for (const rule of rules) {
    const found = new Found(rule.name);
    rule.check(town, found);
    for (const { id, detail } of found.breaches) findings.add('broken', `${rule.name}: ${id} ${detail}`);
  }
  if (evidence.final) twoForOnePerson(evidence, index, findings);
}

function townOf({ stores, final }: Evidence): Town {
  const services = [...stores.values()].map(({ name, journal, aggregates, parked }) => ({
    ...{ name, journal, parked },
    aggregates: new Map(
      [...aggregates].map(([aggregate, documents]) => [aggregate, documentsOf(aggregate, documents, final)]),
    ),
  }));
  return new Town(services, new Map(), []);
}

/** While the load runs a need may be on its way to legal access: it is not looked for there. */
function documentsOf(
  aggregate: string,
  documents: ReadonlyMap<string, Stored<unknown>>,
  final: boolean,
): Stored<unknown>[] {
  const all = [...documents.values()];
  if (final || aggregate !== 'need') return all;
  return all.map((need) => ({ ...need, state: { ...(need.state as object), field: 'on its way' } }));
}

/**
 * Two open requests of persons who are one, on one topic. One that was reoriented to the topic, or made by a walk-in, met the
 * other after the merge, when nothing looks for duplicates.
 */
function twoForOnePerson(evidence: Evidence, { stories }: Index, findings: Findings): void {
  const keptOf = mergesOf(evidence);
  const merged = new Set(keptOf.values());
  const seen = new Map<string, string>();
  for (const { _id, state } of all(evidence, 'legal-access', 'request')) {
    const kept = last(String(state['personId']), keptOf);
    if (!merged.has(kept) || (state.status !== 'waiting' && state.status !== 'placed')) continue;
    const types = stories.get(`legal-access request ${_id}`)?.map(({ type }) => type) ?? [];
    const filings = types.filter((type) => type === 'RequestFiled').length;
    if (types.includes('RequestReoriented') || filings > 1 || isWalkIn(state)) continue;
    const key = `${kept} ${String(state['topic'])}`;
    const other = seen.get(key);
    if (other) findings.add('broken', `requests ${other} and ${_id} are of one person, on one topic`);
    seen.set(key, _id);
  }
}

const isWalkIn = ({ appointment }: State) =>
  (appointment as { walkIn?: boolean } | undefined)?.walkIn === true;

function mergesOf(evidence: Evidence): Map<string, string> {
  return new Map(
    all(evidence, 'people', 'person').flatMap(({ _id, state }) =>
      state.status === 'merged' ? [[_id, String(state['into'])] as const] : [],
    ),
  );
}

function last(id: string, keptOf: ReadonlyMap<string, string>): string {
  let kept = id;
  for (let next = keptOf.get(kept); next !== undefined; next = keptOf.get(kept)) kept = next;
  return kept;
}
