import type { FreeSlot } from '../../api/answers/legal-access';
import { withinReach } from './within-reach';

const now = Date.parse('2026-11-24T08:00:00Z');
const slot = (startsAt: string) => ({ startsAt }) as FreeSlot;
const demand = { topic: 'debt', waitingCount: 2, threshold: 4, horizonDays: 7 };

describe('what will follow, before it is saved', () => {
  it('a free date within the horizon of the topic', () =>
    expect(withinReach(slot('2026-11-26T13:00:00Z'), demand, now)).toMatchObject({ kind: 'free' }));

  it('a wait, when the first date is too far: the service would not book it', () =>
    expect(withinReach(slot('2026-12-03T13:00:00Z'), demand, now)).toMatchObject({ kind: 'waits', demand }));

  it('a wait without a date', () =>
    expect(withinReach(undefined, undefined, now)).toEqual({
      kind: 'waits',
      demand: undefined,
      later: undefined,
    }));
});
