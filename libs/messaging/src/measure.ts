import type { Connection } from 'mongoose';
import type { KafkaTransport } from './consumer/kafka-transport';
import { gauges } from './gauges';
import type { JournalEntry } from './journal/journal-entry';
import type { Leadership } from './lease/leadership';
import type { ParkedEvent, ParkingReason } from './parking/parked-event';
import { systemTime, within } from './time';
import type { Clock } from './unit-of-work/unit-of-work';

export interface Measured {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly transport: Pick<KafkaTransport, 'topics' | 'lag'>;
  readonly leadership: Pick<Leadership, 'role' | 'fence'>;
}

/** Whoever looks does not wait for a server that is away. */
const patienceMs = 2_000;
const reasons: readonly ParkingReason[] = ['failed', 'behind', 'unknown-contract', 'unreadable'];

/**
 * Sets the gauges of what is there now: asked of the database and of the broker when somebody looks, so that it costs the work
 * nothing. What cannot be asked is `NaN`, never yesterday's figure.
 */
export async function measure(measured: Measured): Promise<void> {
  const { connection, clock, transport, leadership } = measured;
  const set = gauges();
  set.relayLeading.set(leadership.role === 'leading' ? 1 : 0);
  set.relayFence.set(leadership.fence);
  const [journal, parked, lag] = await Promise.all([
    orUnknown(journalLag(connection, clock)),
    orUnknown(parkedNow(connection)),
    orUnknown(transport.lag()),
  ]);
  set.journalPending.set(known(journal?.events));
  set.journalOldest.set(known(journal?.oldestSeconds));
  for (const reason of reasons) set.parkedNow.set({ reason }, known(parked?.(reason)));
  for (const topic of transport.topics) set.consumerLag.set({ topic }, known(lag?.get(topic)));
}

function known(value: number | undefined): number {
  return value ?? Number.NaN;
}

function orUnknown<T>(asked: Promise<T>): Promise<T | undefined> {
  return within(patienceMs, asked, systemTime).catch(() => undefined);
}

/** By the partial index, which holds what is pending and nothing else. */
async function journalLag(connection: Connection, clock: Clock) {
  const [found] = await connection
    .db!.collection<JournalEntry>('journal')
    .aggregate<{ events: number; oldest: Date }>(
      [
        { $match: { pending: true } },
        { $group: { _id: null, events: { $sum: 1 }, oldest: { $min: '$at' } } },
      ],
      { hint: 'pending', maxTimeMS: patienceMs },
    )
    .toArray();
  if (!found) return { events: 0, oldestSeconds: 0 };
  const age = (clock.now().getTime() - found.oldest.getTime()) / 1_000;
  return { events: found.events, oldestSeconds: Math.max(0, age) };
}

async function parkedNow(connection: Connection): Promise<(reason: ParkingReason) => number> {
  const rows = await connection
    .db!.collection<ParkedEvent>('parked')
    .aggregate<{ _id: ParkingReason; events: number }>(
      [{ $sort: { reason: 1 } }, { $group: { _id: '$reason', events: { $sum: 1 } } }],
      { maxTimeMS: patienceMs },
    )
    .toArray();
  return (reason) => rows.find(({ _id }) => _id === reason)?.events ?? 0;
}
