import fc from 'fast-check';
import { allocate, windowOf, type Candidate, type Offer } from './allocation';
import { policyAt } from './policy';
import { inTurn, type Waiting } from './waiting';

const HOUR = 3_600_000;
const now = new Date('2026-11-24T08:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR);
const window = windowOf(policyAt(now), now);
const windows = { 'housing-law': window, debt: window };

const waiting = (needId: string, change: Partial<Candidate> = {}): Candidate => ({
  needId,
  topic: 'housing-law',
  urgency: 'normal',
  since: now,
  contactedOn: '2026-11-02',
  declined: [],
  ...change,
});
const offer = (sessionId: string, startsInHours: number, size: number, change: object = {}): Offer => ({
  sessionId,
  session: {
    status: 'open',
    permanenceId: 'permanence',
    placeName: 'Espace Descartes',
    placeAddress: '1 rue Descartes',
    profession: 'lawyer',
    topics: ['housing-law'],
    startsAt: inHours(startsInHours),
    endsAt: inHours(startsInHours + size),
    slots: Array.from({ length: size }, (_, index) => ({
      startsAt: inHours(startsInHours + index),
      endsAt: inHours(startsInHours + index + 1),
    })),
    ...change,
  },
});
const who = (people: Candidate[], offers: Offer[]) =>
  allocate(people, offers, windows).map(({ needId, sessionId }) => `${needId} ${sessionId}`);

describe('the queue', () => {
  it('takes urgent people first, then the longest wait in days, then the day of contact, arrival and id', () => {
    const people: Waiting[] = [
      waiting('f', { since: new Date(now.getTime() + 1) }),
      waiting('e'),
      waiting('d'),
      waiting('c', { contactedOn: '2026-11-01', since: new Date(now.getTime() + 2) }),
      waiting('b', { since: inHours(-48), contactedOn: '2026-11-20' }),
      waiting('a', { urgency: 'urgent', since: inHours(20) }),
    ];
    expect(inTurn(people).map(({ needId }) => needId)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('the allocation', () => {
  it('does not send somebody back to a session in which they missed their slot', () => {
    const missed = { startsAt: inHours(30), endsAt: inHours(31), needId: 'a', attendance: 'absent' };
    const half = offer('s', 30, 2, { slots: [missed, { startsAt: inHours(31), endsAt: inHours(32) }] });
    expect(who([waiting('a')], [half])).toEqual([]);
    expect(who([waiting('a'), waiting('b')], [half, offer('t', 60, 1)])).toEqual(['a t', 'b s']);
  });

  it('gives the first slots in turn, never more than there are', () =>
    expect(
      who(
        [waiting('a'), waiting('b', { urgency: 'urgent' }), waiting('c')],
        [offer('late', 60, 1), offer('soon', 30, 1)],
      ),
    ).toEqual(['b soon', 'a late']));
  it('gives nothing within the notice, nor beyond the horizon', () => {
    expect(who([waiting('a')], [offer('near', 23, 1), offer('far', 21 * 24 + 1, 1)])).toEqual([]);
    expect(who([waiting('a')], [offer('first', 24, 1)])).toEqual(['a first']);
    expect(who([waiting('a')], [offer('last', 21 * 24, 1)])).toEqual(['a last']);
  });
  it('gives a date that a partner gave whatever its distance', () => {
    const given = { permanenceId: undefined, permanenceRequestId: 'asked' };
    expect(who([waiting('a')], [offer('far', 40 * 24, 1, given)])).toEqual(['a far']);
    expect(who([waiting('a')], [offer('near', 2, 1, given)])).toEqual([]);
    expect(who([waiting('a')], [{ ...offer('near', 2, 1, given), justGiven: true }])).toEqual(['a near']);
  });
  it('gives no slot of a session that is closed, taken, of another topic, or that was given back', () => {
    expect(who([waiting('a')], [offer('closed', 30, 1, { status: 'closed' })])).toEqual([]);
    expect(who([waiting('a', { topic: 'debt' })], [offer('other', 30, 1)])).toEqual([]);
    expect(who([waiting('a', { declined: ['back'] }), waiting('b')], [offer('back', 30, 1)])).toEqual([
      'b back',
    ]);
  });

  it('gives each slot once, each person once, and leaves no slot that somebody left waiting could have', () => {
    const person = fc.record({
      topic: fc.constantFrom('housing-law', 'debt'),
      urgency: fc.constantFrom('normal' as const, 'urgent' as const),
      days: fc.nat(40),
      declined: fc.subarray(['s0', 's1']),
    });
    const session = fc.record({
      hours: fc.integer({ min: 1, max: 600 }),
      size: fc.integer({ min: 1, max: 4 }),
      topics: fc.subarray(['housing-law', 'debt'], { minLength: 1 }),
    });
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 12 }),
        fc.array(session, { maxLength: 5 }),
        (people, sessions) => {
          const candidates = people.map(({ days, ...one }, index) =>
            waiting(`n${index}`, { ...one, since: inHours(-24 * days) }),
          );
          const offers = sessions.map(({ hours, size, topics }, index) =>
            offer(`s${index}`, hours, size, { topics }),
          );
          const given = allocate(candidates, offers, windows);
          const slots = given.map(({ sessionId, startsAt }) => `${sessionId} ${startsAt.toISOString()}`);
          if (new Set(slots).size !== given.length) throw new Error('a slot twice');
          if (new Set(given.map(({ needId }) => needId)).size !== given.length)
            throw new Error('a person twice');
          const left = candidates.filter(({ needId }) => !given.some((one) => one.needId === needId));
          const alone = left.flatMap((one) => allocate([one], offers, windows));
          for (const { sessionId, startsAt } of alone) {
            if (!slots.includes(`${sessionId} ${startsAt.toISOString()}`)) throw new Error('a slot was left');
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
