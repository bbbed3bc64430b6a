import type { Rule } from '../rule';
import type { Entry, Session, Slot, Stored, Town } from '../town';

interface Held {
  readonly session: Stored<Session>;
  readonly slot: Slot;
}

/** Every legal-access need is waiting, placed, returned or closed: in one of them, and everything else says the same. */
export const onePlace: Rule = {
  name: 'one-place',
  promise: 'every legal-access need is in exactly one place, and both sides agree',
  check(town, found) {
    const waits = waitsOf(town);
    const held = slotsOf(town);
    const last = new Map(
      town
        .journalOf('legal-access')
        .filter(({ aggregate }) => aggregate === 'request')
        .map((entry) => [entry.aggregateId, entry]),
    );
    const requests = new Map(town.requests.map((request) => [request._id, request]));
    for (const [id, { state, territory }] of requests) {
      const demands = waits.get(id) ?? [];
      const slots = held.get(id) ?? [];
      const live = slots.filter(({ slot }) => !isOver(slot, last.get(id)));
      found.look(
        id,
        wrongWait(state.status === 'waiting', demands, `${territory} ${state.topic}`),
        state.status === 'placed' ? wrongSlot(state.appointment, slots) : notReleased(state.status, live),
        state.status === 'closed' &&
          state.outcome === 'attended' &&
          slots.filter(({ slot }) => slot.attendance === 'attended').length !== 1 &&
          'closed as attended without exactly one slot attended',
      );
    }
    for (const id of [...waits.keys(), ...held.keys()]) {
      if (!requests.has(id)) found.look(id, 'waits or has a slot, and no request has that id');
    }
    for (const { _id, state } of town.needs) {
      if (state.field !== 'legal-access' || requests.has(_id)) continue;
      // Closed by the CCAS itself before any service took it.
      found.look(
        _id,
        state.status !== 'closed' && `a need ${state.status} at the CCAS and no request for it`,
      );
    }
    const needs = new Set(town.needs.map(({ _id }) => _id));
    const walkedIn = new Set(
      town
        .journalOf('legal-access')
        .filter(({ type, data }) => type === 'AppointmentBooked' && data['walkIn'] === true)
        .map(({ aggregateId }) => aggregateId),
    );
    for (const id of requests.keys()) {
      if (!needs.has(id) && !walkedIn.has(id))
        found.look(id, 'a request for a need that the CCAS never noted');
    }
  },
};

function waitsOf({ demands }: Town): Map<string, string[]> {
  const waits = new Map<string, string[]>();
  for (const { state, territory } of demands) {
    for (const { needId } of state.waiting) {
      waits.set(needId, [...(waits.get(needId) ?? []), `${territory} ${state.topic}`]);
    }
  }
  return waits;
}

function slotsOf({ sessions }: Town): Map<string, Held[]> {
  const held = new Map<string, Held[]>();
  for (const session of sessions) {
    for (const slot of session.state.slots) {
      if (slot.needId === undefined) continue;
      held.set(slot.needId, [...(held.get(slot.needId) ?? []), { session, slot }]);
    }
  }
  return held;
}

/** Kept as a record: attendance was noted, or it had begun when the request went on. */
function isOver(slot: Slot, last: Entry | undefined): boolean {
  return slot.attendance !== undefined || (last !== undefined && slot.startsAt <= last.at);
}

function wrongWait(isWaiting: boolean, demands: readonly string[], its: string): string | undefined {
  if (!isWaiting)
    return demands.length > 0 ? `does not wait, and is in the demand ${demands.join(', ')}` : undefined;
  if (demands.length !== 1) return `waits, and is in ${demands.length} demands`;
  return demands[0] === its ? undefined : `waits for ${its}, and is in the demand ${demands[0]}`;
}

function wrongSlot(
  appointment: { appointmentId: string; sessionId: string; startsAt: Date } | undefined,
  slots: readonly Held[],
): string | undefined {
  if (!appointment) return 'placed without an appointment';
  const its = slots.filter(({ slot }) => slot.appointmentId === appointment.appointmentId);
  if (its.length !== 1) return `placed, and its appointment has ${its.length} slots`;
  const [{ session, slot }] = its as [Held];
  if (session._id !== appointment.sessionId || slot.startsAt.getTime() !== appointment.startsAt.getTime()) {
    return 'the request and the session disagree on the slot';
  }
  if (session.state.status === 'cancelled') return 'placed in a session that is cancelled';
  const others = slots.filter((one) => one.slot !== slot && one.slot.attendance === undefined);
  return others.some((one) => one.slot.startsAt > slot.startsAt)
    ? 'placed, and holds another slot too'
    : undefined;
}

function notReleased(status: string, live: readonly Held[]): string | undefined {
  return live.length > 0 ? `${status}, and still holds a slot of session ${live[0]?.session._id}` : undefined;
}
