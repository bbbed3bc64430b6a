import type { Connection } from 'mongoose';
import type { AgentNames } from './agent-names';
import type { NeedDocument } from './need.store';
import { waitSince } from './need.view';
import { waitingForCcas } from './to-handle.reads';

interface Load {
  readonly _id: string;
  readonly open: number;
  readonly waiting: number;
  readonly urgent: number;
  readonly oldest: Date | null;
}

const none = { open: 0, waiting: 0, urgent: 0, oldest: null };

/** Who follows how many needs. Nothing here compares people's work: it shows where help is wanted. */
export class WorkerReads {
  constructor(
    private readonly connection: Connection,
    private readonly names: AgentNames,
    private readonly clock: { now(): Date },
  ) {}

  /** Whoever has an open need, or may be given one. Those who have most to decide come first. */
  async list(territory: string) {
    const [loads, known] = await Promise.all([this.loads(territory), this.names.workersOf(territory)]);
    const byWorker = new Map(loads.map((load) => [load._id, load]));
    const ids = [...new Set([...byWorker.keys(), ...known.map(({ id }) => id)])];
    const nameOf = await this.names.of(ids);
    const mayBeGiven = new Set(known.map(({ id }) => id));
    const items = ids
      .map((id) => ({
        id,
        name: nameOf(id),
        mayBeGiven: mayBeGiven.has(id),
        ...this.loadOf(byWorker.get(id)),
      }))
      .sort(
        (one, other) =>
          other.waiting - one.waiting ||
          other.open - one.open ||
          (one.name ?? '').localeCompare(other.name ?? '', 'fr') ||
          one.id.localeCompare(other.id),
      );
    return { items, total: items.length };
  }

  private loadOf(load: Omit<Load, '_id'> = none) {
    const { open, waiting, urgent, oldest } = load;
    return { open, waiting, urgent, ...(oldest && { oldestPromise: waitSince(oldest, this.clock.now()) }) };
  }

  private loads(territory: string): Promise<Load[]> {
    const count = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
    return this.connection
      .db!.collection<NeedDocument>('need')
      .aggregate<Load>([
        { $match: { territory, 'state.status': { $ne: 'closed' } } },
        {
          $group: {
            _id: '$state.workerId',
            open: { $sum: 1 },
            waiting: count({ $in: ['$state.status', [...waitingForCcas]] }),
            urgent: count({ $eq: ['$state.urgency', 'urgent'] }),
            // An appointment keeps the promise: it is not late.
            oldest: {
              $min: { $cond: [{ $eq: ['$state.status', 'placed'] }, null, '$state.promise.startedAt'] },
            },
          },
        },
      ])
      .toArray();
  }
}
