import { Found, type Rule } from '../../../verify/rule';
import { onePlace } from '../../../verify/rules/one-place';
import { capacity, noSlotTwice, roomOverlap } from '../../../verify/rules/slots';
import { Town, type Stored } from '../../../verify/town';
import { all, type Evidence, type State } from '../evidence';
import type { Findings } from '../findings';
import type { Index } from '../index-of';
import { isOnItsWay } from './on-its-way';

/** What verify recounts of any town, at one instant of one database: true at every moment. */
const rules: readonly Rule[] = [onePlace, noSlotTwice, capacity, roomOverlap];

export function broken(evidence: Evidence, index: Index, findings: Findings): void {
  const town = townOf(evidence, index);
  for (const rule of rules) {
    const found = new Found(rule.name);
    rule.check(town, found);
    for (const { id, detail } of found.breaches) findings.add('broken', `${rule.name}: ${id} ${detail}`);
  }
  permanencesAtOnce(evidence, index, findings);
  if (evidence.final) twoForOnePerson(evidence, index, findings);
}

/** Each story in its own order: neither ids nor instants order what one decision wrote, or two that met. */
function townOf(evidence: Evidence, index: Index): Town {
  const { stores, final } = evidence;
  // A need that legal access has yet to hear of is not looked for there.
  const isExpected = (id: string) => final && !isOnItsWay(evidence, index, `ccas need ${id}`);
  const services = [...stores.values()].map(({ name, aggregates, parked }) => ({
    ...{ name, parked },
    journal: [...index.stories.values()].flatMap((story) => (story[0]?.service === name ? story : [])),
    aggregates: new Map(
      [...aggregates].map(([aggregate, documents]) => {
        const all = [...documents.values()];
        return [
          aggregate,
          aggregate === 'need' ? all.map((need) => placed(need, isExpected(need._id))) : all,
        ];
      }),
    ),
  }));
  return new Town(services, new Map(), []);
}

function placed(need: Stored<unknown>, isExpected: boolean): Stored<unknown> {
  return isExpected ? need : { ...need, state: { ...(need.state as object), field: 'on its way' } };
}

/** A demand wants one permanence at a time, and the one it believes in is the one that is open. */
function permanencesAtOnce(evidence: Evidence, { stories }: Index, findings: Findings): void {
  const isOpen = ({ status }: State) => status === 'held' || status === 'asked';
  const requests = all(evidence, 'legal-access', 'permanence-request').filter(({ state }) => isOpen(state));
  for (const { _id, state, territory } of all(evidence, 'legal-access', 'demand')) {
    let open: unknown;
    for (const { type, data } of stories.get(`legal-access demand ${_id}`) ?? []) {
      if (type === 'PermanenceWanted' && open !== undefined) {
        findings.add('broken', `demand ${_id} wanted a permanence while ${String(open)} was open`);
      }
      if (type === 'PermanenceWanted') open = data['permanenceRequestId'];
      if (type === 'PermanenceSettled') open = undefined;
    }
    const its = requests.filter(
      (one) => one.territory === territory && one.state['topic'] === state['topic'],
    );
    const known = state['openPermanenceRequestId'];
    if (its.length > 1 || its[0]?._id !== known) {
      const ids = its.map((one) => one._id).join(', ') || 'none';
      findings.add('broken', `demand ${_id} believes in ${String(known ?? 'none')}, and ${ids} is open`);
    }
  }
}

/**
 * Two open requests of persons who are one, on one topic. One that was made by a walk-in met the other after the merge, when
 * somebody stood at the desk.
 */
function twoForOnePerson(evidence: Evidence, index: Index, findings: Findings): void {
  const keptOf = mergesOf(evidence);
  const merged = new Set(keptOf.values());
  const seen = new Map<string, string>();
  for (const { _id, state } of all(evidence, 'legal-access', 'request')) {
    const kept = last(String(state['personId']), keptOf);
    if (!merged.has(kept) || (state.status !== 'waiting' && state.status !== 'placed')) continue;
    const types = index.stories.get(`legal-access request ${_id}`)?.map(({ type }) => type) ?? [];
    const filings = types.filter((type) => type === 'RequestFiled').length;
    if (filings > 1 || isWalkIn(state)) continue;
    const told = [`people person ${String(state['personId'])}`, `ccas need ${_id}`];
    if (told.some((story) => isOnItsWay(evidence, index, story))) continue;
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
