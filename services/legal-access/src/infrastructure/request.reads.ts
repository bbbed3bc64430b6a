import { topics, type Topic } from '@passerelle/contracts';
import type { AggregateDocument, Journal } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { KnownRequest } from '../domain/request';

type RequestDocument = AggregateDocument<KnownRequest>;

export interface RequestFilter {
  readonly status?: string;
  readonly topic?: string;
  readonly personId?: string;
  readonly attendanceDue?: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** No name and no note: `people` and `ccas` keep them, and the gateway brings them together for who may read them. */
export class RequestReads {
  constructor(
    private readonly connection: Connection,
    private readonly journal: Journal,
  ) {}

  /** In the order of the queue: urgent first, then the longest wait. */
  async list(territory: string, filter: RequestFilter, now: Date) {
    const { status, topic, personId, attendanceDue, limit, offset } = filter;
    const where = {
      territory,
      ...(status !== undefined && { 'state.status': status }),
      ...(topic !== undefined && { 'state.topic': topic }),
      ...(personId !== undefined && { 'state.personId': personId }),
      ...(attendanceDue && { 'state.status': 'placed', 'state.appointment.endsAt': { $lte: now } }),
    };
    const order = { 'state.urgency': -1, 'state.since': 1, 'state.contactedOn': 1, _id: 1 } as const;
    const [items, total] = await Promise.all([
      this.documents.find(where).sort(order).skip(offset).limit(limit).toArray(),
      this.documents.countDocuments(where),
    ]);
    return { items: items.map((one) => shownRequest(one as RequestDocument)), total };
  }

  async one(territory: string, needId: string) {
    const found = await this.documents.findOne({ _id: needId, territory });
    return found ? shownRequest(found as RequestDocument) : undefined;
  }

  async timeline(territory: string, needId: string) {
    if (!(await this.one(territory, needId))) return undefined;
    const entries = await this.journal.timeline('request', needId);
    const items = entries.map(({ _id, type, data, actor, at, causationId, correlationId }) => ({
      id: _id,
      type,
      data,
      actor,
      at,
      causationId,
      correlationId,
    }));
    return { items, total: items.length };
  }

  private get documents() {
    return this.connection.db!.collection<RequestDocument>('request');
  }
}

export function shownRequest({
  _id: needId,
  version,
  state,
}: Pick<RequestDocument, '_id' | 'version' | 'state'>) {
  const { declined: _declined, ...shown } = state;
  return { needId, version, ...shown, topicLabel: labelOf(state.topic) };
}

export const labelOf = (topic: string): string => topics[topic as Topic]?.label ?? topic;
