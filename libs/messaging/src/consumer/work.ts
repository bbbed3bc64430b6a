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
