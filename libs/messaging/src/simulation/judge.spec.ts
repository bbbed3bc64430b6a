// What must hold when a history is at rest, counted from what lies in the stores and on the broker.
import type { Landed } from './broker.spec';
import type { Store } from './store.spec';

export interface End {
  readonly ids: readonly string[];
  /** Of the service that decides, and of the one that reacts. */
  readonly tally: Store;
  readonly listener: Store;
  readonly logs: readonly (readonly Landed[])[];
}

/** One sentence for each thing that is wrong. */
export function judge(end: End): string[] {
  return [...end.ids.flatMap((id) => wrongEffects(end, id)), ...end.logs.flatMap(wrongOnTopic)];
}

/** Each decision has its effect once, in order. */
function wrongEffects({ tally, listener }: End, id: string): string[] {
  const decided = tally
    .all('journal')
    .filter(({ aggregateId }) => aggregateId === id)
    .map(({ sequence }) => Number(sequence))
    .sort((a, b) => a - b)
    .join();
  const effects = listener.inserted
    .filter(({ collection, doc }) => collection === 'effects' && doc['key'] === id)
    .map(({ doc }) => Number(doc['sequence']))
    .join();
  return effects === decided ? [] : [`decided ${decided}, effects ${effects}`];
}

/** First appearances in order; no record of an older fence, unless it was in flight when the lease went. */
function wrongOnTopic(log: readonly Landed[]): string[] {
  const wrong: string[] = [];
  const last = new Map<string, number>();
  let fence = 0;
  for (const { message, late } of log) {
    const key = String(message.key);
    const sequence = Number(message.headers!['ce_sequence']);
    const its = Number(message.headers!['ce_fence']);
    const before = last.get(key) ?? 0;
    if (sequence > before + 1) wrong.push(`topic: ${key} has ${sequence} after ${before}`);
    last.set(key, Math.max(before, sequence));
    if (its < fence && !late) wrong.push(`topic: a record of fence ${its} after ${fence}`);
    fence = Math.max(fence, its);
  }
  return wrong;
}
