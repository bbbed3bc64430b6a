import type { ChangeStream, Db } from 'mongodb';
import { setTimeout as sleep } from 'node:timers/promises';

const withinMs = 300_000;

/** Sees effects as another client of the sink's database does: majority-committed, by a change stream. The same for every side. */
export class Effects {
  private readonly seen = new Map<string, number>();

  private constructor(private readonly stream: ChangeStream) {
    stream.on('change', (change) => {
      const { documentKey } = change as unknown as { documentKey: { _id: string } };
      this.seen.set(documentKey._id, performance.now());
    });
  }

  static async open(database: Db): Promise<Effects> {
    const effects = new Effects(
      database
        .collection('filing')
        .watch([{ $match: { operationType: 'insert' } }, { $project: { documentKey: 1 } }]),
    );
    await sleep(200);
    return effects;
  }

  /** Milliseconds of `performance.now()`, per id. */
  async all(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const deadline = performance.now() + withinMs;
    const missing = new Set(ids);
    for (;;) {
      for (const id of missing) if (this.seen.has(id)) missing.delete(id);
      if (missing.size === 0) return this.seen;
      if (performance.now() > deadline) throw new Error(`${missing.size} effects of ${ids.length} missing`);
      await sleep(20);
    }
  }

  async close(): Promise<void> {
    await this.stream.close();
  }
}

/** The collection's own count costs nothing, so that watching a load of thousands does not slow it. */
export function countEffects(database: Db): Promise<number> {
  return database.collection('filing').estimatedDocumentCount();
}

/** When so many effects are kept, in milliseconds of `performance.now()`. */
export async function effectsReach(database: Db, wanted: number): Promise<number> {
  const deadline = performance.now() + withinMs;
  // The collection's own count runs ahead of what is committed: at the end it is counted for good.
  for (let seen = 0; seen < wanted;) {
    const quick = await countEffects(database);
    seen = quick < wanted ? quick : await exactly(database);
    if (performance.now() > deadline) throw new Error(`${seen} effects of ${wanted} in time`);
    if (seen > wanted) throw new Error(`${seen} effects for ${wanted} events`);
    if (seen < wanted) await sleep(5);
  }
  return performance.now();
}

function exactly(database: Db): Promise<number> {
  return database.collection<{ _id: string }>('filing').countDocuments({ _id: { $gt: '' } });
}
