import type { EventEnvelope } from '@passerelle/contracts';

export type ParkingReason = 'failed' | 'behind' | 'unknown-contract' | 'unreadable';

/** An event set aside with its reason, until somebody replays or discards it. Other keys go on. */
export interface ParkedEvent {
  /** `reaction eventId`, or `topic partition offset` for what has no reaction. */
  readonly _id: string;
  readonly reason: ParkingReason;
  /** What went wrong, without any value of the event. */
  readonly why: string;
  readonly parkedAt: Date;
  readonly attempts: number;
  readonly reaction?: string;
  /** With `reaction`: the queue it stands in. */
  readonly key?: string;
  readonly sequence?: number;
  readonly event?: EventEnvelope;
  /** Version of the contract that the event's data fit, when it was parked; a newer build lifts it first. */
  readonly fits?: number;
  /** Where it lies on the broker. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** Of what could not be read, as it came; kept for the person who decides. */
  readonly raw?: RawCopy;
}

export interface RawCopy {
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly cut: boolean;
}

export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}
