// What must hold whatever happens in a town, looked at apart from the code that decides. Not shipped.
import { parisDay } from '@passerelle/calendar';
import { policyAt } from './policy';
import type { HeldSession } from './session';
import { DAY, HOUR, type Step, type World } from './world.spec';

export interface Rule {
  readonly name: string;
  readonly afterStep?: (world: World, before: Town, step: Step) => void;
  /** A step may take several decisions. */
  readonly afterDecision?: (world: World) => void;
}

export type Town = ReturnType<typeof townOf>;
export const townOf = (world: World) => ({
  demands: new Map(world.demands),
  requests: new Map(world.requests),
  permanenceRequests: new Map(world.permanenceRequests),
});

export const held = (world: World) =>
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
const same = (one: unknown, other: unknown, what: string) => {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  sure(left === right, () => `${what}: ${left} is not ${right}`);
};

export const rules: readonly Rule[] = [
  {
    name: 'no slot is booked twice, and nobody has two slots for one request',
    afterStep: (world) => {
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
    },
  },
  {
    name: 'a session never holds more people than its slots, and none once cancelled',
    afterStep: (world) => {
      for (const [sessionId, session] of held(world)) {
        const placed = [...world.requests.values()].filter(
          (one) => one.status === 'placed' && one.appointment.sessionId === sessionId,
        ).length;
        sure(
          placed <= (session.status === 'cancelled' ? 0 : session.slots.length),
          () => `${sessionId}: ${placed}`,
        );
      }
    },
  },
  {
    name: 'nobody is given a slot that somebody before them in the queue could have had',
    afterDecision: (world) => {
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
  },
  {
    name: 'every need is in exactly one place',
    afterStep: (world, before) => {
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
    },
  },
  {
    name: 'no slot stays free while somebody who may have it waits',
    afterStep: (world) => {
      for (const [forTopic, { waiting }] of world.demands) {
        const free = waiting.length > 0 ? freeSlots(world, forTopic) : [];
        for (const one of waiting)
          same(
            free.filter((id) => !one.declined.includes(id)),
            [],
            `${one.needId} waits`,
          );
      }
    },
  },
  {
    name: 'there are never two open permanence requests for one topic, nor none where enough people wait',
    afterStep: (world) => {
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
    },
  },
  {
    name: 'a wait never starts again: it keeps the instant at which it began',
    afterStep: (world, before) => {
      for (const [needId, earlier] of before.requests) {
        const state = world.requests.get(needId);
        if (earlier.status === 'closed' || earlier.status === 'returned' || earlier.status === 'none')
          continue;
        const since = state?.status === 'none' ? undefined : state?.since;
        sure(since?.getTime() === earlier.since.getTime(), () => `${needId} waits anew`);
      }
    },
  },
  {
    name: 'what a command makes possible is done by the command, not by what is due later',
    afterStep: (world, _before, { do: what }) => {
      // Time that passes and a partner that joins are no command of this service.
      if (what === 'wait' || what === 'partner') return;
      sure(!world.leftForLater, () => `${what} left something for later`);
    },
  },
];
