import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';

export const setName = 'passerelle';

/** A primary is elected and has taken a majority write. Makes the set on its first start. */
export async function replicaSetReady(port: number, withinMs: number): Promise<'ready' | 'late'> {
  const host = `127.0.0.1:${port}`;
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const client = new mongo.MongoClient(`mongodb://${host}/?directConnection=true`, {
      serverSelectionTimeoutMS: 500,
    });
    try {
      await client.connect();
      await agreeOnTheSet(client.db('admin'), host);
      while (Date.now() < deadline) {
        const hello = await client.db('admin').command({ hello: 1 });
        if (hello['isWritablePrimary']) break;
        await sleep(50);
      }
      await client
        .db('infrastructure')
        .collection<{ _id: string; at: Date }>('ready')
        .updateOne(
          { _id: 'ready' },
          { $set: { at: new Date() } },
          { upsert: true, writeConcern: { w: 'majority', journal: true } },
        );
      return 'ready';
    } catch {
      await sleep(100);
    } finally {
      await client.close();
    }
  }
  return 'late';
}

/** Initiates the set, or tells a set kept from an earlier run that its only member now has another port. */
async function agreeOnTheSet(admin: mongo.Db, host: string): Promise<void> {
  const config = await admin.command({ replSetGetConfig: 1 }).catch(() => undefined);
  if (!config) {
    await admin.command({
      replSetInitiate: {
        _id: setName,
        members: [{ _id: 0, host }],
        settings: { electionTimeoutMillis: 1_000 },
      },
    });
    return;
  }
  const current = config['config'] as { version: number; members: { host: string }[] };
  if (current.members[0]?.host === host) return;
  current.members[0]!.host = host;
  current.version += 1;
  await admin.command({ replSetReconfig: current, force: true });
}

/** Whether a MongoDB that somebody else runs can take our transactions. */
export async function replicaSetAnswers(
  uri: string,
  withinMs: number,
): Promise<'ready' | 'silent' | 'no replica set'> {
  try {
    const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: withinMs });
    try {
      const hello = await client.db('admin').command({ hello: 1 });
      return hello['setName'] || hello['msg'] === 'isdbgrid' ? 'ready' : 'no replica set';
    } finally {
      await client.close();
    }
  } catch {
    return 'silent';
  }
}
