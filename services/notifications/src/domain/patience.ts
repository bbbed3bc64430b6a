/** An agent's undo lasts 10 s: what they undid has not left yet. */
export const UNDO_MS = 15_000;

/** One sending, from claim to mark. Mail time-outs add up to less, so that nobody else starts meanwhile. */
export const SENDING_MS = 90_000;

/** A mail server that puts the same mail off this many times will not take it: an agent tells the person. */
export const MOST_DEFERRALS = 8;

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 600_000;

/** How long to wait before the next try: 5 s, 10 s, 20 s … 10 minutes. */
export function waitAfter(postponed: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(postponed, 20));
}
