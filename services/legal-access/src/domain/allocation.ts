import type { Policy } from './policy';
import type { HeldSession } from './session';
import { inTurn, type Waiting } from './waiting';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Candidate extends Waiting {
  readonly topic: string;
}

export interface Given {
  readonly needId: string;
  readonly sessionId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** When a slot may start for a topic, both ends included. */
export interface Window {
  readonly from: Date;
  readonly until: Date;
}

export function windowOf(policy: Policy, now: Date): Window {
  return {
    from: new Date(now.getTime() + policy.noticeHours * HOUR),
    until: new Date(now.getTime() + policy.horizonDays * DAY),
  };
}

export interface Offer {
  readonly sessionId: string;
  readonly session: HeldSession;
  /** A partner just gave this date for the people who wait: they are placed there whatever the notice. */
  readonly justGiven?: boolean;
}

/**
 * The heart: who gets which slot. People are taken in turn; each gets the first slot that serves their topic, in its
 * window, in a session that they did not give back and have no slot of already. Who gets none has no such slot left: everybody else waits.
 */
export function allocate(
  people: readonly Candidate[],
  offers: readonly Offer[],
  windows: Readonly<Record<string, Window>>,
): Given[] {
  const free = offers.flatMap(freeSlots).sort(byDate);
  // What is usual where many wait: nobody needs their turn then.
  if (free.length === 0) return [];
  const given: Given[] = [];
  for (const person of inTurn(people)) {
    const window = windows[person.topic];
    const index = free.findIndex((slot) => window !== undefined && suits(slot, person, window));
    if (index < 0) continue;
    const [slot] = free.splice(index, 1);
    if (!slot) continue;
    const { sessionId, startsAt, endsAt } = slot;
    given.push({ needId: person.needId, sessionId, startsAt, endsAt });
  }
  return given;
}

type FreeSlot = ReturnType<typeof freeSlots>[number];

function freeSlots({ sessionId, session, justGiven = false }: Offer) {
  if (session.status !== 'open') return [];
  const { topics, slots } = session;
  // A date that a partner gave on request was asked for the people who wait: it holds beyond the horizon.
  const onRequest = session.permanenceRequestId !== undefined;
  const holders = new Set(slots.flatMap(({ needId }) => needId ?? []));
  return slots
    .filter((slot) => slot.needId === undefined)
    .map(({ startsAt, endsAt }) => ({ sessionId, topics, holders, startsAt, endsAt, onRequest, justGiven }));
}

function suits(slot: FreeSlot, person: Candidate, window: Window): boolean {
  if (!slot.topics.includes(person.topic) || person.declined.includes(slot.sessionId)) return false;
  // Whoever missed their slot this morning is not sent back to the same session.
  if (slot.holders.has(person.needId)) return false;
  const soonEnough = slot.onRequest || slot.startsAt <= window.until;
  return soonEnough && (slot.justGiven || window.from <= slot.startsAt);
}

function byDate(one: FreeSlot, other: FreeSlot): number {
  return one.startsAt.getTime() - other.startsAt.getTime() || (one.sessionId < other.sessionId ? -1 : 1);
}
