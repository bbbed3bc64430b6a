import type { ReceivedMail } from '@passerelle/testing';

/** Where the house under fire is, by ways that no fault touches: what the checker reads with. */
export interface Where {
  readonly mongodbUri: string;
  readonly kafkaBrokers: readonly string[];
  /** Databases are `<prefix>-<service>`, topics and groups begin with it. */
  readonly prefix: string;
  readonly mails: () => readonly ReceivedMail[];
}

/** A command that was answered with success: whatever dies afterwards, its event must be there. */
export interface AcceptedCommand {
  readonly at: Date;
  /** For people: `note a need`. */
  readonly what: string;
  readonly service: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  /** The journal's event types, one of which this command must have appended. */
  readonly events: readonly string[];
}

/** What the simulated agents did. A command without an answer (cut, 503) is sent again with the same id until it has one. */
export interface Ledger {
  readonly accepted: readonly AcceptedCommand[];
  /** Refusals by name: an ordinary part of a day. */
  readonly refused: Readonly<Record<string, number>>;
  /** Answers that nobody should ever get (500, a problem without a name), with what was asked. */
  readonly unexpected: readonly string[];
}

export interface Load {
  readonly ledger: Ledger;
  /** Ends after the commands under way have their answers. */
  stop(): Promise<void>;
}

export interface LoadOptions {
  readonly gatewayUrl: string;
  readonly tokenFor: (role: string) => Promise<string>;
  readonly mails: () => readonly ReceivedMail[];
  readonly seed: number;
  /** Commands a second, over all agents; they slow down by themselves when answers are late. */
  readonly perSecond: number;
  readonly territory: string;
}

/** One fault that was struck. */
export interface Strike {
  readonly at: Date;
  /** `kill -9 of a service`, `after the publish, before the mark`… : the kinds that are counted. */
  readonly kind: string;
  /** Who was struck: `ccas-1`, `Kafka`. */
  readonly target: string;
  /** From the strike until everything answered again, in milliseconds. */
  readonly recoveredAfterMs?: number;
}

export type Fault = 'lost' | 'doubled' | 'disordered' | 'stuck' | 'broken';

export interface Finding {
  readonly fault: Fault;
  /** Ids and rules only, in one sentence. */
  readonly what: string;
}

export interface Verdict {
  readonly events: number;
  readonly counts: Readonly<Record<Fault, number>>;
  /** The first of each fault, 50 at most. */
  readonly findings: readonly Finding[];
  /** Records whose fence is below one already in their partition, beyond one batch in flight for each strike. */
  readonly staleFences: number;
  /** Mails that came again under their own Message-ID. */
  readonly mailsAgain: number;
}
