import { allocate, windowOf, type Candidate, type Given, type Offer } from './allocation';
import type { Desk, Ref } from './desk';
import { considerPermanence } from './consider-permanence';
import { policyAt } from './policy';
import type { KnownRequest, Request, WaitReason } from './request';
import type { HeldSession } from './session';

/** Somebody whose place changed just now: placed below, or queued. */
export interface Newcomer {
  readonly needId: string;
  readonly because: WaitReason;
}

export interface Settling {
  /** Topics whose queue may move. */
  readonly topics: readonly string[];
  readonly newcomers?: readonly Newcomer[];
  /** Sessions that gained a free slot by this decision. */
  readonly freed?: readonly string[];
  /** Those of them that a partner gave just now. */
  readonly justGiven?: readonly string[];
  /** What gave the slots, for the people who were waiting already. */
  readonly causedBy?: Ref;
}

/**
 * Gives every slot that may be given to the people who wait, newcomers among them, in their turn; queues the others;
 * then asks for a permanence where enough people wait. Every decision about people and slots ends here.
 */
export function settle(desk: Desk, settling: Settling): void {
  const newcomers = new Map((settling.newcomers ?? []).map((one) => [one.needId, one]));
  const people = settling.topics.flatMap((topic) => candidates(desk, topic, newcomers));
  const given = people.length > 0 ? give(desk, people, settling) : [];
  desk.need(
    'request',
    given.map(({ needId }) => needId),
  );
  const topicOf = new Map(people.map(({ needId, topic }) => [needId, topic]));
  for (const one of given) {
    // Somebody who came just now was moved by the command itself, not by who left a slot.
    place(
      desk,
      one,
      topicOf.get(one.needId) ?? '',
      newcomers.has(one.needId) ? undefined : settling.causedBy,
    );
    newcomers.delete(one.needId);
  }
  const queued = [...newcomers.values()];
  for (const one of queued) queue(desk, one);
  for (const sessionId of settling.freed ?? []) leaveFree(desk, sessionId);
  const cause = whyAsked(queued, settling);
  for (const topic of settling.topics) considerPermanence(desk, topic, cause);
}

/** The last person who joined a queue filled it; otherwise whatever this decision follows from. */
function whyAsked(queued: readonly Newcomer[], { causedBy }: Settling): Ref | undefined {
  const last = queued.at(-1);
  return last ? { kind: 'request', id: last.needId } : causedBy;
}

function candidates(desk: Desk, topic: string, newcomers: ReadonlyMap<string, Newcomer>): Candidate[] {
  const waiting = desk.see('demand', topic).waiting.filter(({ needId }) => !newcomers.has(needId));
  const arriving = [...newcomers.keys()]
    .map((needId) => ({ needId, state: known(desk.see('request', needId)) }))
    .filter(({ state }) => state.topic === topic)
    .map(({ needId, state }) => waitingOf(needId, state));
  return [...waiting, ...arriving].map((one) => ({ ...one, topic }));
}

function give(desk: Desk, people: readonly Candidate[], { topics, justGiven = [] }: Settling): Given[] {
  const declined = new Set(people.flatMap((person) => person.declined));
  const windows = Object.fromEntries(
    topics.map((topic) => [
      topic,
      windowOf(policyAt(desk.now, desk.see('demand', topic).policies), desk.now),
    ]),
  );
  const offers = new Map<string, Offer>();
  for (const topic of topics.filter((one) => people.some((person) => person.topic === one))) {
    for (const [sessionId, session] of desk.sessionsFor(topic, people.length + declined.size)) {
      if (session.status === 'none') continue;
      offers.set(sessionId, { sessionId, session, justGiven: justGiven.includes(sessionId) });
    }
  }
  return allocate(people, [...offers.values()], windows);
}

/** The slot, the request and the queue, together. Somebody whose session was cancelled keeps the same appointment. */
function place(
  desk: Desk,
  { needId, sessionId, startsAt, endsAt }: Given,
  topic: string,
  causedBy?: Ref,
): void {
  const { now } = desk;
  const before = desk.see('request', needId);
  const { placeName, placeAddress, profession } = desk.see('session', sessionId) as HeldSession;
  const where = { sessionId, startsAt, endsAt, placeName, placeAddress, profession };
  const moved = before.status === 'placed';
  const appointmentId = moved ? before.appointment.appointmentId : desk.newId();
  const slot = { startsAt, needId, appointmentId, topic, walkIn: false, now };
  desk.must('session', sessionId, { type: 'BookSlot', ...slot });
  if (moved) desk.must('request', needId, { type: 'Move', at: where, now }, causedBy);
  else {
    const at = { appointmentId, ...where };
    desk.must('request', needId, { type: 'Book', at, walkIn: false, now }, causedBy);
  }
  desk.must('demand', topic, { type: 'EndWait', topic, needId, because: 'placed' });
}

function queue(desk: Desk, { needId, because }: Newcomer): void {
  const { now } = desk;
  if (desk.see('request', needId).status === 'placed') {
    desk.must('request', needId, { type: 'Cancel', by: 'session', wantsAnother: true, now });
  }
  const state = known(desk.see('request', needId));
  const { topic } = state;
  desk.must('demand', topic, { type: 'BeginWait', topic, who: waitingOf(needId, state) });
  const waitingCount = desk.see('demand', topic).waiting.length;
  desk.must('request', needId, { type: 'Queue', because, waitingCount });
}

/** Writes the demands of a session that keeps a free slot, so that somebody queued at the same instant is seen. */
function leaveFree(desk: Desk, sessionId: string): void {
  const session = desk.see('session', sessionId);
  if (session.status === 'none' || session.lastFreeAt === undefined) return;
  for (const topic of session.topics) {
    if (desk.hasChanged('demand', topic)) continue;
    desk.must('demand', topic, { type: 'LeaveSlotsFree', topic, sessionId });
  }
}

function waitingOf(needId: string, { urgency, since, contactedOn, declined }: KnownRequest) {
  return { needId, urgency, since, contactedOn, declined };
}

function known(state: Request): KnownRequest {
  if (state.status === 'none') throw new Error('a request that was never filed cannot wait');
  return state;
}
