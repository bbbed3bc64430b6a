import type { List } from './list';

/** Instants are ISO texts, days are AAAA-MM-JJ. */
export interface FreeSlot {
  readonly sessionId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Absent when the partner receives at its own premises. */
  readonly placeId?: string;
  readonly room?: string;
  readonly placeName: string;
  readonly placeAddress: string;
  readonly profession: string;
  readonly professionLabel: string;
  readonly topics: readonly string[];
}

export type WaitReason = 'no-slot' | 'appointment-cancelled' | 'session-cancelled' | 'absent';
export type ReturnReason = 'absent-twice' | 'promise-expired' | 'agent-decision' | 'resident-cancelled';
export type Urgency = 'normal' | 'urgent';

export interface LegalRequest {
  readonly needId: string;
  readonly version: number;
  readonly status: 'waiting' | 'placed' | 'returned' | 'closed';
  readonly personId: string;
  readonly topic: string;
  readonly topicLabel: string;
  readonly urgency: Urgency;
  readonly since?: string;
  readonly contactedOn?: string;
  /** Why somebody waits, or why the request went back to the CCAS. */
  readonly because?: WaitReason | ReturnReason;
  readonly outcome?: string;
  readonly appointment?: {
    readonly appointmentId: string;
    readonly sessionId: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly placeName: string;
    readonly placeAddress: string;
    readonly profession: string;
    readonly confirmed?: boolean;
  };
}

/** One line of a request's journal; `actorName` when the service knows how they are called. */
export interface RequestLine {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor?: string | null;
  readonly actorName?: string;
}

export interface SessionSlot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly needId?: string;
  readonly walkIn?: boolean;
  readonly attendance?: 'attended' | 'absent';
}

export interface LegalSession<Slot = SessionSlot> {
  readonly id: string;
  readonly version: number;
  readonly status: 'open' | 'closed' | 'cancelled';
  readonly permanenceId?: string;
  readonly permanenceRequestId?: string;
  readonly placeId?: string;
  readonly room?: string;
  readonly placeName: string;
  readonly placeAddress: string;
  readonly profession: string;
  readonly professionLabel: string;
  readonly topics: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly slots: readonly Slot[];
  readonly free: number;
  readonly booked: number;
}

/** Who is expected, for the front desk. */
export interface ExpectedSlot extends SessionSlot {
  readonly personId?: string;
  readonly topic?: string;
  readonly topicLabel?: string;
  readonly urgency?: Urgency;
  readonly confirmed?: boolean;
}

export interface DayList extends List<LegalSession<ExpectedSlot>> {
  readonly day: string;
}

export interface Demand {
  readonly id: string;
  readonly topic: string;
  readonly topicLabel: string;
  readonly waitingCount: number;
  readonly urgentCount: number;
  readonly longestWaitSince?: string;
  readonly threshold: number;
  readonly horizonDays: number;
  readonly openPermanenceRequestId?: string;
  readonly askAgainFrom?: string;
  readonly partnerMissing: boolean;
  readonly waiting: readonly {
    readonly needId: string;
    readonly urgency: Urgency;
    readonly since: string;
    readonly contactedOn: string;
  }[];
}

export interface PermanenceRequest {
  readonly id: string;
  readonly status: 'new' | 'held' | 'asked' | 'accepted' | 'closed';
  readonly topic: string;
  readonly topicLabel: string;
  readonly waitingCount: number;
  readonly because: 'threshold' | 'longest-wait';
  readonly tried: readonly {
    readonly partnerId: string;
    readonly answer: 'declined' | 'silent';
    readonly at: string;
    readonly reason?: string;
  }[];
  readonly partnerId?: string;
  readonly askedAt?: string;
  readonly answerBy?: string;
  readonly sessionId?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly slots?: number;
  readonly closedBecause?: 'no-partner-left' | 'nobody-waits' | 'go-ahead-refused' | 'cancelled';
}

export interface Place {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly address: string;
  readonly rooms: readonly string[];
  /** 1 is Monday; clock times, `09:00`. */
  readonly openings: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
}

export interface Permanence {
  readonly id: string;
  readonly version: number;
  readonly status: 'running' | 'ended';
  readonly profession: string;
  readonly professionLabel: string;
  readonly placeId: string;
  readonly room?: string;
  readonly rrule: string;
  readonly startTime: string;
  readonly durationMinutes: number;
  readonly slotMinutes: number;
  readonly topics: readonly string[];
  readonly skipPublicHolidays: boolean;
  readonly skipSchoolHolidays?: 'A' | 'B' | 'C';
  readonly from: string;
  readonly to?: string;
  readonly lastDay?: string;
}

export interface Partner {
  readonly id: string;
  readonly name: string;
}
