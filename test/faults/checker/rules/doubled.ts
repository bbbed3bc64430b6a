import type { Evidence } from '../evidence';
import type { Findings } from '../findings';
import type { Index, Told } from '../index-of';
import { withoutDocument } from '../read-stores';

/** In these one event leaves one entry of a type; a session or a demand may hear of several people at once. */
const once = new Set(['need', 'request', 'go-ahead', 'permanence-request', 'person', 'partner']);
/** What happens to a delivery once, however often it is tried to be sent. */
const onceForADelivery = new Set(['DeliveryPlanned', 'MessageLeft', 'NoticeSpared', 'MailSent']);

export function doubled(evidence: Evidence, { stories, entries }: Index, findings: Findings): void {
  for (const [key, story] of stories) {
    const { service, aggregate, aggregateId } = story[0]!;
    if (aggregate === withoutDocument) {
      if (story.length > 1) findings.add('doubled', `${key} was refused ${story.length} times`);
      continue;
    }
    const document = evidence.stores.get(service)?.aggregates.get(aggregate)?.get(aggregateId);
    wholeStory(key, story, document?.version, findings);
    effectsTwice(key, story, findings);
  }
  withoutStory(evidence, stories, findings);
  openedTwice({ entries, stories }, findings);
  toldTwice(evidence, findings);
}

function wholeStory(
  key: string,
  story: readonly Told[],
  version: number | undefined,
  findings: Findings,
): void {
  const hole = story.findIndex(({ sequence }, at) => sequence !== at + 1);
  if (hole >= 0) findings.add('doubled', `${key}: event ${hole + 1} is missing or is there twice`);
  else if (story.length !== version) {
    findings.add('doubled', `${key} has ${story.length} events, and its version is ${version ?? 'none'}`);
  }
}

function withoutStory({ stores }: Evidence, stories: Index['stories'], findings: Findings): void {
  for (const [service, { aggregates }] of stores) {
    for (const [name, documents] of aggregates) {
      for (const [id, { version }] of documents) {
        // A partner of legal access is what the directory told of it: no aggregate of its own.
        if (version === undefined || stories.has(`${service} ${name} ${id}`)) continue;
        findings.add('doubled', `${service} ${name} ${id} is at version ${version} and has no event`);
      }
    }
  }
}

function effectsTwice(key: string, story: readonly Told[], findings: Findings): void {
  const seen = new Set<string>();
  const notes = new Set<unknown>();
  for (const { aggregate, type, causationId, data } of story) {
    const isOnce = once.has(aggregate) || (aggregate === 'delivery' && onceForADelivery.has(type));
    const effect = aggregate === 'delivery' ? type : `${type} ${causationId}`;
    if (isOnce && seen.has(effect))
      findings.add('doubled', `${key} has ${type} twice because of ${causationId}`);
    seen.add(effect);
    if (type !== 'NoteAdded' || data === undefined) continue;
    const note = data['noteId'];
    if (notes.has(note)) findings.add('doubled', `${key} has the note ${String(note)} twice`);
    notes.add(note);
  }
}

/** Two permanence requests for one topic, because of one event, the second while the first was not over. */
function openedTwice({ entries, stories }: Pick<Index, 'entries' | 'stories'>, findings: Findings): void {
  const seen = new Map<string, Told>();
  const opened = [...entries.values()].filter(({ type }) => type === 'PermanenceRequestOpened');
  for (const opening of opened.sort((one, other) => (one._id < other._id ? -1 : 1))) {
    const key = `${opening.causationId} ${String(opening.data['topic'])}`;
    const before = seen.get(key);
    seen.set(key, opening);
    if (!before || isOverBefore(opening, stories.get(storyOf(before)) ?? [])) continue;
    const ids = `${before.aggregateId} and ${opening.aggregateId}`;
    findings.add('doubled', `permanence requests ${ids} have one cause`);
  }
}

const over = new Set(['PermanenceRequestClosed', 'PermanenceRequestAccepted']);
const storyOf = ({ service, aggregate, aggregateId }: Told) => `${service} ${aggregate} ${aggregateId}`;
const isOverBefore = ({ _id }: Told, story: readonly Told[]) =>
  story.some((told) => over.has(told.type) && told._id < _id);

function toldTwice({ stores }: Evidence, findings: Findings): void {
  const seen = new Map<string, string>();
  for (const [id, { state }] of stores.get('notifications')?.aggregates.get('delivery') ?? []) {
    const { notice, becauseOf, recipient } = state as {
      notice: string;
      becauseOf: string;
      recipient: Record<string, unknown>;
    };
    // Who the worker is may be learnt later; it is the same delivery.
    const { sub: _sub, ...who } = recipient;
    const key = `${notice} ${becauseOf} ${JSON.stringify(who)}`;
    const other = seen.get(key);
    if (other) findings.add('doubled', `deliveries ${other} and ${id} tell the same`);
    seen.set(key, id);
  }
}
