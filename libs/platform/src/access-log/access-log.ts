import type { Connection } from 'mongoose';
import { randomUUIDv7 } from 'node:crypto';
import type { Caller } from '../auth/caller';

/** Who read what, when and why: apart from the journal, which says what was decided. */
export interface AccessEntry {
  readonly _id: string;
  readonly at: Date;
  readonly territory: string;
  readonly actor: string;
  /** As they were called that day: an account may be gone when somebody asks. Absent for a machine. */
  readonly actorName?: string;
  readonly roles: readonly string[];
  readonly requestId: string;
  /** Kind of file: `person`, `need`. */
  readonly subject: string;
  readonly id: string;
  /** Whom the file is about. */
  readonly personId?: string;
  /** A fixed word of the trade, such as `open-file`; never free text. */
  readonly why: string;
  /** With the reader, the file and the reason: never two lines in one minute, whatever reads at the same instant. */
  readonly minute: number;
}

export interface Read {
  readonly subject: string;
  readonly id: string;
  /** Left out where the file is the person's own. */
  readonly personId?: string;
  readonly why: string;
}

export interface AccessFilter {
  /** A person, by all the ids that they have had. */
  readonly personIds?: readonly string[];
  readonly actor?: string;
  readonly from?: Date;
  /** Exclusive. */
  readonly to?: Date;
  readonly limit: number;
}

const MINUTE_MS = 60_000;

export class AccessLog {
  constructor(private readonly connection: Connection) {}

  /**
   * Await it before answering: what was not journaled must not be read. Real time, whatever the development clock says. A page
   * that reads again within a minute, because something moved, is the same reading: one line.
   */
  async record(caller: Caller, read: Read): Promise<void> {
    const now = new Date();
    const { sub: actor, name, roles, territory, requestId } = caller;
    const same = { actor, territory, subject: read.subject, id: read.id, why: read.why };
    const lately = { ...same, at: { $gt: new Date(now.getTime() - MINUTE_MS) } };
    if (await this.entries.findOne(lately, { projection: { _id: 1 } })) return;
    const personId = read.personId ?? (read.subject === 'person' ? read.id : undefined);
    const entry = {
      _id: randomUUIDv7(),
      at: now,
      ...(name !== '' && { actorName: name }),
      roles,
      requestId,
      ...(personId !== undefined && { personId }),
    };
    const minute = Math.floor(now.getTime() / MINUTE_MS);
    try {
      await this.entries.updateOne({ ...same, minute }, { $setOnInsert: entry as never }, { upsert: true });
    } catch (error) {
      // Two pages of one reader at the same instant: the other one wrote the line.
      if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error;
    }
  }

  /** Latest first. */
  of(subject: string, id: string, limit = 100): Promise<AccessEntry[]> {
    return this.entries.find({ subject, id }).sort({ at: -1 }).limit(limit).toArray();
  }

  /** Of one territory, latest first, and how many there are. */
  async list(territory: string, { limit, ...filter }: AccessFilter) {
    const where = { territory, ...whereOf(filter) };
    const [items, total] = await Promise.all([
      this.entries.find(where).sort({ at: -1, _id: -1 }).limit(limit).toArray(),
      this.entries.countDocuments(where),
    ]);
    return { items, total };
  }

  /** How agents who read here were called last: who acts on a file has opened it. */
  async namesOf(actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (actors.length === 0) return new Map();
    const found = await this.entries
      .aggregate<{ _id: string; name: string }>([
        { $match: { actor: { $in: [...new Set(actors)] }, actorName: { $exists: true } } },
        { $sort: { actor: 1, at: -1 } },
        { $group: { _id: '$actor', name: { $first: '$actorName' } } },
      ])
      .toArray();
    return new Map(found.map(({ _id, name }) => [_id, name]));
  }

  async createIndexes(): Promise<void> {
    await this.entries.createIndexes([
      { key: { subject: 1, id: 1, at: -1 } },
      { key: { actor: 1, at: -1 } },
      { key: { territory: 1, at: -1 } },
      { key: { personId: 1, at: -1 }, partialFilterExpression: { personId: { $exists: true } } },
      {
        key: { actor: 1, territory: 1, subject: 1, id: 1, why: 1, minute: 1 },
        unique: true,
        // Lines of before had no minute.
        partialFilterExpression: { minute: { $exists: true } },
      },
    ]);
  }

  private get entries() {
    return this.connection.db!.collection<AccessEntry>('access-log');
  }
}

const DUPLICATE_KEY = 11_000;

function whereOf({ personIds, actor, from, to }: Omit<AccessFilter, 'limit'>): object {
  const at = { ...(from && { $gte: from }), ...(to && { $lt: to }) };
  return {
    ...(personIds !== undefined && { personId: { $in: [...personIds] } }),
    ...(actor !== undefined && { actor }),
    ...((from ?? to) && { at }),
  };
}
