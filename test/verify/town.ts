/** What the databases and the inbox hold, as verify sees it: its own words for them, shared with no service. */
export interface Entry {
  readonly _id: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly sequence: number;
  readonly type: string;
  readonly data: Values;
  readonly territory: string;
  readonly actor?: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly at: Date;
  readonly publication?: { readonly topic: string; readonly type: string; readonly data: Values };
  readonly pending?: boolean;
}

export type Values = Readonly<Record<string, unknown>>;

export interface Stored<State> {
  readonly _id: string;
  readonly version: number;
  readonly territory: string;
  readonly state: State;
}

export interface Waiting {
  readonly needId: string;
  readonly urgency: 'normal' | 'urgent';
  readonly since: Date;
  readonly contactedOn: string;
  readonly declined: readonly string[];
}

export interface Demand {
  readonly topic?: string;
  readonly waiting: readonly Waiting[];
  readonly openPermanenceRequestId?: string;
  readonly policies: readonly { readonly from: string; readonly values: Partial<Policy> }[];
}

export interface Policy {
  readonly horizonDays: number;
  readonly noticeHours: number;
}

export interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly needId?: string;
  readonly appointmentId?: string;
  readonly attendance?: string;
}

export interface Session {
  readonly status: 'open' | 'closed' | 'cancelled';
  readonly permanenceRequestId?: string;
  readonly placeId?: string;
  readonly room?: string;
  readonly topics: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly slots: readonly Slot[];
}

export interface Request {
  readonly status: 'waiting' | 'placed' | 'returned' | 'closed';
  readonly personId: string;
  readonly topic: string;
  readonly urgency: 'normal' | 'urgent';
  readonly contactedOn: string;
  readonly since: Date;
  readonly because?: string;
  readonly outcome?: string;
  readonly appointment?: {
    readonly appointmentId: string;
    readonly sessionId: string;
    readonly startsAt: Date;
    readonly walkIn: boolean;
  };
}

export interface PermanenceRequest {
  readonly status: 'held' | 'asked' | 'accepted' | 'closed';
  readonly topic: string;
  readonly sessionId?: string;
}

export interface Need {
  readonly status:
    | 'to-classify'
    | 'awaiting-service'
    | 'oriented'
    | 'referred'
    | 'placed'
    | 'returned'
    | 'expired'
    | 'closed';
  readonly topic?: string;
  readonly field?: string;
  readonly urgency: string;
  readonly because?: string;
  readonly outcome?: string;
  readonly appointment?: { readonly appointmentId: string; readonly startsAt: Date };
  readonly lastReferralId?: string;
}

export interface Referral {
  readonly status: 'sent' | 'questioned' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'closed';
  readonly needId: string;
  readonly promise?: { readonly remindAt: Date; readonly expireAt: Date };
}

export interface Delivery {
  readonly status: 'pending' | 'sending' | 'sent' | 'awaiting-agent' | 'told' | 'in-app' | 'dropped';
  readonly notice: string;
  readonly becauseOf: string;
  readonly because?: string;
  readonly recipient: Values & { readonly kind: string };
  readonly fact: Values;
}

export interface Mail {
  /** Without its angle brackets. */
  readonly messageId: string;
  readonly subject: string;
}

export interface Service {
  readonly name: string;
  /** In the order of their ids, which is the order in which they were decided. */
  readonly journal: readonly Entry[];
  /** Every collection of aggregates, by its name, which is also the journal's word for it. */
  readonly aggregates: ReadonlyMap<string, readonly Stored<unknown>[]>;
  readonly parked: readonly { readonly _id: string; readonly why?: string }[];
}

export class Town {
  constructor(
    readonly services: readonly Service[],
    /** Ids of the events that the CCAS keeps as links of the chains. */
    readonly chainLinks: ReadonlyMap<string, { readonly needId?: string }>,
    readonly mails: readonly Mail[],
  ) {}

  journalOf(service: string): readonly Entry[] {
    return this.services.find(({ name }) => name === service)?.journal ?? [];
  }

  all<State>(service: string, aggregate: string): readonly Stored<State>[] {
    const found = this.services.find(({ name }) => name === service)?.aggregates.get(aggregate);
    return (found ?? []) as readonly Stored<State>[];
  }

  /** The services' own time, as far as they wrote it: what was due by then has been done. */
  get lastInstant(): Date {
    const times = this.services.flatMap(({ journal }) => journal.map(({ at }) => at.getTime()));
    return new Date(times.reduce((latest, time) => Math.max(latest, time), 0));
  }

  get needs() {
    return this.all<Need>('ccas', 'need');
  }
  get referrals() {
    return this.all<Referral>('ccas', 'referral');
  }
  get requests() {
    return this.all<Request>('legal-access', 'request');
  }
  get demands() {
    return this.all<Demand>('legal-access', 'demand');
  }
  get sessions() {
    return this.all<Session>('legal-access', 'session');
  }
  get permanenceRequests() {
    return this.all<PermanenceRequest>('legal-access', 'permanence-request');
  }
  get deliveries() {
    return this.all<Delivery>('notifications', 'delivery');
  }
}
