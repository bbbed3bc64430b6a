import { setTimeout as sleep } from 'node:timers/promises';
import { readTown, type Where } from './read-town';
import { Found, type Breach, type Rule } from './rule';
import { ccasAgrees } from './rules/agreement';
import { chainsComplete, nothingParked, nothingPending, wholeJournals } from './rules/journals';
import { mailsOnce, mailsOwed } from './rules/mails';
import { onePlace } from './rules/one-place';
import { onePermanenceRequest } from './rules/permanences';
import { referralsKept } from './rules/referrals';
import { capacity, noSlotTwice, roomOverlap } from './rules/slots';
import { waitingOrder } from './rules/waiting-order';
import type { Town } from './town';

export const rules: readonly Rule[] = [
  onePlace,
  noSlotTwice,
  capacity,
  roomOverlap,
  waitingOrder,
  onePermanenceRequest,
  mailsOwed,
  mailsOnce,
  chainsComplete,
  ccasAgrees,
  referralsKept,
  wholeJournals,
  nothingPending,
  nothingParked,
];

export interface Verdict {
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: readonly {
    readonly rule: string;
    readonly promise: string;
    readonly checked: number;
    readonly breaches: number;
  }[];
  readonly breaches: readonly Breach[];
}

export function judge(town: Town): Verdict {
  const outcomes = rules.map((rule) => {
    const found = new Found(rule.name);
    rule.check(town, found);
    return { rule, found };
  });
  return {
    counts: countsOf(town),
    rows: outcomes.map(({ rule: { name, promise }, found }) => ({
      rule: name,
      promise,
      checked: found.checked,
      breaches: found.breaches.length,
    })),
    breaches: outcomes.flatMap(({ found }) => found.breaches),
  };
}

/** What is under way when it is read (a mail about to leave, an event on its way) is given time to arrive. */
export async function verify(where: Where, patienceMs: number): Promise<Verdict> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const verdict = judge(await readTown(where));
    if (verdict.breaches.length === 0 || performance.now() > deadline) return verdict;
    await sleep(1_000);
  }
}

function countsOf(town: Town): Record<string, number> {
  const distinct = new Set(town.mails.map(({ messageId }) => messageId)).size;
  const held = town.sessions.filter(({ state }) => state.status !== 'cancelled');
  const slots = held.flatMap(({ state }) => state.slots);
  return {
    needs: town.needs.length,
    'legal-access needs': town.needs.filter(({ state }) => state.field === 'legal-access').length,
    requests: town.requests.length,
    ...tally('requests', town.requests),
    sessions: held.length,
    slots: slots.length,
    'slots booked': slots.filter(({ needId }) => needId !== undefined).length,
    'permanence requests': town.permanenceRequests.length,
    ...tally('permanence requests', town.permanenceRequests),
    referrals: town.referrals.length,
    ...tally('referrals', town.referrals),
    deliveries: town.deliveries.length,
    ...tally('deliveries', town.deliveries),
    mails: distinct,
    'mails copied': town.mails.length - distinct,
    events: town.services.reduce((sum, { journal }) => sum + journal.length, 0),
  };
}

function tally(what: string, documents: readonly { state: { status: string } }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of documents) {
    const key = `${what} ${state.status}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
