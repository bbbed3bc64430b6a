import type { EventEnvelope } from '@passerelle/contracts';
import type { RawMessage } from '../journal/cloud-event';
import type { Position } from '../parking/parked-event';
import type { Reaction } from './reaction';

/** One event for one reaction, with where it lies. */
export interface Work {
  readonly row: Reaction;
  readonly event: EventEnvelope;
  readonly at: Position;
  /** Of a version that this build does not know: the event has no data, and waits for the build that does. */
  readonly fromTheFuture?: RawMessage;
}

/** Works of one key, in the order of the broker. */
export type KeyLane = readonly Work[];

/** Works that share a transaction when many wait: beyond, a conflict would repeat too much. */
export const worksTogether = 16;

/**
 * Lanes that may share a transaction, at most `most` works in each group; a lane is never split. A reaction that takes turns keeps
 * its key alone: sharing would hold its turn longer.
 */
export function grouped(lanes: readonly KeyLane[], most: number): KeyLane[][] {
  const groups: KeyLane[][] = [];
  let open: KeyLane[] = [];
  let size = 0;
  for (const lane of lanes) {
    if (lane.some(({ row }) => row.lane)) {
      groups.push([lane]);
      continue;
    }
    if (size + lane.length > most && open.length > 0) {
      groups.push(open);
      [open, size] = [[], 0];
    }
    open.push(lane);
    size += lane.length;
  }
  return open.length > 0 ? [...groups, open] : groups;
}
