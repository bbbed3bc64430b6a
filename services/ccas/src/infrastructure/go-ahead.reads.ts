import type { Connection } from 'mongoose';
import type { GoAhead } from '../domain/go-ahead';
import type { GoAheadDocument } from './need.store';

export class GoAheadReads {
  constructor(private readonly connection: Connection) {}

  /** Oldest first. */
  async list(territory: string, status: Exclude<GoAhead['status'], 'unknown'>, limit: number) {
    const documents = this.connection.db!.collection<GoAheadDocument>('go-ahead');
    const where = { territory, 'state.status': status };
    const [found, total] = await Promise.all([
      documents.find(where).sort({ 'state.heldAt': 1, _id: 1 }).limit(limit).toArray(),
      documents.countDocuments(where),
    ]);
    return {
      items: found.map(({ _id: permanenceRequestId, state }) => ({
        permanenceRequestId,
        ...(state as GoAhead),
      })),
      total,
    };
  }
}
