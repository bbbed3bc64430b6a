import { all, side, type Evidence, type ServiceName, type State } from '../evidence';
import type { Findings } from '../findings';
import type { Index, Told } from '../index-of';
import { isOnItsWay } from './on-its-way';

/** At rest, what one service decided is what the others know: of needs, of merged persons, of partners. */
export function agreement(evidence: Evidence, index: Index, findings: Findings): void {
  if (!evidence.final) return;
  needs(evidence, index, findings);
  for (const service of ['ccas', 'legal-access'] as const) aliases(evidence, index, service, findings);
  partners(evidence, index, findings);
}

function needs(evidence: Evidence, index: Index, findings: Findings): void {
  const requests = new Map(all(evidence, 'legal-access', 'request').map(({ _id, state }) => [_id, state]));
  for (const { _id, state } of all(evidence, 'ccas', 'need')) {
    const request = requests.get(_id);
    if (!request || agree(state, request)) continue;
    const told = [`ccas need ${_id}`, `legal-access request ${_id}`];
    if (told.some((story) => isOnItsWay(evidence, index, story))) continue;
    findings.add('lost', `need ${_id}: the CCAS says ${words(state)}, legal access says ${words(request)}`);
  }
}

function agree(need: State, request: State): boolean {
  const isOpen = request.status === 'waiting' || request.status === 'placed';
  if (isOpen && (need['field'] !== 'legal-access' || need['topic'] !== request['topic'])) return false;
  switch (request.status) {
    case 'waiting':
      return need.status === 'oriented';
    case 'placed':
      return need.status === 'placed' && appointment(need) === appointment(request);
    case 'returned':
      return ['returned', 'expired', 'referred', 'closed'].includes(need.status ?? '');
    default:
      // Each may have closed it for a reason of its own at the same moment; let go of, it is another field's.
      return (
        need.status === 'closed' || (request['outcome'] === 'reoriented' && need['field'] !== 'legal-access')
      );
  }
}

function appointment({ appointment: noted }: State): string {
  const { appointmentId, startsAt } = (noted ?? {}) as { appointmentId?: string; startsAt?: Date };
  return `${appointmentId} ${startsAt?.getTime()}`;
}

const words = ({ status, topic, because, outcome }: State) =>
  [status, topic, because ?? outcome].filter(Boolean).join(' ');

/** The last word of `people` on each person is what the alias table says. */
function aliases(evidence: Evidence, index: Index, service: ServiceName, findings: Findings): void {
  for (const { _id } of all(evidence, 'people', 'person')) {
    const last = index.stories.get(`people person ${_id}`)?.findLast(isAboutMerging);
    if (!last) continue;
    const wanted = last.type === 'PersonMerged' ? last.publication?.data['into'] : undefined;
    const known = side(evidence, service, 'person-alias', _id)?.['into'];
    if (wanted === known || isOnItsWay(evidence, index, `people person ${_id}`)) continue;
    findings.add(
      'lost',
      `person ${_id} is ${spelled(wanted)} and ${service} knows them as ${spelled(known)}`,
    );
  }
}

const isAboutMerging = ({ type }: Told) => type === 'PersonMerged' || type === 'PersonUnmerged';
const spelled = (into: unknown) => (into === undefined ? 'nobody else' : `merged into ${String(into)}`);

function partners(evidence: Evidence, index: Index, findings: Findings): void {
  for (const { _id, state } of all(evidence, 'directory', 'partner')) {
    const known = side(evidence, 'legal-access', 'partner', _id);
    if (known && ['topics', 'rank', 'active'].every((field) => same(known[field], state[field]))) continue;
    if (isOnItsWay(evidence, index, `directory partner ${_id}`)) continue;
    findings.add('lost', `partner ${_id} is not in legal access what it is in the directory`);
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
