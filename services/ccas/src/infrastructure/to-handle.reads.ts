import type { Connection } from 'mongoose';
import type { NeedStatus } from '../domain/need';
import type { NeedReads } from './need.reads';
import type { ToHandle } from './need.schemas';
import { workIndex, type NeedDocument } from './need.store';
import { waitSince } from './need.view';

/** What waits for a decision of the CCAS; the rest waits for a service, which has its own list. */
export const waitingForCcas = [
  'returned',
  'expired',
  'to-classify',
  'awaiting-service',
] as const satisfies NeedStatus[];
type Waiting = (typeof waitingForCcas)[number];

const statusesOf: Readonly<Record<NonNullable<ToHandle['kind']>, readonly Waiting[]>> = {
  urgent: waitingForCcas,
  'to-classify': ['to-classify'],
  'to-reorient': ['returned', 'expired'],
  'awaiting-service': ['awaiting-service'],
};

const since = { $ifNull: ['$state.promise.startedAt', '$state.notedAt'] };

interface Counted {
  readonly _id: { readonly status: Waiting; readonly urgency: string };
  readonly count: number;
  readonly oldest: Date;
}

/** The one list of work of the CCAS. What it is sorted and counted by comes from one index; only a page is read. */
export class ToHandleReads {
  constructor(
    private readonly connection: Connection,
    private readonly needs: NeedReads,
  ) {}

  /**
   * What can be decided first: where no service is there yet, little can be done today. Then the urgent, then the oldest
   * promise, or the day it was noted for what never had one.
   */
  async list(territory: string, { kind, limit, offset }: ToHandle, withWords: boolean) {
    const [ids, counted] = await Promise.all([
      this.page(territory, kind, limit, offset),
      this.counted(territory),
    ]);
    const found = (await this.documents.find({ _id: { $in: ids } }).toArray()) as NeedDocument[];
    const byId = new Map(found.map((document) => [document._id, document]));
    const inTurn = ids.flatMap((id) => byId.get(id) ?? []);
    const oldest = counted.map((one) => one.oldest.getTime());
    return {
      items: await this.needs.views(inTurn, withWords),
      total: totalOf(counted, kind),
      counts: {
        ...Object.fromEntries(waitingForCcas.map((status) => [status, sum(counted, { status })])),
        urgent: sum(counted, { urgency: 'urgent' }),
      },
      ...(oldest.length > 0 && { oldest: waitSince(new Date(Math.min(...oldest)), this.needs.now()) }),
    };
  }

  private async page(territory: string, kind: ToHandle['kind'], limit: number, offset: number) {
    const found = await this.documents
      .aggregate<{ _id: string }>(
        [
          { $match: whereOf(territory, kind) },
          {
            $project: {
              since,
              urgency: '$state.urgency',
              isUnserved: { $eq: ['$state.status', 'awaiting-service'] },
            },
          },
          { $sort: { isUnserved: 1, urgency: -1, since: 1, _id: 1 } },
          { $skip: offset },
          { $limit: limit },
          { $project: { _id: 1 } },
        ],
        { hint: workIndex },
      )
      .toArray();
    return found.map(({ _id }) => _id);
  }

  private counted(territory: string): Promise<Counted[]> {
    return this.documents
      .aggregate<Counted>(
        [
          { $match: whereOf(territory, undefined) },
          {
            $group: {
              _id: { status: '$state.status', urgency: '$state.urgency' },
              count: { $sum: 1 },
              oldest: { $min: since },
            },
          },
        ],
        { hint: workIndex },
      )
      .toArray();
  }

  private get documents() {
    return this.connection.db!.collection<NeedDocument>('need');
  }
}

function whereOf(territory: string, kind: ToHandle['kind']) {
  return {
    territory,
    'state.status': { $in: [...(kind === undefined ? waitingForCcas : statusesOf[kind])] },
    ...(kind === 'urgent' && { 'state.urgency': 'urgent' }),
  };
}

function totalOf(counted: readonly Counted[], kind: ToHandle['kind']): number {
  if (kind === 'urgent') return sum(counted, { urgency: 'urgent' });
  const statuses = kind === undefined ? waitingForCcas : statusesOf[kind];
  return statuses.reduce((total, status) => total + sum(counted, { status }), 0);
}

function sum(counted: readonly Counted[], of: Partial<Counted['_id']>): number {
  return counted
    .filter(({ _id }) => of.status === undefined || _id.status === of.status)
    .filter(({ _id }) => of.urgency === undefined || _id.urgency === of.urgency)
    .reduce((total, { count }) => total + count, 0);
}
