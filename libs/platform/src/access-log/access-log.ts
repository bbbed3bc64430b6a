import type { Connection } from 'mongoose';
import { randomUUIDv7 } from 'node:crypto';
import type { Caller } from '../auth/caller';

/** Who read what, when and why: apart from the journal, which says what was decided. */
export interface AccessEntry {
  readonly _id: string;
  readonly at: Date;
  readonly territory: string;
  readonly actor: string;
  readonly roles: readonly string[];
  readonly requestId: string;
  /** Kind of file: `person`, `need-note`. */
  readonly subject: string;
  readonly id: string;
  /** A fixed word of the trade, such as `open-file`; never free text. */
  readonly why: string;
}

export interface Read {
  readonly subject: string;
  readonly id: string;
  readonly why: string;
}

type Reader = Pick<Caller, 'sub' | 'roles' | 'territory' | 'requestId'>;

export class AccessLog {
  constructor(private readonly connection: Connection) {}

  /**
   * Await it before answering: what was not journaled must not be read. Real time, whatever the development clock says.
   * A signed link reads too: its `sub` is `link:<purpose>`, and it has no roles.
   */
  async record(caller: Reader, read: Read): Promise<void> {
    const { sub: actor, roles, territory, requestId } = caller;
    const entry: AccessEntry = {
      _id: randomUUIDv7(),
      at: new Date(),
      territory,
      actor,
      roles,
      requestId,
      ...read,
    };
    await this.entries.insertOne(entry as never);
  }

  /** Latest first. */
  of(subject: string, id: string, limit = 100): Promise<AccessEntry[]> {
    return this.entries.find({ subject, id }).sort({ at: -1 }).limit(limit).toArray();
  }

  async createIndexes(): Promise<void> {
    await this.entries.createIndexes([{ key: { subject: 1, id: 1, at: -1 } }, { key: { actor: 1, at: -1 } }]);
  }

  private get entries() {
    return this.connection.db!.collection<AccessEntry>('access-log');
  }
}
