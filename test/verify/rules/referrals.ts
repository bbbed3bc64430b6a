import type { Rule } from '../rule';
import type { Entry, Referral } from '../town';

const ends = new Set(['ReferralDeclined', 'ReferralExpired', 'ReferralWithdrawn', 'ReferralClosed']);
const isOpen = ({ status }: Referral) => ['sent', 'questioned', 'accepted'].includes(status);

/** What a partner outside the town was asked is a promise to the person, as an orientation is. */
export const referralsKept: Rule = {
  name: 'referrals-kept',
  promise: 'every referral was answered, reminded of or ended in time, and its need is where it says',
  check(town, found) {
    const now = town.lastInstant;
    const stories = new Map<string, Entry[]>();
    for (const entry of town.journalOf('ccas')) {
      if (entry.aggregate !== 'referral') continue;
      stories.set(entry.aggregateId, [...(stories.get(entry.aggregateId) ?? []), entry]);
    }
    const needs = new Map(town.needs.map(({ _id, state }) => [_id, state]));
    for (const { _id, state } of town.referrals) {
      const story = stories.get(_id) ?? [];
      const ended = story.filter(({ type }) => ends.has(type)).length;
      const need = needs.get(state.needId);
      const isThere = need?.status === 'referred' && need.lastReferralId === _id;
      found.look(
        _id,
        ended !== (isOpen(state) ? 0 : 1) && `${state.status}, and ended ${ended} times`,
        isThere !== isOpen(state) && `${state.status}, and its need is ${need?.status ?? 'nowhere'}`,
        late(state, story, now),
      );
    }
    const open = new Set(town.referrals.filter(({ state }) => isOpen(state)).map(({ _id }) => _id));
    for (const [id, { status, lastReferralId }] of needs) {
      if (status !== 'referred') continue;
      found.look(id, !open.has(lastReferralId ?? '') && 'referred, and no partner has it');
    }
  },
};

function late({ status, promise }: Referral, story: readonly Entry[], now: Date): string | undefined {
  if ((status !== 'sent' && status !== 'questioned') || !promise) return undefined;
  if (promise.expireAt < now) return `unanswered, and was to end at ${promise.expireAt.toISOString()}`;
  const reminded = story.some(({ type }) => type === 'ReferralReminded');
  return promise.remindAt < now && !reminded
    ? `unanswered, and nobody was reminded at ${promise.remindAt.toISOString()}`
    : undefined;
}
