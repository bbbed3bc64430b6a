import { decisionsOf, type Decision } from '../decisions';
import type { Found, Rule } from '../rule';
import { dayOf, isBefore, isInReach, policyOn } from '../turns';
import type { Demand, Entry, Stored, Town, Waiting } from '../town';

/** Nobody waits for what lies there free, and nobody was ever passed over: recomputed from the journal. */
export const waitingOrder: Rule = {
  name: 'waiting-order',
  promise: 'the order of waiting is kept, and no free slot lies within reach of who waits',
  check(town, found) {
    nobodyWaitsForAFreeSlot(town, found);
    nobodyWasPassedOver(town, found);
  },
};

function nobodyWaitsForAFreeSlot(town: Town, found: Found): void {
  const now = town.lastInstant;
  for (const demand of town.demands) {
    const free = freeWithinReach(town, demand, now);
    for (const person of demand.state.waiting) {
      const slot = free.find(({ sessionId }) => !person.declined.includes(sessionId));
      found.look(
        person.needId,
        slot && `waits, while ${slot.startsAt.toISOString()} of session ${slot.sessionId} is free`,
      );
    }
  }
}

function freeWithinReach(town: Town, { state, territory }: Stored<Demand>, now: Date) {
  const policy = policyOn(dayOf(now), state.policies);
  return town.sessions
    .filter((session) => session.territory === territory && session.state.status === 'open')
    .filter((session) => state.topic !== undefined && session.state.topics.includes(state.topic))
    .flatMap(({ _id: sessionId, state: { slots, permanenceRequestId } }) =>
      slots
        .filter(({ needId }) => needId === undefined)
        .filter(({ startsAt }) => isInReach(startsAt, permanenceRequestId !== undefined, policy, now))
        .map(({ startsAt }) => ({ sessionId, startsAt })),
    );
}

/** At each booking that the queue made, who waited for the same topic before that person, and might have had that slot? */
function nobodyWasPassedOver(town: Town, found: Found): void {
  const queues = new Map<string, Map<string, Waiting>>();
  const filed = new Map<string, Waiting>();
  for (const decision of decisionsOf(town.journalOf('legal-access'))) {
    const before = new Set([...queues.values()].flatMap((queue) => [...queue.keys()]));
    for (const entry of decision.entries) follow(entry, queues, filed);
    const byHand = isByHand(decision, before);
    for (const booking of decision.entries.filter(isBooking)) {
      if (byHand.has(booking._id)) continue;
      const person = filed.get(booking.aggregateId);
      const topic = String(booking.publication?.data['topic']);
      const queue = queues.get(`${booking.territory} ${topic}`);
      if (!person) continue;
      const sessionId = String(booking.data['sessionId']);
      const passedOver = [...(queue?.values() ?? [])].find(
        (other) => isBefore(other, person) && !other.declined.includes(sessionId),
      );
      found.look(
        booking.aggregateId,
        passedOver && `got a slot of session ${sessionId} before ${passedOver.needId}, who waited longer`,
      );
    }
  }
}

const isBooking = ({ type, data }: Entry) =>
  (type === 'AppointmentBooked' && data['walkIn'] !== true) || type === 'AppointmentMoved';

function follow(entry: Entry, queues: Map<string, Map<string, Waiting>>, filed: Map<string, Waiting>): void {
  const { aggregateId, type, data, territory } = entry;
  const queue = () => {
    const key = `${territory} ${String(data['topic'])}`;
    const found = queues.get(key) ?? new Map<string, Waiting>();
    queues.set(key, found);
    return found;
  };
  if (type === 'WaitBegan') queue().set(String(data['needId']), data as unknown as Waiting);
  if (type === 'WaitEnded') queue().delete(String(data['needId']));
  if (type === 'RequestFiled') filed.set(aggregateId, waitingFrom(entry, data['since'] as Date));
  const known = filed.get(aggregateId);
  if (type === 'RequestReoriented' && known) filed.set(aggregateId, waitingFrom(entry, known.since));
}

function waitingFrom({ aggregateId: needId, data }: Entry, since: Date): Waiting {
  const { urgency, contactedOn } = data as unknown as Waiting;
  return { needId, urgency, contactedOn, since, declined: [] };
}

/** What makes the queue move. An agent's booking or move has none of these: they chose the slot themselves. */
const queueMovers = new Set([
  'SessionOpened',
  'SessionCancelled',
  'PolicySet',
  'RequestFiled',
  'RequestReoriented',
  'AppointmentCancelled',
  'AttendanceRecorded',
  'PermanenceRequestAccepted',
]);

/** Ids of the bookings of a decision in which an agent chose the slot: the first one, when nothing else moved the queue. */
function isByHand({ entries }: Decision, waitedBefore: ReadonlySet<string>): ReadonlySet<string> {
  const [chosen, ...others] = entries.filter(isBooking);
  const agent = chosen?.actor !== undefined && !chosen.actor.startsWith('link:');
  if (!chosen || !agent || entries.some(({ type }) => queueMovers.has(type))) return new Set();
  if (chosen.type === 'AppointmentMoved') return new Set([chosen._id]);
  return others.length === 0 && waitedBefore.has(chosen.aggregateId) ? new Set([chosen._id]) : new Set();
}
