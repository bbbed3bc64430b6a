import type { EventEnvelope } from '@passerelle/contracts';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Connection } from 'mongoose';
import type { Inbox } from '../consumer/inbox';
import type { Reaction } from '../consumer/reaction';
import { journalRefusal } from '../consumer/refused-reaction';
import { isOutage } from '../unit-of-work/failures';
import type { Transaction } from '../unit-of-work/types';
import type { UnitOfWork } from '../unit-of-work/unit-of-work';
import type { ParkedEvent } from './parked-event';

const unknown = () =>
  refuse('UnknownParkedEvent', 'Cet événement n’est plus en attente : il a déjà été traité.');

const unreadable = () =>
  refuse(
    'ParkedEventUnreadable',
    'Cet événement ne peut pas être lu par cette version. Écartez-le ou mettez à jour le service.',
  );

/** Who acts, and for which territory. */
export interface Administrator {
  readonly actor: string;
  readonly territory: string;
}

/** What an administrator does with parked events: list, replay, discard. */
export class ParkedEvents {
  constructor(
    private readonly connection: Connection,
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly reactions: () => ReadonlyMap<string, Reaction>,
  ) {}

  /**
   * Of one territory, oldest first; what could not be read belongs to none and is shown in each. Those that only queue behind
   * another are not listed.
   */
  async list(territory: string, limit = 100): Promise<{ items: ParkedEvent[]; total: number }> {
    const filter = { reason: { $ne: 'behind' as const }, 'event.territory': { $in: [territory, null] } };
    const [items, total] = await Promise.all([
      this.documents.find(filter).sort({ parkedAt: 1 }).limit(limit).toArray(),
      this.documents.countDocuments(filter),
    ]);
    return { items: items as ParkedEvent[], total };
  }

  /** How many queue behind each of these, by its `_id`; those behind nobody are not there. */
  async queuedBehind(parked: readonly ParkedEvent[]): Promise<ReadonlyMap<string, number>> {
    const queues = parked.filter(({ reaction }) => reaction !== undefined);
    if (queues.length === 0) return new Map();
    const counted = await this.documents
      .aggregate<{ _id: { reaction: string; key: string }; count: number }>([
        { $match: { $or: queues.map(({ reaction, key }) => ({ reaction, key })), reason: 'behind' } },
        { $group: { _id: { reaction: '$reaction', key: '$key' }, count: { $sum: 1 } } },
      ])
      .toArray();
    const byQueue = new Map(counted.map(({ _id, count }) => [`${_id.reaction} ${_id.key}`, count]));
    return new Map(
      queues.flatMap(({ _id, reaction, key }) => {
        const count = byQueue.get(`${reaction} ${key}`);
        return count === undefined ? [] : [[_id, count] as const];
      }),
    );
  }

  count(): Promise<number> {
    return this.documents.countDocuments({});
  }

  /** Runs the parked event and those that queue behind it, in order, each in its own transaction; stops at the first failure. */
  async replay(id: string, by: Administrator): Promise<{ replayed: number } | Refusal> {
    const first = await this.find(id, by);
    if (!first) return unknown();
    if (first.reason === 'unreadable' || first.reason === 'unknown-contract' || !first.reaction) {
      return unreadable();
    }
    for (let replayed = 0; ; replayed += 1) {
      const next = await this.firstOf(first.reaction, first.key!);
      if (!next) return { replayed };
      const outcome = await this.replayOne(next, by.actor);
      if (isRefusal(outcome)) return outcome;
    }
  }

  /**
   * Queues whose first is no failure go on by themselves, since nobody sees them. It waited for a build that can read it,
   * or a replay ended before its queue did. Stops at what failed, which is for a person to look at.
   */
  async replayFreed(understand: (parked: ParkedEvent) => EventEnvelope | undefined): Promise<number> {
    const waiting = { reaction: { $exists: true }, reason: { $ne: 'failed' as const } };
    const found = await this.documents.find(waiting, { projection: { reaction: 1, key: 1 } }).toArray();
    const queues = new Map(found.map((one) => [`${one.reaction} ${one.key}`, one]));
    let replayed = 0;
    for (const { reaction, key } of queues.values()) replayed += await this.goOn(reaction!, key!, understand);
    return replayed;
  }

  /** One queue up to what failed. */
  private async goOn(
    reaction: string,
    key: string,
    understand: (parked: ParkedEvent) => EventEnvelope | undefined = ({ event }) => event,
  ): Promise<number> {
    for (let replayed = 0; ; replayed += 1) {
      const next = await this.firstOf(reaction, key);
      if (!next || next.reason === 'failed') return replayed;
      const read = next.event ? next : { ...next, event: understand(next), fits: undefined };
      if (isRefusal(await this.replayOne(read))) return replayed;
    }
  }

  /** Gives the event up: it counts as handled, with the name of who said so, and the next of its key go on. */
  async discard(id: string, by: Administrator, why: string): Promise<{ discarded: string } | Refusal> {
    const found = await this.find(id, by);
    if (!found) return unknown();
    const cause = { ...by, causationId: found.event?.id };
    const outcome = await this.unitOfWork.run(cause, async (tx) => {
      await this.settle(found, tx);
      await this.connection
        .db!.collection('discarded')
        .insertOne({ ...found, discardedBy: by.actor, discardedWhy: why, discardedAt: tx.now } as never, {
          session: tx.session,
        });
      return { discarded: id };
    });
    // Those that queued behind it are shown to nobody: they go on by themselves. In an outage `replayFreed` comes for them.
    if (!isRefusal(outcome) && found.reaction) {
      await this.goOn(found.reaction, found.key!).catch((error: unknown) => {
        if (!isOutage(error)) throw error;
      });
    }
    return outcome;
  }

  private async find(id: string, { territory }: Administrator): Promise<ParkedEvent | undefined> {
    const found = (await this.documents.findOne({ _id: id })) as ParkedEvent | null;
    const itsTerritory = found?.event?.territory ?? territory;
    return found && itsTerritory === territory ? found : undefined;
  }

  private async firstOf(reaction: string, key: string): Promise<ParkedEvent | null> {
    return (await this.documents.findOne({ reaction, key }, { sort: { sequence: 1 } })) as ParkedEvent | null;
  }

  private async replayOne(parked: ParkedEvent, actor?: string): Promise<void | Refusal> {
    const row = this.reactions().get(parked.reaction!);
    if (!row) return refuse('ReactionGone', 'Ce service ne réagit plus à cet événement. Écartez-le.');
    const event = lifted(parked, row);
    if (!event) return unreadable();
    const cause = { ...causeOf(event), ...(actor !== undefined && { actor }) };
    try {
      const outcome = await this.unitOfWork.run(cause, async (tx) => {
        if (!(await this.settle(parked, tx))) return;
        // It was parked before anybody could ask whether it concerns the reaction.
        return isStale(row, event, tx.now, actor) || !(row.concerns?.(event) ?? true)
          ? undefined
          : row.run(event, tx);
      });
      if (!isRefusal(outcome)) return;
      await this.unitOfWork.run(cause, async (tx) => {
        if (await this.settle(parked, tx)) journalRefusal(row.name, event, outcome, tx);
      });
    } catch (error) {
      if (isOutage(error)) throw error;
      await this.documents.updateOne(
        { _id: parked._id },
        {
          $inc: { attempts: 1 },
          $set: { reason: 'failed', why: (error as Error).name, event, fits: row.on.version },
          $unset: { raw: '' },
        },
      );
      return refuse('ReplayFailed', 'Le rejeu a encore échoué. La raison est notée avec l’événement.');
    }
  }

  /** Takes it off the lot and moves the inbox; false when another replay was quicker. */
  private async settle(parked: ParkedEvent, tx: Transaction): Promise<boolean> {
    const { deletedCount } = await this.documents.deleteOne({ _id: parked._id }, { session: tx.session });
    if (deletedCount === 0) return false;
    if (!parked.reaction) return true;
    const others = await this.documents.countDocuments(
      { reaction: parked.reaction, key: parked.key },
      { session: tx.session, limit: 1 },
    );
    await this.inbox.pass(parked.reaction, parked.key!, parked.sequence!, others > 0, tx);
    return true;
  }

  private get documents() {
    return this.connection.db!.collection<ParkedEvent>('parked');
  }
}

/** The event as this build's contract has it: it may have been parked by an older one. */
function lifted({ event, fits }: ParkedEvent, { on }: Reaction): EventEnvelope | undefined {
  if (!event || fits === undefined || fits === on.version) return event;
  try {
    return { ...event, data: on.schema.parse(on.upcasts![fits]!(event.data as never)) };
  } catch {
    return undefined;
  }
}

/** A person who replays knows what they do; by itself the software mails nobody about last year. */
function isStale({ staleAfterMs }: Reaction, event: EventEnvelope, now: Date, actor: string | undefined) {
  return (
    actor === undefined && staleAfterMs !== undefined && now.getTime() - event.time.getTime() > staleAfterMs
  );
}

export function causeOf(event: NonNullable<ParkedEvent['event']>) {
  return {
    territory: event.territory,
    correlationId: event.correlationId,
    causationId: event.id,
    ...(event.traceparent !== undefined && { traceparent: event.traceparent }),
  };
}
