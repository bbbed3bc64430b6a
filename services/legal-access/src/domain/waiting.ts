import { parisDay } from '@passerelle/calendar';

export type Urgency = 'normal' | 'urgent';

/** Somebody who waits for a slot. No name: who it is, `people` knows. */
export interface Waiting {
  readonly needId: string;
  readonly urgency: Urgency;
  /** When the wait began in this service. It survives a cancellation: nobody loses their place. */
  readonly since: Date;
  /** The day the resident came to the CCAS, `2026-12-03`: it orders the queue, it starts no delay. */
  readonly contactedOn: string;
  /** Sessions whose slot the resident gave back: never offered to them again. */
  readonly declined: readonly string[];
}

/**
 * The queue in its order: urgent people first, then the longest wait. Waits are counted in days of Paris, so that
 * people noted on the same day (a whole import is) stand by the day they came, then by arrival, then by id.
 */
export function inTurn<One extends Waiting>(people: readonly One[]): One[] {
  return people
    .map((one) => ({ one, day: parisDay(one.since) }))
    .sort(
      (a, b) =>
        turnOfUrgency[a.one.urgency] - turnOfUrgency[b.one.urgency] ||
        compare(a.day, b.day) ||
        compare(a.one.contactedOn, b.one.contactedOn) ||
        a.one.since.getTime() - b.one.since.getTime() ||
        compare(a.one.needId, b.one.needId),
    )
    .map(({ one }) => one);
}

const turnOfUrgency: Record<Urgency, number> = { urgent: 0, normal: 1 };

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
