import { dueAt, parisDay } from '@passerelle/calendar';
import { fold, isRefusal } from '@passerelle/domain-kit';
import fc from 'fast-check';
import { needDecider, type NeedCommand } from './need.decide';
import { needStatuses, type Need, type NeedEvent, type NeedTopic } from './need';

const HISTORIES = 10_000;
const MS_PER_HOUR = 3_600_000;
const topics = [
  { topic: 'housing-law', field: 'legal-access' },
  { topic: 'debt', field: 'legal-access' },
  { topic: 'childcare-place', field: 'childcare' },
] as const;
const secret = 'ce que la personne a dit';

const orientation = fc.record({
  target: fc.constantFrom(...topics),
  served: fc.boolean(),
});
const topic = fc.constantFrom(...topics.map((one) => one.topic));
const appointmentId = fc.constantFrom('first', 'second');
const hours = fc.integer({ min: 0, max: 24 * 12 });

/** One step: time passes, then somebody does something. */
const step = fc.record({
  hours,
  act: fc.oneof(
    orientation.map(({ target, served }) => ({ do: 'identify', target, served })),
    fc.constant({ do: 'identify-vaguely' }),
    orientation.map(({ target, served }) => ({ do: 'classify', target, served })),
    orientation.map(({ target, served }) => ({ do: 'reorient', target, served })),
    fc.constantFrom({ do: 'withdraw' }, { do: 'start-promise' }, { do: 'add-note' }),
    { weight: 4, arbitrary: fc.constant({ do: 'fall-due' }) },
    fc.constantFrom('met', 'returned', 'expired').map((outcome) => ({ do: 'close', outcome })),
    topic.map((its) => ({ do: 'hear', fact: { what: 'waits', topic: its } })),
    fc
      .record({ its: topic, appointmentId, inHours: fc.integer({ min: 1, max: 500 }) })
      .map(({ its, ...more }) => ({ do: 'hear', fact: { what: 'appointment', topic: its, ...more } })),
    fc
      .record({ its: topic, appointmentId })
      .map(({ its, ...more }) => ({ do: 'hear', fact: { what: 'appointment-lost', topic: its, ...more } })),
    topic.map((its) => ({ do: 'hear', fact: { what: 'returned', topic: its, because: 'absent-twice' } })),
    fc
      .record({ its: topic, outcome: fc.constantFrom('met', 'withdrawn', 'duplicate') })
      .map(({ its, outcome }) => ({ do: 'hear', fact: { what: 'ended', topic: its, outcome } })),
  ),
});

interface Act {
  readonly do: string;
  readonly target?: NeedTopic;
  readonly served?: boolean;
  readonly outcome?: string;
  readonly fact?: { readonly what: string; readonly topic: string; readonly inHours?: number };
}

function commandOf(act: Act, now: Date): NeedCommand {
  const target = act.target && {
    orientation: { ...act.target, served: act.served === true, by: 'wording' as const },
  };
  const identity = {
    personId: 'person',
    workerId: 'worker',
    urgency: 'normal' as const,
    contactedOn: '2026-01-05',
    // What a careless caller could pass beside what the rules know.
    words: secret,
  };
  switch (act.do) {
    case 'identify':
    case 'identify-vaguely':
      return { do: 'identify', ...identity, ...target, noteIds: ['note'], now };
    case 'hear': {
      const { inHours, ...fact } = act.fact ?? { what: 'waits', topic: 'debt', inHours: 0 };
      const startsAt = inHours && { startsAt: new Date(now.getTime() + inHours * MS_PER_HOUR) };
      return { do: 'hear', fact: { ...fact, ...startsAt }, now } as NeedCommand;
    }
    case 'add-note':
      return { do: 'add-note', noteId: 'note' };
    default:
      return { ...act, ...target, noteIds: ['note'], now } as unknown as NeedCommand;
  }
}

interface Lived {
  readonly need: Need;
  readonly events: readonly NeedEvent[];
}

function live(
  steps: readonly { hours: number; act: Act }[],
  see: (before: Need, command: NeedCommand, events: readonly NeedEvent[]) => void,
): Lived {
  let now = new Date('2026-01-05T10:00:00Z');
  let need: Need = needDecider.initial;
  const events: NeedEvent[] = [];
  for (const { hours: passed, act } of steps) {
    now = new Date(now.getTime() + passed * MS_PER_HOUR);
    const command = commandOf(act, now);
    const outcome = needDecider.decide(command, need);
    if (isRefusal(outcome)) continue;
    see(need, command, outcome);
    need = fold(needDecider.evolve, need, outcome);
    events.push(...outcome);
  }
  return { need, events };
}

describe(`${HISTORIES} random histories of one need`, () => {
  /** Most begin as most needs do, or nothing would happen in them. */
  const start = fc.option(fc.constantFrom(...topics), { nil: undefined, freq: 4 });
  const history = fc
    .tuple(start, fc.array(step, { minLength: 1, maxLength: 25 }))
    .map(([target, steps]) =>
      target ? [{ hours: 0, act: { do: 'identify', target, served: true } }, ...steps] : steps,
    );
  const check = (property: (steps: readonly { hours: number; act: Act }[]) => void) =>
    fc.assert(fc.property(history, property), { numRuns: HISTORIES });

  it('each end in one place, and what is closed stays closed with one outcome', () => {
    const seen = new Map<string, number>();
    check((steps) => {
      const { need, events } = live(steps, (before, _command, decided) => {
        if (before.status === 'closed') expect(decided.every(({ type }) => type === 'NoteAdded')).toBe(true);
      });
      seen.set(need.status, (seen.get(need.status) ?? 0) + 1);
      expect([...needStatuses, 'unknown']).toContain(need.status);
      expect(events.filter(({ type }) => type === 'NeedClosed').length).toBe(
        need.status === 'closed' ? 1 : 0,
      );
      expect(events.filter(({ type }) => type === 'NeedNoted').length).toBe(
        need.status === 'unknown' ? 0 : 1,
      );
    });
    // The generator reaches every place, or this property says little.
    expect([...seen.keys()].sort()).toEqual([...needStatuses, 'unknown'].sort());
  });

  it('never remind nor expire whoever has an appointment, waits for a service, or is before the due date', () => {
    let fired = 0;
    check((steps) => {
      live(steps, (before, command, decided) => {
        const broken = decided.filter(({ type }) => type === 'NeedReminded' || type === 'NeedExpired');
        if (broken.length === 0) return;
        fired += 1;
        expect(before.status).toBe('oriented');
        if (before.status !== 'oriented' || !('now' in command)) return;
        expect(before.promise.nextAt <= command.now).toBe(true);
        // Whatever was lost and resumed: never on the day the promise started.
        expect(command.now >= dueAt(parisDay(before.promise.startedAt), 1)).toBe(true);
      });
    });
    expect(fired).toBeGreaterThan(1_000);
  });

  it('remind at most once a promise, and the promise only moves forward', () => {
    check((steps) => {
      let reminders = 0;
      live(steps, (_before, _command, decided) => {
        for (const event of decided) {
          if (event.type === 'NeedOriented') reminders = 0;
          if (event.type === 'NeedReminded') reminders += 1;
          if (event.type === 'AppointmentLost')
            expect(event.expireAt >= event.remindAt || reminders > 0).toBe(true);
        }
        expect(reminders).toBeLessThanOrEqual(1);
      });
    });
  });

  it('say nothing of what the resident said', () => {
    check((steps) => {
      const { need, events } = live(steps, () => undefined);
      expect(JSON.stringify([need, events])).not.toContain(secret);
    });
  });

  it('change nothing when an act is done twice', () => {
    check((steps) => {
      live(steps, (before, command, decided) => {
        const after = fold(needDecider.evolve, before, decided);
        if (command.do === 'add-note') return;
        const again = needDecider.decide(command, after);
        expect(isRefusal(again) ? [again.refused] : again).toEqual([]);
      });
    });
  });
});
