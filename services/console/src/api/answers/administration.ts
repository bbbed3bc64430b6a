import type { List } from './list';

/** An event that a service could not take in, and set aside with its reason. Instants are ISO texts. */
export interface ParkedEvent {
  readonly id: string;
  readonly service: string;
  readonly serviceTitle: string;
  readonly reason: 'failed' | 'unknown-contract' | 'unreadable';
  /** For who repairs: never a value of the event. */
  readonly why: string;
  readonly parkedAt: string;
  readonly attempts: number;
  readonly reaction?: string;
  readonly key?: string;
  readonly topic: string;
  readonly event?: { readonly id: string; readonly type: string };
  /** Later events of the same file that wait behind this one. */
  readonly behind: number;
}

/** Of every service, by the gateway; `missing` did not answer. */
export interface ParkedEvents extends List<ParkedEvent> {
  readonly missing: readonly string[];
}

/** One reading of one file: who, when and why. */
export interface Access {
  readonly id: string;
  readonly service: string;
  readonly serviceTitle: string;
  readonly at: string;
  readonly actor: string;
  readonly actorName?: string;
  readonly roles: readonly string[];
  /** Kind of file. */
  readonly subject: string;
  readonly fileId: string;
  readonly personId?: string;
  readonly why: string;
}

export interface Accesses extends List<Access> {
  readonly missing: readonly string[];
}
