import { aggregate, side, type Evidence } from '../evidence';
import { owed } from '../follows';
import type { Told } from '../index-of';

/** What is missing, or nothing. */
type Effect = (entry: Told, evidence: Evidence) => string | undefined;

const requestOf: Effect = ({ aggregateId: needId }, evidence) =>
  aggregate(evidence, 'legal-access', 'request', needId) ? undefined : `there is no request ${needId}`;

const isOver =
  (...allowed: string[]): Effect =>
  ({ aggregateId: needId }, evidence) => {
    const status = aggregate(evidence, 'legal-access', 'request', needId)?.state.status;
    return status === undefined || allowed.includes(status)
      ? undefined
      : `request ${needId} is still ${status}`;
  };

const partnerKnown: Effect = ({ aggregateId, sequence }, evidence) => {
  const known = Number(side(evidence, 'legal-access', 'partner', aggregateId)?.['sequence'] ?? 0);
  return known >= sequence ? undefined : `legal access knows partner ${aggregateId} as of ${known}`;
};

/** By reaction: what the event leaves behind, read where it lies. A link of a chain is left by every `ccas.record-…`. */
const effects: Readonly<Record<string, Effect>> = {
  'legal-access.file-request': requestOf,
  'legal-access.follow-reorientation': (entry, evidence) => {
    const { field, previousField } = entry.publication?.data ?? {};
    return field === 'legal-access' || previousField === 'legal-access'
      ? requestOf(entry, evidence)
      : undefined;
  },
  'legal-access.release-unclassified': requestOf,
  'legal-access.take-reopened': requestOf,
  'legal-access.close-withdrawn': (entry, evidence) =>
    requestOf(entry, evidence) ?? isOver('closed')(entry, evidence),
  'legal-access.close-closed': isOver('closed', 'returned'),
  'legal-access.hear-go-ahead': ({ aggregateId }, evidence) => {
    const asked = aggregate(evidence, 'legal-access', 'permanence-request', aggregateId);
    return asked?.state.status === 'held' ? `permanence request ${aggregateId} is still held` : undefined;
  },
  'legal-access.know-partner': partnerKnown,
  'legal-access.follow-partner': partnerKnown,
  'ccas.ask-go-ahead': ({ aggregateId }, evidence) =>
    aggregate(evidence, 'ccas', 'go-ahead', aggregateId) ? undefined : `there is no go-ahead ${aggregateId}`,
  'ccas.know-served-field': ({ territory, publication }, evidence) => {
    const id = `${territory}/${String(publication?.data['field'])}`;
    return side(evidence, 'ccas', 'served-fields', id) ? undefined : `the CCAS does not know ${id}`;
  },
  'notifications.remember-worker': ({ aggregateId, actor }, evidence) =>
    actor === undefined || side(evidence, 'notifications', 'need-workers', aggregateId)?.['sub'] !== undefined
      ? undefined
      : `nobody knows who noted need ${aggregateId}`,
};

export function effectOf(reaction: string, entry: Told, evidence: Evidence): string | undefined {
  if (reaction.startsWith('ccas.record-')) {
    return side(evidence, 'ccas', 'chain-links', entry._id) ? undefined : 'the CCAS has no link of it';
  }
  if (reaction.startsWith('notifications.tell-of-')) return untold(entry, evidence);
  return effects[reaction]?.(entry, evidence);
}

function untold({ _id, publication }: Told, evidence: Evidence): string | undefined {
  const { type, data = {} } = publication ?? {};
  const told = deliveriesOf(evidence).get(_id);
  const missing = owed
    .filter(({ on, when }) => on === type && (when?.(data) ?? true))
    .find(({ notice }) => !told?.has(notice));
  return missing && `there is no delivery of ${missing.notice}`;
}

const byEvidence = new WeakMap<Evidence, ReadonlyMap<string, ReadonlySet<string>>>();

/** Notices by the event they tell. */
function deliveriesOf(evidence: Evidence): ReadonlyMap<string, ReadonlySet<string>> {
  const known = byEvidence.get(evidence);
  if (known) return known;
  const found = new Map<string, Set<string>>();
  const deliveries = evidence.stores.get('notifications')?.aggregates.get('delivery') ?? new Map();
  for (const { state } of deliveries.values()) {
    const { becauseOf, notice } = state as { becauseOf: string; notice: string };
    const notices = found.get(becauseOf) ?? new Set();
    found.set(becauseOf, notices.add(notice));
  }
  byEvidence.set(evidence, found);
  return found;
}
