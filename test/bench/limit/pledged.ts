import { randomUUIDv7 } from 'node:crypto';
import { territory, type Pledge } from '../pledge';
import type { Entry, Kept } from './storage';

/** What one command keeps: a state, and the entry that tells other services. */
export function pledged({ id, ...pledge }: Pledge, actor: string): { state: Kept; entry: Entry } {
  const causationId = randomUUIDv7();
  const known = { territory, correlationId: causationId };
  return {
    state: { _id: id, version: 1, ...known, state: { status: 'pledged', ...pledge } },
    entry: {
      _id: randomUUIDv7(),
      aggregate: 'pledge',
      aggregateId: id,
      sequence: 1,
      type: 'Pledged',
      data: pledge,
      ...known,
      actor,
      causationId,
      at: new Date(),
      publication: {
        topic: 'ccas.need',
        type: 'NeedIdentified',
        version: 1,
        data: { needId: id, field: 'legal-access', ...pledge },
      },
      pending: true,
    },
  };
}
