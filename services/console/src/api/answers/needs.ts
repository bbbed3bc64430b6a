import type { List } from './list';

export type NeedStatus =
  'to-classify' | 'awaiting-service' | 'oriented' | 'placed' | 'returned' | 'expired' | 'closed';

/** Instants are ISO texts, days are AAAA-MM-JJ. */
export interface Need {
  readonly id: string;
  readonly version: number;
  readonly status: NeedStatus;
  readonly personId: string;
  readonly notedForPersonId?: string;
  readonly topic: string | null;
  readonly field: string | null;
  /** Who chose the topic; they may take it back the same day. */
  readonly chosen?: { readonly workerId: string; readonly at: string };
  readonly urgency: 'normal' | 'urgent';
  readonly contactedOn: string;
  readonly district?: string;
  readonly ageBand?: string;
  readonly workerId: string;
  readonly workerName?: string;
  readonly notedAt: string;
  readonly waits?: { readonly since: string; readonly days: number };
  readonly promise?: { readonly remindAt: string; readonly expireAt: string; readonly reminded: boolean };
  readonly acknowledged?: boolean;
  readonly appointment?: { readonly appointmentId: string; readonly startsAt: string };
  readonly because?: string;
  readonly outcome?: string;
  readonly closedAt?: string;
  /** The CCAS closed it itself. */
  readonly canReopen?: true;
  /** The resident's own; only for who may read them. */
  readonly words?: string;
}

export interface NeedNote {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name?: string };
}

export interface NeedFile extends Need {
  readonly notes: readonly NeedNote[];
}

export type Doer =
  | { readonly kind: 'agent'; readonly id: string; readonly name?: string }
  | { readonly kind: 'resident' | 'partner' | 'software' };

export interface TimelineLine {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly sentence: string;
  readonly detail?: string;
  readonly by: Doer;
}

export interface ChainLine extends TimelineLine {
  readonly source: string;
  readonly lane: string;
  readonly causedBy: string | null;
}

export interface Chain {
  readonly needId: string;
  readonly complete: boolean;
  readonly items: readonly ChainLine[];
}

export interface GoAhead {
  readonly permanenceRequestId: string;
  /** `answered`: it leaves in a moment, and can be taken back until then. */
  readonly status: 'asked' | 'answered' | 'given' | 'over';
  readonly topic: string;
  readonly waitingCount: number;
  readonly because: 'threshold' | 'longest-wait';
  readonly heldAt: string;
  readonly granted?: boolean;
}

export interface Proposal {
  readonly topic: string | null;
  readonly field: string | null;
  readonly label?: string;
  /** The words that said it. */
  readonly because: readonly string[];
}

/** A topic that a need can have, and whether a service takes it in this territory. */
export interface OfferedTopic {
  readonly topic: string;
  readonly label: string;
  readonly field: string;
  readonly fieldLabel: string;
  readonly served: boolean;
}

export type NeedList = List<Need>;

export type WorkCount = 'returned' | 'expired' | 'to-classify' | 'awaiting-service' | 'urgent';

/** One page of what the CCAS has to decide, and the counts of all of it. */
export interface WorkList extends NeedList {
  readonly counts: Readonly<Record<WorkCount, number>>;
  readonly oldest?: { readonly since: string; readonly days: number };
}

/** How many needs somebody follows. */
export interface WorkerLoad {
  readonly id: string;
  readonly name?: string;
  /** They work with needs here: others' can be handed to them. */
  readonly mayBeGiven: boolean;
  readonly open: number;
  readonly waiting: number;
  readonly urgent: number;
  readonly oldestPromise?: { readonly since: string; readonly days: number };
}
