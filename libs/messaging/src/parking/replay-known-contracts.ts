import type { Connection } from 'mongoose';
import type { Dispatch } from '../consumer/dispatch';
import type { Logger } from '../logger';
import type { ParkedEvent, RawCopy } from './parked-event';

/**
 * At start: what an older build could not name, this one may. In the order of the broker; what is still unknown stays parked.
 */
export async function replayKnownContracts(
  connection: Connection,
  dispatch: Dispatch,
  logger: Logger,
): Promise<void> {
  const documents = connection.db!.collection<ParkedEvent>('parked');
  const waiting = documents
    .find({ reason: 'unknown-contract' })
    .sort({ topic: 1, partition: 1, parkedAt: 1 });
  let replayed = 0;
  for await (const parked of waiting) {
    const message = uncut(parked.raw);
    const event = message && dispatch.reread(message, parked.topic);
    if (!event) continue;
    const { topic, partition, offset } = parked;
    await dispatch.give(event, { topic, partition, offset }, () => true);
    await documents.deleteOne({ _id: parked._id });
    replayed += 1;
  }
  if (replayed > 0) logger.info({ replayed }, 'events that were unknown are now understood');
}

function uncut(raw: RawCopy | undefined) {
  if (!raw || raw.cut || raw.key === null || raw.value === null) return undefined;
  return { key: Buffer.from(raw.key), value: Buffer.from(raw.value), headers: { ...raw.headers } };
}
