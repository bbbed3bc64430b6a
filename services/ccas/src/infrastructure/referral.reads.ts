import type { Connection } from 'mongoose';
import type { Consent } from '../domain/referral.decide';
import type { KnownReferral } from '../domain/referral';
import type { AgentNames } from './agent-names';
import { consentOf } from './consents';
import type { NeedDocument, ReferralDocument } from './need.store';
import { shownPersons } from './person-aliases';
import { textsOfReferrals } from './referral-texts';
import type { ListReferrals } from './referral.schemas';
import { referralView, type ReferralView } from './referral.view';

const open = ['sent', 'questioned', 'accepted'] as const;

/** How one partner keeps up with what it was referred. */
interface PartnerWaits {
  readonly partnerId: string;
  /** Waiting for its answer, and since when the oldest does. */
  readonly waiting: number;
  readonly waitingSince: Date | null;
  /** Reminded, and still silent. */
  readonly silent: number;
  readonly questioned: number;
  readonly accepted: number;
  readonly declined: number;
  readonly expired: number;
  readonly closed: number;
}

/** What agents read of referrals. Everything is within one territory. */
export class ReferralReads {
  constructor(
    private readonly connection: Connection,
    private readonly names: AgentNames,
    private readonly clock: { now(): Date },
  ) {}

  /** Those that are open unless a state is asked for: the longest wait first. What has ended: the latest first. */
  async list(territory: string, { status, topic, partnerId, worker, limit, offset }: ListReferrals) {
    const isOpen = status === undefined || (open as readonly string[]).includes(status);
    const where = {
      territory,
      'state.status': status ?? { $in: [...open] },
      ...(topic !== undefined && { 'state.topic': topic }),
      ...(partnerId !== undefined && { 'state.partnerId': partnerId }),
      ...(worker !== undefined && { 'state.workerId': worker }),
    } as object;
    const [found, total] = await Promise.all([
      this.referrals
        .find(where)
        .sort({ 'state.sentAt': isOpen ? 1 : -1, _id: 1 })
        .skip(offset)
        .limit(limit)
        .toArray(),
      this.referrals.countDocuments(where),
    ]);
    return { items: await this.views(found as ReferralDocument[]), total };
  }

  /** How many wait at each partner, and since when: who stays silent is seen. */
  async byPartner(territory: string): Promise<{ items: PartnerWaits[]; total: number }> {
    const count = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
    const is = (status: string) => ({ $eq: ['$state.status', status] });
    const found = await this.referrals
      .aggregate<Omit<PartnerWaits, 'partnerId'> & { _id: string }>([
        { $match: { territory } },
        {
          $group: {
            _id: '$state.partnerId',
            waiting: count(is('sent')),
            waitingSince: { $min: { $cond: [is('sent'), '$state.turnSince', null] } },
            silent: count({ $and: [is('sent'), '$state.promise.reminded'] }),
            questioned: count(is('questioned')),
            accepted: count(is('accepted')),
            declined: count(is('declined')),
            expired: count(is('expired')),
            closed: count(is('closed')),
          },
        },
        { $sort: { silent: -1, waiting: -1, waitingSince: 1, _id: 1 } },
      ])
      .toArray();
    const items = found.map(({ _id: partnerId, ...counted }) => ({ partnerId, ...counted }));
    return { items, total: items.length };
  }

  /** Of one need, the latest first, with what was written; and whether the person lets it be referred. */
  async ofNeed(territory: string, needId: string) {
    const need = (await this.connection
      .db!.collection<NeedDocument>('need')
      .findOne({ _id: needId, territory })) as NeedDocument | null;
    if (!need || need.state.status === 'unknown') return undefined;
    const found = (await this.referrals
      .find({ territory, 'state.needId': needId } as object)
      .sort({ 'state.sentAt': -1 })
      .toArray()) as ReferralDocument[];
    const [views, texts, consent] = await Promise.all([
      this.views(found),
      textsOfReferrals(
        this.connection,
        found.map(({ _id }) => _id),
      ),
      consentOf(this.connection, need.state.personId),
    ]);
    const written = [...texts.values()].flat();
    const nameOf = await this.names.of([...written.map(({ by }) => by), ...views.map((one) => one.workerId)]);
    const items = views.map((view) => ({
      ...view,
      workerName: nameOf(view.workerId),
      texts: (texts.get(view.id) ?? []).map(({ id, kind, text, at, by }) => ({
        ...{ id, kind, text, at },
        by: { id: by, name: nameOf(by) },
      })),
    }));
    return { items, total: items.length, consent: consent satisfies Consent };
  }

  now(): Date {
    return this.clock.now();
  }

  private async views(documents: readonly ReferralDocument[]): Promise<ReferralView[]> {
    const now = this.now();
    const views = documents.map(({ _id: id, version, state }) =>
      referralView({ id, version, state: state as KnownReferral }, now),
    );
    const shown = await shownPersons(
      this.connection,
      views.map(({ personId }) => personId),
    );
    return views.map((view) => ({ ...view, personId: shown(view.personId) }));
  }

  private get referrals() {
    return this.connection.db!.collection<ReferralDocument>('referral');
  }
}
