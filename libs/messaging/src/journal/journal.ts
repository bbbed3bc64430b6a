import type { Connection } from 'mongoose';
import { declareIndexes } from '../unit-of-work/indexes';
import type { JournalEntry } from './journal-entry';

/** Reads what a service decided. Writing is the aggregate store's. */
export class Journal {
  constructor(private readonly connection: Connection) {
    declareIndexes(connection, 'journal', [
      { key: { aggregate: 1, aggregateId: 1, sequence: 1 }, unique: true },
      { key: { correlationId: 1 } },
      { key: { sequence: 1 }, name: 'pending', partialFilterExpression: { pending: true } },
    ]);
  }

  private get entries() {
    return this.connection.db!.collection<JournalEntry>('journal');
  }

  /** Everything that happened to one aggregate, in order. */
  timeline(aggregate: string, aggregateId: string): Promise<JournalEntry[]> {
    return this.entries.find({ aggregate, aggregateId }).sort({ sequence: 1 }).toArray() as Promise<
      JournalEntry[]
    >;
  }
}
