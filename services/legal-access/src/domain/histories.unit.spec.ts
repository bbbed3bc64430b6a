import fc from 'fast-check';
import { parisDay } from '@passerelle/calendar';
import { policyAt } from './policy';
import type { HeldSession } from './session';
import { DAY, HOUR, topics, World, type Step } from './world.spec';

/** More of them where there is time: HISTORIES=100000. */
const RUNS = Number(process.env['HISTORIES'] ?? 10_000);
const STEPS = 24;

const pick = fc.nat(40);
const topic = fc.constantFrom(...topics);
const served = fc.constantFrom<string[]>(['family-law'], ['housing-law'], [...topics]);
const inHours = fc.integer({ min: 1, max: 26 * 24 });
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
      do: fc.constantFrom('return' as const, 'withdraw' as const, 'reorient' as const),
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

const history = fc.array(step, { minLength: 1, maxLength: STEPS });

/** Runs random histories from an empty town and looks after each step; each property has its own histories. */
function always(
  holds: (world: World, before: Town, step: Step) => void,
  decided: (world: World) => void = () => {},
): void {
  fc.assert(
    fc.property(history, (steps) => {
      const world = new World();
      world.onDecided = () => decided(world);
      for (const one of steps) {
        const before = townOf(world);
        world.take(one);
        holds(world, before, one);
      }
    }),
    { numRuns: RUNS },
  );
}

type Town = ReturnType<typeof townOf>;
const townOf = (world: World) => ({
  demands: new Map(world.demands),
  requests: new Map(world.requests),
  permanenceRequests: new Map(world.permanenceRequests),
});

const held = (world: World) =>
  [...world.sessions].filter((entry): entry is [string, HeldSession] => entry[1].status !== 'none');

/** Slots that a topic may be given now, reckoned apart from the code under test. */
function freeSlots(world: World, forTopic: string) {
  const { noticeHours, horizonDays } = policyAt(world.now, world.demands.get(forTopic)?.policies);
  const [earliest, latest] = [
    world.now.getTime() + noticeHours * HOUR,
    world.now.getTime() + horizonDays * DAY,
  ];
  return held(world)
    .filter(([, session]) => session.status === 'open' && session.topics.includes(forTopic))
    .flatMap(([sessionId, session]) =>
      session.slots
        .filter((slot) => slot.needId === undefined && slot.startsAt.getTime() >= earliest)
        .filter((slot) => session.permanenceRequestId !== undefined || slot.startsAt.getTime() <= latest)
        .map(() => sessionId),
    );
}

/** Where people stand, as a text that sorts. */
const turn = (one: { urgency: string; since: Date; contactedOn: string; needId: string }) =>
  [
    one.urgency === 'urgent' ? 0 : 1,
    parisDay(one.since),
    one.contactedOn,
    one.since.toISOString(),
    one.needId,
  ].join(' ');

// Jest's own expectations are far too slow for millions of looks.
const sure = (holds: boolean, what: () => string) => {
  if (!holds) throw new Error(what());
};
const same = (one: unknown, other: unknown, what: string) =>
  sure(
    JSON.stringify(one) === JSON.stringify(other),
    () => `${what}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`,
  );

describe('whatever happens in a town', () => {
  it('no slot is booked twice, and nobody has two slots for one request', () =>
    always((world) => {
      const seen = new Set<string>();
      for (const [sessionId, session] of held(world)) {
        for (const { needId, appointmentId, startsAt } of session.slots) {
          if (needId === undefined || appointmentId === undefined) continue;
          sure(!seen.has(appointmentId), () => `two slots for ${appointmentId}`);
          seen.add(appointmentId);
          if (startsAt <= world.now) continue; // what is past is history: the person may wait again
          const state = world.requests.get(needId);
          const booked = state?.status === 'placed' ? state.appointment : undefined;
          same(
            [booked?.sessionId, booked?.appointmentId, booked?.startsAt],
            [sessionId, appointmentId, startsAt],
            needId,
          );
        }
      }
      for (const state of world.requests.values()) {
        if (state.status === 'placed')
          sure(seen.has(state.appointment.appointmentId), () => 'placed without a slot');
      }
    }));

  it('a session never holds more people than its slots, and none once cancelled', () =>
    always((world) => {
      for (const [sessionId, session] of held(world)) {
        const placed = [...world.requests.values()].filter(
          (one) => one.status === 'placed' && one.appointment.sessionId === sessionId,
        ).length;
        sure(
          placed <= (session.status === 'cancelled' ? 0 : session.slots.length),
          () => `${sessionId}: ${placed}`,
        );
      }
    }));

  it('nobody is given a slot that somebody before them in the queue could have had', () =>
    always(
      () => {},
      (world) => {
        for (const needId of world.lastPlaced) {
          const placed = world.requests.get(needId);
          if (placed?.status !== 'placed') continue;
          const { sessionId, startsAt } = placed.appointment;
          const session = world.sessions.get(sessionId) as HeldSession;
          for (const [topicOfQueue, { waiting, policies }] of world.demands) {
            const latest = world.now.getTime() + policyAt(world.now, policies).horizonDays * DAY;
            const reaches = session.permanenceRequestId !== undefined || startsAt.getTime() <= latest;
            if (!session.topics.includes(topicOfQueue) || !reaches) continue;
            for (const one of waiting) {
              if (one.declined.includes(sessionId)) continue;
              sure(turn({ ...placed, needId }) < turn(one), () => `${needId} passed ${one.needId}`);
            }
          }
        }
      },
    ));

  it('every need is in exactly one place', () =>
    always((world, before) => {
      for (const [needId, state] of world.requests) {
        sure(state.status !== 'none', () => `${needId} is nowhere`);
        const queues = [...world.demands].filter(([, { waiting }]) =>
          waiting.some((one) => one.needId === needId),
        );
        same(
          queues.map(([name]) => name),
          state.status === 'waiting' ? [state.topic] : [],
          needId,
        );
      }
      for (const { waiting } of world.demands.values()) {
        same(new Set(waiting.map((one) => one.needId)).size, waiting.length, 'twice in a queue');
      }
      for (const needId of before.requests.keys())
        sure(world.requests.has(needId), () => `${needId} is lost`);
    }));

  it('no slot stays free while somebody who may have it waits', () =>
    always((world) => {
      for (const [forTopic, { waiting }] of world.demands) {
        const free = waiting.length > 0 ? freeSlots(world, forTopic) : [];
        for (const one of waiting)
          same(
            free.filter((id) => !one.declined.includes(id)),
            [],
            `${one.needId} waits`,
          );
      }
    }));

  it('there are never two open permanence requests for one topic, nor none where enough people wait', () =>
    always((world) => {
      for (const [forTopic, state] of world.demands) {
        const open = [...world.permanenceRequests].filter(
          ([, one]) => (one.status === 'held' || one.status === 'asked') && one.topic === forTopic,
        );
        const known = state.openPermanenceRequestId;
        same(
          open.map(([id]) => id),
          known === undefined ? [] : [known],
          forTopic,
        );
        const { threshold } = policyAt(world.now, state.policies);
        if (state.waiting.length < threshold) continue;
        sure(open.length === 1 || state.rest !== undefined, () => `${forTopic} asks nobody`);
      }
    }));

  it('a wait never starts again: it keeps the instant at which it began', () =>
    always((world, before) => {
      for (const [needId, earlier] of before.requests) {
        const state = world.requests.get(needId);
        if (earlier.status === 'closed' || earlier.status === 'returned' || earlier.status === 'none')
          continue;
        same(state?.status === 'none' ? undefined : state?.since, earlier.since, needId);
      }
    }));

  it('what a command makes possible is done by the command, not by what is due later', () =>
    always((world, _before, { do: what }) => {
      // Time that passes and a partner that joins are no command of this service.
      if (what === 'wait' || what === 'partner') return;
      sure(!world.leftForLater, () => `${what} left something for later`);
    }));

  it('these histories go everywhere', () => {
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    for (const steps of fc.sample(history, 3_000)) {
      const world = new World();
      for (const one of steps) world.take(one);
      for (const state of world.requests.values()) {
        count(`request ${state.status}`);
        if (state.status === 'returned') count(`returned ${state.because}`);
        if (state.status === 'placed' && state.appointment.revision > 0) count('moved');
        if (state.status === 'placed' && state.appointment.walkIn) count('walk-in');
      }
      for (const state of world.permanenceRequests.values()) {
        count(`permanence ${state.status}`);
        if (state.status === 'closed') count(`closed ${state.closedBecause}`);
        if (state.status !== 'none') for (const { answer } of state.tried) count(answer);
      }
      for (const [, session] of held(world)) count(`session ${session.status}`);
    }
    const everywhere =
      'request waiting,request placed,request returned,request closed,returned absent-twice,returned resident-cancelled,' +
      'returned agent-decision,moved,walk-in,permanence held,permanence asked,permanence accepted,permanence closed,' +
      'closed no-partner-left,closed nobody-waits,closed go-ahead-refused,declined,silent,session open,session closed,' +
      'session cancelled';
    for (const what of everywhere.split(','))
      expect([what, (seen.get(what) ?? 0) >= 5]).toEqual([what, true]);
  });
});
