import type { Rule } from '../rule';
import type { Entry, Session, Stored } from '../town';

/** Recounted from the journal: a slot is booked only while nobody has it. */
export const noSlotTwice: Rule = {
  name: 'no-slot-twice',
  promise: 'no slot was ever given to two people',
  check(town, found) {
    const holders = new Map<string, string>();
    for (const entry of town.journalOf('legal-access')) {
      if (entry.aggregate !== 'session') continue;
      if (entry.type === 'SessionCancelled') forget(holders, entry.aggregateId);
      const startsAt = entry.data['startsAt'];
      if (!(startsAt instanceof Date)) continue;
      const slot = `${entry.aggregateId} ${startsAt.toISOString()}`;
      if (entry.type === 'SlotFreed') holders.delete(slot);
      if (entry.type !== 'SlotBooked') continue;
      const holder = holders.get(slot);
      found.look(
        slot,
        holder !== undefined && `given to ${String(entry.data['needId'])} while ${holder} had it`,
      );
      holders.set(slot, String(entry.data['needId']));
    }
    const seen = new Map<string, string>();
    for (const { _id, state } of town.sessions) {
      for (const { appointmentId } of state.slots) {
        if (appointmentId === undefined) continue;
        const other = seen.get(appointmentId);
        if (other) found.look(appointmentId, `one appointment has a slot in ${other} and in ${_id}`);
        seen.set(appointmentId, _id);
      }
    }
  },
};

function forget(holders: Map<string, string>, sessionId: string): void {
  for (const slot of holders.keys()) if (slot.startsWith(`${sessionId} `)) holders.delete(slot);
}

/** As many bookings at most as the slots that the session was opened with. */
export const capacity: Rule = {
  name: 'capacity',
  promise: 'no session has more bookings than slots',
  check(town, found) {
    const opened = new Map<string, number>();
    const booked = new Map<string, number>();
    for (const entry of town.journalOf('legal-access')) {
      if (entry.aggregate !== 'session') continue;
      count(entry, opened, booked);
    }
    const placed = new Map<string, number>();
    for (const { state } of town.requests) {
      const id = state.status === 'placed' ? state.appointment?.sessionId : undefined;
      if (id !== undefined) placed.set(id, (placed.get(id) ?? 0) + 1);
    }
    for (const { _id, state } of town.sessions) {
      const slots = opened.get(_id) ?? 0;
      const bookings = Math.max(booked.get(_id) ?? 0, placed.get(_id) ?? 0);
      found.look(
        _id,
        bookings > slots && `${bookings} bookings for ${slots} slots`,
        state.slots.length !== slots && `${state.slots.length} slots, and it was opened with ${slots}`,
      );
    }
  },
};

function count(
  { aggregateId: id, type, data }: Entry,
  opened: Map<string, number>,
  booked: Map<string, number>,
) {
  if (type === 'SessionOpened') opened.set(id, (data['slots'] as unknown[]).length);
  if (type === 'SessionCancelled') booked.set(id, 0);
  if (type === 'SlotBooked') booked.set(id, (booked.get(id) ?? 0) + 1);
  if (type === 'SlotFreed') booked.set(id, (booked.get(id) ?? 0) - 1);
}

export const roomOverlap: Rule = {
  name: 'room-overlap',
  promise: 'no two sessions in one room at one time',
  check(town, found) {
    const rooms = new Map<string, Stored<Session>[]>();
    for (const session of town.sessions) {
      const { placeId, room = '', status } = session.state;
      // A partner's own premises are the partner's to keep.
      if (placeId === undefined || status === 'cancelled') continue;
      const key = `${placeId} ${room}`;
      rooms.set(key, [...(rooms.get(key) ?? []), session]);
    }
    for (const sessions of rooms.values()) {
      sessions.sort((a, b) => a.state.startsAt.getTime() - b.state.startsAt.getTime());
      let latest: Stored<Session> | undefined;
      for (const session of sessions) {
        const meets = latest && session.state.startsAt < latest.state.endsAt;
        found.look(session._id, meets && `meets session ${latest?._id} in the same room`);
        if (!latest || latest.state.endsAt < session.state.endsAt) latest = session;
      }
    }
  },
};
