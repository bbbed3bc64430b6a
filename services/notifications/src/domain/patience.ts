import type { WhyPostponed } from './delivery';

/** An agent's undo lasts 10 s: what they undid has not left yet. */
export const UNDO_MS = 15_000;

/** One sending, from claim to mark. Mail time-outs add up to less, so that nobody else starts meanwhile. */
export const SENDING_MS = 90_000;

/** A mail server that puts the same mail off this many times will not take it: an agent tells the person. */
export const MOST_DEFERRALS = 8;

const FIRST_WAIT_MS = 2_000;
/** A server that is down is back when it is back: nobody should wait much longer for it. */
const LONGEST_OUTAGE_WAIT_MS = 60_000;
/** A server that says "later" means it: greylisting takes minutes. */
const LONGEST_DEFERRAL_WAIT_MS = 600_000;

/** How long to wait before the next try: 2 s, 4 s, 8 s … up to a minute, or ten when the server asked for patience. */
export function waitAfter(postponed: number, why: WhyPostponed): number {
  const longest = why === 'mail-deferred' ? LONGEST_DEFERRAL_WAIT_MS : LONGEST_OUTAGE_WAIT_MS;
  return Math.min(longest, FIRST_WAIT_MS * 2 ** Math.min(postponed, 20));
}
