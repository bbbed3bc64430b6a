import type { Policy, Waiting } from './town';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/** The day a Paris calendar shows at that instant, `2026-12-03`. */
export const dayOf = (instant: Date) => paris.format(instant);

/** What a topic is served by where a town has set nothing: the values of the action sheet AD3. */
const shipped: Policy = { horizonDays: 21, noticeHours: 24 };

export interface DatedPolicy {
  readonly from: string;
  readonly values: Partial<Policy>;
}

export function policyOn(day: string, dated: readonly DatedPolicy[]): Policy {
  const inForce = dated.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
  return Object.assign({}, shipped, ...inForce.map(({ values }) => values)) as Policy;
}

/** Whether a slot may be given by the queue at that instant. A date that a partner gave on request has no horizon. */
export function isInReach(startsAt: Date, onRequest: boolean, policy: Policy, now: Date): boolean {
  const ahead = startsAt.getTime() - now.getTime();
  return ahead >= policy.noticeHours * HOUR && (onRequest || ahead <= policy.horizonDays * DAY);
}

/** Urgent first, then the day the wait began, the day the person came, the instant, the id. */
export function isBefore(one: Waiting, other: Waiting): boolean {
  const [a, b] = [turnOf(one), turnOf(other)];
  for (let at = 0; at < a.length; at += 1) {
    if (a[at] !== b[at]) return (a[at] as string) < (b[at] as string);
  }
  return false;
}

function turnOf({ urgency, since, contactedOn, needId }: Waiting): string[] {
  return [urgency === 'urgent' ? '0' : '1', dayOf(since), contactedOn, since.toISOString(), needId];
}
