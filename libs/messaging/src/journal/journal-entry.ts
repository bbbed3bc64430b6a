/** One line of a service's journal: the audit trail, the timeline that people see, and the outbox at once. */
export interface JournalEntry {
  readonly _id: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  /** The aggregate's own count of its events, from 1. */
  readonly sequence: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly territory: string;
  readonly actor?: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly traceparent?: string;
  readonly at: Date;
  readonly publication?: JournaledPublication;
  /** Present until the relay has published it; the sweep's index is on it. */
  readonly pending?: true;
}

export interface JournaledPublication {
  /** Without the prefix. */
  readonly topic: string;
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}
