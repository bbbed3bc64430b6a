import type { EventEnvelope } from '@passerelle/contracts';
import type { Connection } from 'mongoose';
import type { Dispatch } from '../consumer/dispatch';
import type { Logger } from '../logger';
import type { ParkedEvent, RawCopy } from './parked-event';
import type { ParkedEvents } from './parked-events';

/**
 * At start: what an older build could not read, this one may. In the order of the broker; what waited for a reaction is replayed
 * in its queue, before what came after it of its key. What is still unknown stays parked.
 */
export async function replayKnownContracts(
  connection: Connection,
  dispatch: Dispatch,
  parkedEvents: ParkedEvents,
  logger: Logger,
  isAlive: () => boolean,
): Promise<void> {
  const documents = connection.db!.collection<ParkedEvent>('parked');
  const waiting = documents
    .find({ reason: 'unknown-contract', reaction: { $exists: false } })
    .collation({ locale: 'en', numericOrdering: true })
    .sort({ topic: 1, partition: 1, offset: 1 })
    .allowDiskUse(true);
  let replayed = await replayFreed(dispatch, parkedEvents);
  for await (const parked of waiting) {
    const event = reread(dispatch, parked);
    if (!event) continue;
    const { topic, partition, offset } = parked;
    await dispatch.give(event, { topic, partition, offset }, isAlive);
    await documents.deleteOne({ _id: parked._id });
    replayed += 1;
  }
  if (replayed > 0) logger.info({ replayed }, 'parked events were replayed by themselves');
}

/** Queues whose first waits for nobody any more. */
export function replayFreed(dispatch: Dispatch, parkedEvents: ParkedEvents): Promise<number> {
  return parkedEvents.replayFreed((parked) => reread(dispatch, parked));
}

function reread(dispatch: Dispatch, { raw, topic }: ParkedEvent): EventEnvelope | undefined {
  const message = uncut(raw);
  return message && dispatch.reread(message, topic);
}

function uncut(raw: RawCopy | undefined) {
  if (!raw || raw.cut || raw.key === null || raw.value === null) return undefined;
  return { key: Buffer.from(raw.key), value: Buffer.from(raw.value), headers: { ...raw.headers } };
}
