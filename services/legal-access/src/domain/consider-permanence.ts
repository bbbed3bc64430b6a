import { dueAt, parisDay } from '@passerelle/calendar';
import type { Demand } from './demand';
import type { Desk, Partner, Ref } from './desk';
import { policyAt, type Policy } from './policy';
import type { Asking } from './permanence-request.decide';
import type { AskedBecause } from './permanence-request';
import type { Waiting } from './waiting';

const DAY = 86_400_000;

/** Opens a permanence request when enough people wait, or somebody too long; closes the open one when nobody does. */
export function considerPermanence(desk: Desk, topic: string, causedBy?: Ref): void {
  const demand = desk.see('demand', topic);
  if (demand.openPermanenceRequestId !== undefined) {
    if (demand.waiting.length === 0) endNeedless(desk, topic, demand.openPermanenceRequestId);
    return;
  }
  const policy = policyAt(desk.now, demand.policies);
  const because = reasonToAsk(demand, policy, desk.now);
  if (!because) return;
  const mayBeAsked = partnersFor(desk.partners(), topic, demand, desk.now);
  // Already told that nobody can be asked: wait for a partner to join or for the end of the rest.
  if (mayBeAsked.length === 0 && demand.rest) return;
  const id = desk.newId();
  desk.must('demand', topic, { type: 'WantPermanence', topic, permanenceRequestId: id, because });
  desk.lay('permanenceRequest', id);
  const asking = askingOf(desk, topic, mayBeAsked);
  const { needsGoAhead } = policy;
  desk.must(
    'permanenceRequest',
    id,
    { type: 'OpenPermanenceRequest', topic, because, needsGoAhead, ...asking },
    causedBy,
  );
  settleDemand(desk, topic, id);
}

/** Why a permanence should be asked for now, if it should. */
export function reasonToAsk(demand: Demand, policy: Policy, now: Date): AskedBecause | undefined {
  if (demand.waiting.length === 0) return undefined;
  if (demand.waiting.length >= policy.threshold) return 'threshold';
  return demand.waiting.some((one) => waitsTooLong(one, policy, now)) ? 'longest-wait' : undefined;
}

/** Calendar days, at 08:00 in Paris, like every promise. */
function waitsTooLong({ since, urgency }: Waiting, policy: Policy, now: Date): boolean {
  const days = urgency === 'urgent' ? policy.longestUrgentWaitDays : policy.longestWaitDays;
  // Most waits are far from it, which is told without a calendar: 08:00 comes less than two days before the full time.
  if (now.getTime() - since.getTime() < (days - 2) * DAY) return false;
  return dueAt(parisDay(since), days) <= now;
}

/** First choice first. During a rest, only partners that were not tried before it. */
export function partnersFor(
  partners: readonly Partner[],
  topic: string,
  { rest }: Pick<Demand, 'rest'>,
  now: Date,
): string[] {
  const resting = rest && now < rest.until ? rest.tried : [];
  return partners
    .filter((one) => one.active && one.topics.includes(topic) && !resting.includes(one.partnerId))
    .toSorted((a, b) => a.rank - b.rank || (a.partnerId < b.partnerId ? -1 : 1))
    .map(({ partnerId }) => partnerId);
}

export function askingOf(desk: Desk, topic: string, partners: readonly string[]): Asking {
  const demand = desk.see('demand', topic);
  const { answerDays, reminderDays } = policyAt(desk.now, demand.policies);
  return { now: desk.now, partners, waitingCount: demand.waiting.length, answerDays, reminderDays };
}

/** Frees the demand for another request once this one is over, with a rest when it ended without a date. */
export function settleDemand(desk: Desk, topic: string, permanenceRequestId: string): void {
  const state = desk.see('permanenceRequest', permanenceRequestId);
  if (state.status !== 'accepted' && state.status !== 'closed') return;
  const settled = { type: 'SettlePermanence', topic, permanenceRequestId } as const;
  const restful = state.status === 'closed' && state.closedBecause !== 'nobody-waits';
  if (!restful) {
    desk.must('demand', topic, { ...settled, tried: [] });
    return;
  }
  const policy = policyAt(desk.now, desk.see('demand', topic).policies);
  const refused = state.tried.length > 0 || state.closedBecause !== 'no-partner-left';
  const restUntil = dueAt(parisDay(desk.now), refused ? policy.restDays : policy.retryDays);
  const everybody =
    state.closedBecause === 'no-partner-left' ? [] : desk.partners().map((one) => one.partnerId);
  const tried = [...new Set([...state.tried.map((one) => one.partnerId), ...everybody])];
  desk.must('demand', topic, { ...settled, restUntil, tried });
}

function endNeedless(desk: Desk, topic: string, id: string): void {
  desk.must('permanenceRequest', id, { type: 'ClosePermanenceRequest', because: 'nobody-waits' });
  settleDemand(desk, topic, id);
}
