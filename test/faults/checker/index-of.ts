import type { Entry } from '../../verify/town';
import type { Evidence, Rec, ServiceName } from './evidence';
import { withoutDocument } from './read-stores';

export interface Told extends Entry {
  readonly service: ServiceName;
}

/** The evidence, found by what it is about. */
export interface Index {
  /** Journal entries of all services by their id. */
  readonly entries: ReadonlyMap<string, Told>;
  /** `service aggregate id` to its entries, in the order of their sequence. */
  readonly stories: ReadonlyMap<string, readonly Told[]>;
  /** The first copy of each event on its topic. */
  readonly firsts: ReadonlyMap<string, Rec>;
  /** `reaction eventId` that a rule of the service refused. */
  readonly refused: ReadonlySet<string>;
}

export function indexOf({ stores, topics }: Evidence): Index {
  const entries = new Map<string, Told>();
  const stories = new Map<string, Told[]>();
  const refused = new Set<string>();
  for (const [service, { journal }] of stores) {
    for (const entry of journal) {
      const told = { ...entry, service };
      entries.set(entry._id, told);
      if (entry.aggregate === withoutDocument) refused.add(entry.aggregateId);
      const key = `${service} ${entry.aggregate} ${entry.aggregateId}`;
      const story = stories.get(key);
      if (story) story.push(told);
      else stories.set(key, [told]);
    }
  }
  for (const story of stories.values()) story.sort((one, other) => one.sequence - other.sequence);
  const firsts = new Map<string, Rec>();
  for (const record of topics.records) if (!firsts.has(record.id)) firsts.set(record.id, record);
  return { entries, stories, firsts, refused };
}
