import fc from 'fast-check';
import { held, rules, townOf, type Rule } from './town-rules.spec';
import { topics, World, type Step } from './world.spec';

/** More of them where there is time: HISTORIES=100000. */
const RUNS = Number(process.env['HISTORIES'] ?? 10_000);

const pick = fc.nat(40);
const topic = fc.constantFrom(...topics);
const served = fc.constantFrom<string[]>(['family-law'], ['housing-law'], [...topics]);
const inHours = fc.oneof(fc.integer({ min: 1, max: 4 * 24 }), fc.integer({ min: 1, max: 26 * 24 }));
const slots = fc.integer({ min: 1, max: 4 });
const urgency = fc.constantFrom('normal' as const, 'normal' as const, 'urgent' as const);

const need = fc.record({ do: fc.constant('need' as const), topic, urgency, daysAgo: fc.nat(60) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: need },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('open' as const), inHours, topics: served, slots }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('cancel' as const),
      pick,
      by: fc.constantFrom('resident' as const, 'agent' as const),
      wantsAnother: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('attend' as const),
      pick,
      attendance: fc.constantFrom('attended' as const, 'absent' as const, 'absent' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('cancel-session' as const, 'close-session' as const), pick }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('walk-in' as const), pick, topic, known: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('move' as const, 'book' as const),
      pick,
      session: pick,
      slot: pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('return' as const, 'withdraw' as const, 'reorient' as const, 'reopen' as const),
      pick,
      topic,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 200 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('accept' as const), pick, inHours, slots }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decline' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('go-ahead' as const), pick, granted: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('partner' as const), pick, topics: served, active: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('policy' as const),
      topic,
      values: fc.record(
        {
          threshold: fc.integer({ min: 1, max: 5 }),
          horizonDays: fc.integer({ min: 5, max: 30 }),
          needsGoAhead: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    }),
  },
);

const history = fc.array(step, { minLength: 15, maxLength: 30 });

function follow(
  steps: readonly Step[],
  kept: readonly Rule[],
  broken: (rule: Rule, error: unknown) => void,
): World {
  const look = (rule: Rule, holds: () => void) => {
    try {
      holds();
    } catch (error) {
      broken(rule, error);
    }
  };
  const world = new World();
  world.onDecided = () => kept.forEach((rule) => look(rule, () => rule.afterDecision?.(world)));
  for (const one of steps) {
    const before = townOf(world);
    world.take(one);
    for (const rule of kept) look(rule, () => rule.afterStep?.(world, before, one));
  }
  return world;
}

const fail = (_rule: Rule, error: unknown) => {
  throw error;
};

describe('whatever happens in a town', () => {
  const seed = Date.now();
  const broken = new Map<Rule, unknown>();
  const seen = new Map<string, number>();
  let followed = 0;

  beforeAll(() => {
    for (const steps of fc.sample(history, { numRuns: RUNS, seed })) {
      const world = follow(steps, rules, (rule, error) => broken.set(rule, broken.get(rule) ?? error));
      for (const what of placesOf(world)) seen.set(what, (seen.get(what) ?? 0) + 1);
      followed += 1;
    }
  }, 600_000);

  it.each(rules)('$name', (rule) => {
    expect(followed).toBe(RUNS);
    if (!broken.has(rule)) return;
    // Once more, to find the shortest history that breaks it.
    fc.assert(
      fc.property(history, (steps) => void follow(steps, [rule], fail)),
      { seed, numRuns: RUNS },
    );
    throw broken.get(rule);
  });

  it('these histories go everywhere', () => {
    const everywhere =
      'request waiting,request placed,request returned,request closed,returned absent-twice,returned resident-cancelled,' +
      'returned agent-decision,moved,walk-in,permanence held,permanence asked,permanence accepted,permanence closed,' +
      'closed no-partner-left,closed nobody-waits,closed go-ahead-refused,declined,silent,session open,session closed,' +
      'session cancelled';
    expect(everywhere.split(',').filter((what) => (seen.get(what) ?? 0) < RUNS / 1_000)).toEqual([]);
  });
});

/** Where a history led, one word for each thing that stands somewhere. */
function placesOf(world: World): string[] {
  const requests = [...world.requests.values()].flatMap((state) => {
    const words = [`request ${state.status}`];
    if (state.status === 'returned') words.push(`returned ${state.because}`);
    if (state.status === 'placed' && state.appointment.revision > 0) words.push('moved');
    if (state.status === 'placed' && state.appointment.walkIn) words.push('walk-in');
    return words;
  });
  const asked = [...world.permanenceRequests.values()].flatMap((state) => {
    if (state.status === 'none') return [];
    const words: string[] = [`permanence ${state.status}`, ...state.tried.map(({ answer }) => answer)];
    return state.status === 'closed' ? [...words, `closed ${state.closedBecause}`] : words;
  });
  return [...requests, ...asked, ...held(world).map(([, session]) => `session ${session.status}`)];
}
