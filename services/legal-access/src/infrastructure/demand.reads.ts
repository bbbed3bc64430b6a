import type { AggregateDocument } from '@passerelle/messaging';
import { partnersOf } from '@passerelle/platform';
import type { Connection } from 'mongoose';
import { partnersFor } from '../domain/consider-permanence';
import type { Demand } from '../domain/demand';
import type { KnownPermanenceRequest } from '../domain/permanence-request';
import { policyAt, type DatedPolicy } from '../domain/policy';
import { shippedPolicies } from '../domain/policy.data';
import { inTurn } from '../domain/waiting';
import { demandId } from '../application/ids';
import { reasonsOf } from './decline-reasons';
import { labelOf } from './request.reads';

type DemandDocument = AggregateDocument<Demand>;
type PermanenceRequestDocument = AggregateDocument<KnownPermanenceRequest>;

export class DemandReads {
  constructor(private readonly connection: Connection) {}

  /** What waits, the longest wait first; `partnerMissing` when nobody can be asked for a permanence. */
  async list(territory: string, now: Date) {
    const [found, partners] = await Promise.all([
      this.demands.find({ territory }).toArray(),
      partnersOf(this.connection, territory),
    ]);
    const items = (found as DemandDocument[]).map(({ _id: id, version, state }) => {
      const { waiting, openPermanenceRequestId, rest, topic = '' } = state;
      const { threshold, horizonDays } = policyAt(now, state.policies);
      const since = waiting.map((one) => one.since).sort((a, b) => a.getTime() - b.getTime());
      return {
        id,
        version,
        topic,
        topicLabel: labelOf(topic),
        waitingCount: waiting.length,
        urgentCount: waiting.filter(({ urgency }) => urgency === 'urgent').length,
        longestWaitSince: since[0],
        threshold,
        horizonDays,
        openPermanenceRequestId,
        askAgainFrom: rest?.until,
        partnerMissing: partnersFor(partners, topic, {}, now).length === 0,
        waiting: inTurn(waiting).map(({ declined: _declined, ...one }) => one),
      };
    });
    items.sort(
      (a, b) => (a.longestWaitSince?.getTime() ?? Infinity) - (b.longestWaitSince?.getTime() ?? Infinity),
    );
    return { items, total: items.length };
  }

  /** Open ones first, then the latest; reasons of partners that declined included. */
  async permanenceRequests(territory: string, filter: { status?: string; topic?: string; limit: number }) {
    const where = {
      territory,
      ...(filter.status !== undefined && { 'state.status': filter.status }),
      ...(filter.topic !== undefined && { 'state.topic': filter.topic }),
    };
    const [found, total] = await Promise.all([
      this.requests.find(where).sort({ _id: -1 }).limit(filter.limit).toArray(),
      this.requests.countDocuments(where),
    ]);
    const reasons = await reasonsOf(
      this.connection,
      found.map(({ _id }) => _id),
    );
    const items = (found as PermanenceRequestDocument[]).map((one) => shownPermanenceRequest(one, reasons));
    const isOpen = ({ status }: { status: string }) => (status === 'held' || status === 'asked' ? 0 : 1);
    return { items: items.sort((a, b) => isOpen(a) - isOpen(b)), total };
  }

  async policy(territory: string, topic: string, now: Date) {
    const found = await this.demands.findOne({ _id: demandId(territory, topic) });
    return shownPolicy(topic, (found as DemandDocument | null)?.state.policies ?? [], now);
  }

  private get demands() {
    return this.connection.db!.collection<DemandDocument>('demand');
  }

  private get requests() {
    return this.connection.db!.collection<PermanenceRequestDocument>('permanence-request');
  }
}

export function shownPolicy(topic: string, own: readonly DatedPolicy[], now: Date) {
  return {
    topic,
    topicLabel: labelOf(topic),
    inForce: policyAt(now, own),
    dated: own,
    shipped: shippedPolicies,
  };
}

function shownPermanenceRequest(
  { _id: id, version, state }: PermanenceRequestDocument,
  reasons: ReadonlyMap<string, string>,
) {
  const tried = state.tried.map((one, index) => ({
    ...one,
    attempt: index + 1,
    reason: reasons.get(`${id}/${index + 1}`),
  }));
  return { id, version, ...state, topicLabel: labelOf(state.topic), tried };
}
