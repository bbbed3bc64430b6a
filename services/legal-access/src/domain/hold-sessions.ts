import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Desk } from './desk';
import type { SessionFacts } from './session';
import { settle } from './settle';

export interface PlannedSession extends SessionFacts {
  readonly sessionId: string;
  readonly slotMinutes: number;
}

/** Opens dated sessions and gives their slots to the people who wait. One that exists already is left as it is. */
export function openSessions(desk: Desk, planned: readonly PlannedSession[]): Refusal | undefined {
  desk.need(
    'session',
    planned.map((one) => one.sessionId),
  );
  const opened: string[] = [];
  for (const { sessionId, ...facts } of planned) {
    const refusal = desk.tell('session', sessionId, { type: 'OpenSession', ...facts, now: desk.now });
    if (isRefusal(refusal)) return refusal;
    if (desk.hasChanged('session', sessionId)) opened.push(sessionId);
  }
  if (opened.length === 0) return undefined;
  settle(desk, { topics: [...new Set(planned.flatMap(({ topics }) => topics))], freed: opened });
  return undefined;
}

/** Everyone of these sessions looks for another slot in their turn: the same appointment moves, or they wait again. */
export function cancelSessions(desk: Desk, sessionIds: readonly string[]): Refusal | undefined {
  desk.need('session', sessionIds);
  const displaced: string[] = [];
  const topics = new Set<string>();
  for (const sessionId of sessionIds) {
    const before = desk.see('session', sessionId);
    const refusal = desk.tell('session', sessionId, { type: 'CancelSession', now: desk.now });
    if (isRefusal(refusal)) return refusal;
    if (before.status === 'none' || before.status === 'cancelled') continue;
    displaced.push(...before.slots.flatMap(({ needId }) => needId ?? []));
    for (const topic of before.topics) topics.add(topic);
  }
  desk.need('request', displaced);
  const newcomers = displaced.map((needId) => ({ needId, because: 'session-cancelled' as const }));
  settle(desk, { topics: [...topics], newcomers });
  return undefined;
}
