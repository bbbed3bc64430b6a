import type { Profession } from './permanence';

/** One slot holds one person. `startsAt` names it within its session. */
export interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly needId?: string;
  readonly appointmentId?: string;
  readonly walkIn?: boolean;
  readonly attendance?: 'attended' | 'absent';
}

export interface SessionFacts {
  /** Absent for a session that a partner gave on request. */
  readonly permanenceId?: string;
  readonly permanenceRequestId?: string;
  /** Absent when the partner receives at its own premises. */
  readonly placeId?: string;
  readonly room?: string;
  /** As they were on that day: an invitation that was sent must stay true. */
  readonly placeName: string;
  readonly placeAddress: string;
  readonly profession: Profession;
  readonly topics: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * A dated session owns its slots: who books writes the session, so that two people never get one slot.
 * `closed` keeps its appointments and takes no more; `cancelled` has none left.
 */
export type Session =
  | { readonly status: 'none' }
  | ({
      readonly status: 'open' | 'closed' | 'cancelled';
      readonly slots: readonly Slot[];
      /** Start of the last free slot; absent when none is free. What a search for a slot is indexed by. */
      readonly lastFreeAt?: Date;
    } & SessionFacts);

export type HeldSession = Exclude<Session, { status: 'none' }>;

export type SessionEvent =
  | ({ readonly type: 'SessionOpened'; readonly slots: readonly Slot[] } & SessionFacts)
  | {
      readonly type: 'SlotBooked';
      readonly startsAt: Date;
      readonly needId: string;
      readonly appointmentId: string;
      readonly walkIn: boolean;
    }
  | { readonly type: 'SlotFreed'; readonly startsAt: Date; readonly needId: string }
  | {
      readonly type: 'SlotAttended';
      readonly startsAt: Date;
      readonly needId: string;
      readonly attendance: 'attended' | 'absent';
    }
  | { readonly type: 'SessionClosed' }
  | { readonly type: 'SessionCancelled' };

export function evolveSession(state: Session, event: SessionEvent): Session {
  if (event.type === 'SessionOpened') {
    const { type: _type, ...facts } = event;
    return withLastFree({ ...facts, status: 'open' });
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'SlotBooked': {
      const { needId, appointmentId, walkIn } = event;
      return withSlot(state, event.startsAt, (slot) => ({ ...slot, needId, appointmentId, walkIn }));
    }
    case 'SlotFreed':
      return withSlot(state, event.startsAt, ({ startsAt, endsAt }) => ({ startsAt, endsAt }));
    case 'SlotAttended':
      return withSlot(state, event.startsAt, (slot) => ({ ...slot, attendance: event.attendance }));
    case 'SessionClosed':
      return withLastFree({ ...state, status: 'closed' });
    case 'SessionCancelled':
      return withLastFree({
        ...state,
        status: 'cancelled',
        slots: state.slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
      });
  }
}

function withSlot(state: HeldSession, startsAt: Date, change: (slot: Slot) => Slot): Session {
  const slots = state.slots.map((slot) =>
    slot.startsAt.getTime() === startsAt.getTime() ? change(slot) : slot,
  );
  return withLastFree({ ...state, slots });
}

function withLastFree(state: HeldSession): Session {
  const { lastFreeAt: _before, ...rest } = state;
  const last =
    state.status === 'open' ? state.slots.findLast((slot) => slot.needId === undefined) : undefined;
  return last ? { ...rest, lastFreeAt: last.startsAt } : rest;
}
