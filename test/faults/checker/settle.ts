import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, type Db } from 'mongodb';
import type { Where } from '../types';
import { services } from './evidence';
import { readsTopics } from './follows';
import { atBroker, readCommitted, readEnds } from './read-topics';

const everyMs = 1_000;
/** At rest so many times in a row, with nothing new in between. */
const inARow = 3;

/**
 * Waits until nothing is under way: nothing to publish, nothing to hear, nothing parked, nothing to send. False when patience is
 * over first. A mail, and an answer of the CCAS, wait 15 seconds of the services' time: who can, moves their clock.
 */
export async function settle(where: Where, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  let [calm, before] = [0, ''];
  while (performance.now() < deadline) {
    const now = await underWay(where).catch(() => undefined);
    calm = now?.open === 0 && now.events === before ? calm + 1 : 0;
    before = now?.events ?? '';
    if (calm >= inARow - 1) return true;
    await sleep(everyMs);
  }
  return false;
}

async function underWay(where: Where): Promise<{ open: number; events: string }> {
  const client = await new MongoClient(where.mongodbUri, { serverSelectionTimeoutMS: 5_000 }).connect();
  try {
    const counted = await Promise.all(services.map((name) => countIn(client.db(`${where.prefix}-${name}`))));
    const open = counted.reduce((sum, one) => sum + one.open, 0);
    const events = counted.map((one) => one.events).join(' ');
    return { open: open + (open === 0 ? await lagOf(where) : 0), events };
  } finally {
    await client.close();
  }
}

async function countIn(db: Db): Promise<{ open: number; events: number }> {
  const [pending, parked, leaving, answered, events] = await Promise.all([
    db.collection('journal').countDocuments({ pending: true }),
    db.collection('parked').countDocuments({}),
    db.collection('delivery').countDocuments({ 'state.status': { $in: ['pending', 'sending'] } }),
    db.collection('go-ahead').countDocuments({ 'state.status': 'answered' }),
    db.collection('journal').estimatedDocumentCount(),
  ]);
  return { open: pending + parked + leaving + answered, events };
}

/** Partitions that a group has not read to their end. */
function lagOf({ kafkaBrokers, prefix }: Where): Promise<number> {
  return atBroker(kafkaBrokers, async (_kafka, admin) => {
    const ends = await readEnds(admin, prefix);
    const committed = await readCommitted(admin, prefix);
    const behind = readsTopics.flatMap(([service, topics]) =>
      [...ends]
        .filter(([place]) => topics.includes(place.split(' ')[0] ?? ''))
        .filter(([place, end]) => (committed.get(`${service} ${place}`) ?? 0) < end),
    );
    return behind.length;
  });
}
