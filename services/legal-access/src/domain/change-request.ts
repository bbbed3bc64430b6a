import type { Refusal } from '@passerelle/domain-kit';
import type { Desk } from './desk';
import type { RequestCommand } from './request.decide';
import type { Request } from './request';
import { settle, type Newcomer } from './settle';

/**
 * One command about one resident, or some at once, and everything that follows for the others: what the request held is given up
 * (its slot, its place in a queue), what it waits for is looked for, and what was freed goes to the next person.
 */
export function changeRequest(
  desk: Desk,
  needId: string,
  ...commands: readonly RequestCommand[]
): Refusal | undefined {
  const before = desk.see('request', needId);
  for (const command of commands) {
    const refusal = desk.tell('request', needId, command);
    if (refusal) return refusal;
  }
  const after = desk.see('request', needId);
  if (after === before) return undefined;
  const freed = giveUp(desk, needId, before, after);
  const newcomers = arrivals(needId, after);
  const topics = [topicOf(before), topicOf(after), ...freed.flatMap((id) => topicsOfSession(desk, id))];
  for (const command of commands) {
    if (command.type === 'Attend') markAttendance(desk, before, command.attendance);
  }
  settle(desk, {
    topics: [...new Set(topics.filter((topic) => topic !== undefined))],
    newcomers,
    freed,
    causedBy: { kind: 'request', id: needId },
  });
  return undefined;
}

/** Sessions that have a slot more. */
function giveUp(desk: Desk, needId: string, before: Request, after: Request): string[] {
  if (before.status === 'waiting') {
    const { topic } = before;
    desk.must('demand', topic, { type: 'EndWait', topic, needId, because: 'left' });
  }
  if (before.status !== 'placed' || after.status === 'placed') return [];
  const { sessionId } = before.appointment;
  const held = desk.see('session', sessionId);
  desk.must('session', sessionId, { type: 'FreeSlot', needId, now: desk.now });
  return desk.see('session', sessionId) === held ? [] : [sessionId];
}

/** Whoever waits after a command looks for a slot anew: their topic, their urgency or their luck changed. */
function arrivals(needId: string, after: Request): Newcomer[] {
  if (after.status !== 'waiting') return [];
  return [{ needId, because: after.because }];
}

function markAttendance(desk: Desk, before: Request, attendance: 'attended' | 'absent'): void {
  if (before.status !== 'placed') return;
  const { appointmentId, sessionId } = before.appointment;
  desk.must('session', sessionId, { type: 'MarkAttendance', appointmentId, attendance });
}

function topicsOfSession(desk: Desk, sessionId: string): readonly string[] {
  const session = desk.see('session', sessionId);
  return session.status === 'none' ? [] : session.topics;
}

const topicOf = (state: Request) => (state.status === 'none' ? undefined : state.topic);

/**
 * A need given up before this service heard of it is noted as such: should the need itself arrive later, it is not
 * filed any more.
 */
export function closeRequest(
  desk: Desk,
  needId: string,
  need: { readonly personId: string; readonly topic: string },
  outcome: 'withdrawn' | 'reoriented' | 'duplicate',
): Refusal | undefined {
  const { now } = desk;
  if (desk.see('request', needId).status === 'none') {
    desk.must('request', needId, {
      type: 'File',
      ...need,
      urgency: 'normal',
      contactedOn: '1970-01-01',
      now,
    });
  }
  return changeRequest(desk, needId, { type: 'Close', outcome, now });
}
