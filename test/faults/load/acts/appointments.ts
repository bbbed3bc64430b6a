import { drawnId } from '../lots';
import type { Act, Hand } from '../hand';
import type { Request } from '../queue';

const request = { service: 'legal-access', aggregate: 'request' } as const;
const agents = ['legal-access-officer', 'reception-agent', 'ccas-worker'] as const;

interface Way {
  readonly what: string;
  readonly verb: string;
  readonly event: string;
  readonly role?: string;
  readonly among: (hand: Hand) => Promise<readonly Request[]>;
  readonly suits?: (hand: Hand, one: Request) => boolean;
  /** Nothing when there is no slot to choose. */
  readonly body: (hand: Hand, one: Request) => Promise<object | undefined>;
}

const waiting = ({ queue }: Hand) => queue.waiting();
const placed = ({ queue }: Hand) => queue.placed();
const isAhead = (one: Request) => new Date(one.appointment?.startsAt ?? 0).getTime() > Date.now() + 60_000;

function way({ what, verb, event, role, among, suits, body }: Way): Act {
  return async (hand) => {
    const { town, chance, desk } = hand;
    const found = (await among(hand)).map((one) => ({ ...one, id: one.needId }));
    const done = await town.with(
      chance,
      found,
      (one) => suits?.(hand, one) ?? true,
      async (one) => {
        const asked = await body(hand, one);
        if (!asked) return false;
        await desk.command({
          ...request,
          ...{ what, id: one.needId, role: role ?? chance.one(agents), version: one.version },
          ...{
            path: `legal-access/requests/${one.needId}/${verb}`,
            body: { ...asked, version: one.version },
          },
          ...{ events: [event], history: `legal-access/requests/${one.needId}/timeline` },
        });
        return true;
      },
    );
    return done ?? false;
  };
}

/** Told once: a second time would change nothing. */
const notAnswered = ({ town }: Hand, one: Request) => {
  const { appointmentId = '' } = one.appointment ?? {};
  return isAhead(one) && !one.appointment?.confirmed && !town.answered.has(appointmentId);
};
const answer = ({ town }: Hand, { appointment }: Request) => {
  if (appointment) town.answered.add(appointment.appointmentId);
};

export const confirm = way({
  ...{ what: 'confirm an appointment', verb: 'confirm', event: 'AppointmentConfirmed', among: placed },
  suits: notAnswered,
  body: async (hand, one) => {
    answer(hand, one);
    return {};
  },
});

export const cancel = way({
  ...{
    what: 'cancel an appointment',
    verb: 'cancel-appointment',
    event: 'AppointmentCancelled',
    among: placed,
  },
  suits: (_hand, one) => isAhead(one),
  body: async (hand, one) => {
    answer(hand, one);
    return { wantsAnother: hand.chance.below(2) === 0 };
  },
});

const slotFor = async ({ queue, chance }: Hand, { topic, appointment }: Request) => {
  const free = (await queue.slots(topic)).filter(({ sessionId }) => sessionId !== appointment?.sessionId);
  return free.length === 0 ? undefined : chance.one(free);
};
const choose = async (hand: Hand, one: Request) => {
  const slot = await slotFor(hand, one);
  return slot && { sessionId: slot.sessionId, startsAt: slot.startsAt };
};

export const move = way({
  ...{ what: 'move an appointment', verb: 'move', event: 'AppointmentMoved', among: placed },
  suits: (_hand, one) => isAhead(one),
  body: choose,
});

export const book = way({
  ...{ what: 'choose a slot', verb: 'book', event: 'AppointmentBooked', among: waiting },
  body: choose,
});

export const giveBack = way({
  ...{ what: 'give a request back', verb: 'return', event: 'RequestReturned', among: waiting },
  role: 'legal-access-officer',
  body: async () => ({}),
});

export const recordAttendance = way({
  ...{ what: 'record an attendance', verb: 'attendance', event: 'AttendanceRecorded', among: placed },
  role: 'reception-agent',
  suits: (_hand, one) => new Date(one.appointment?.startsAt ?? Infinity).getTime() < Date.now(),
  body: async ({ chance }) => ({ attendance: chance.one(['attended', 'attended', 'absent']) }),
});

interface Today {
  readonly id: string;
  readonly topics: readonly string[];
  readonly slots: readonly { readonly needId?: string; readonly endsAt: string }[];
}

/** Somebody who came without an appointment, and for whom nobody had noted a need. */
export const walkIn: Act = async (hand) => {
  const { desk, town, chance } = hand;
  const today = await desk.read<{ items: Today[] }>('reception-agent', 'legal-access/today');
  const open = (today?.items ?? []).filter(({ slots }) =>
    slots.some(
      ({ needId, endsAt }) => needId === undefined && new Date(endsAt).getTime() > Date.now() + 60_000,
    ),
  );
  const [session] = open.length > 0 ? [chance.one(open)] : [];
  const known = town.persons.filter(({ mergedInto }) => mergedInto === undefined);
  if (!session || known.length === 0) return false;
  const id = drawnId(chance);
  const body = { id, personId: chance.one(known).id, topic: chance.one(session.topics) };
  await desk.command({
    ...request,
    ...{ what: 'record a walk-in', id, role: 'reception-agent', body, events: ['AppointmentBooked'] },
    path: `legal-access/sessions/${session.id}/walk-ins`,
  });
  return true;
};

/** Residents open their mail. The link says which appointment; one that was answered otherwise is left alone. */
export const answerByLink: Act = async (hand) => {
  const { desk, town, chance, letters } = hand;
  const link = letters.residentLink(chance);
  if (!link) return false;
  const { id, appointmentId, token } = link;
  const done = await town.alone(id, async () => {
    if (town.answered.has(appointmentId)) return;
    town.answered.add(appointmentId);
    const cancels = chance.below(3) === 0;
    await desk.command({
      ...request,
      ...{ what: cancels ? 'cancel by link' : 'confirm by link', id },
      ...{ path: `legal-access/appointment-answers/${token}` },
      body: cancels ? { answer: 'cancel', wantsAnother: chance.below(2) === 0 } : { answer: 'confirm' },
      events: [cancels ? 'AppointmentCancelled' : 'AppointmentConfirmed'],
    });
  });
  return done === undefined;
};
