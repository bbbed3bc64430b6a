import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, type Db } from 'mongodb';

const services = ['people', 'ccas', 'directory', 'legal-access', 'notifications'];

/** Nothing new in any journal for this long: whatever was on its way has arrived. */
const quietMs = 3_000;
const patienceMs = 240_000;

/** Waits until every journal is published, every mail has left and nothing moves any more. */
export async function untilSettled(mongodbUri: string, prefix: string): Promise<void> {
  const client = await new MongoClient(mongodbUri, { serverSelectionTimeoutMS: 5_000 }).connect();
  try {
    const dbs = services.map((name) => client.db(`${prefix}-${name}`));
    const deadline = performance.now() + patienceMs;
    let before = -1;
    let quietSince = performance.now();
    for (;;) {
      const { events, open } = await measure(dbs);
      if (events !== before || open > 0) quietSince = performance.now();
      if (performance.now() - quietSince >= quietMs) return;
      if (performance.now() > deadline)
        throw new Error(`The town does not come to rest: ${open} things are open.`);
      before = events;
      await sleep(500);
    }
  } finally {
    await client.close();
  }
}

async function measure(dbs: readonly Db[]): Promise<{ events: number; open: number }> {
  const counts = await Promise.all(
    dbs.map(async (db) => {
      const [events, pending, leaving, answered] = await Promise.all([
        db.collection('journal').countDocuments({}),
        db.collection('journal').countDocuments({ pending: true }),
        db.collection('delivery').countDocuments({ 'state.status': { $in: ['pending', 'sending'] } }),
        db.collection('go-ahead').countDocuments({ 'state.status': 'answered' }),
      ]);
      return { events, open: pending + leaving + answered };
    }),
  );
  return {
    events: counts.reduce((sum, { events }) => sum + events, 0),
    open: counts.reduce((sum, { open }) => sum + open, 0),
  };
}
