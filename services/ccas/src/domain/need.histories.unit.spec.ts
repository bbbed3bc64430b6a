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
    fc.constantFrom({ do: 'unclassify' }, { do: 'reopen' }, { do: 'hand-over' }),
    { weight: 4, arbitrary: fc.constant({ do: 'fall-due' }) },
    fc.constantFrom('met', 'returned', 'expired').map((outcome) => ({ do: 'close', outcome })),
    fc.constantFrom('one', 'other').map((referralId) => ({ do: 'refer', referralId })),
    fc
      .record({ referralId: fc.constantFrom('one', 'other'), what: fc.constantFrom('met', 'taken-back') })
      .map((fact) => ({ do: 'hear-partner', fact })),
    topic.map((its) => ({ do: 'hear', fact: { what: 'waits', topic: its } })),
    fc
      .record({ its: topic, appointmentId, inHours: fc.integer({ min: 1, max: 500 }) })
      .map(({ its, ...more }) => ({ do: 'hear', fact: { what: 'appointment', topic: its, ...more } })),
    fc
      .record({ its: topic, appointmentId })
      .map(({ its, ...more }) => ({ do: 'hear', fact: { what: 'appointment-lost', topic: its, ...more } })),
    topic.map((its) => ({ do: 'hear', fact: { what: 'returned', topic: its, because: 'absent-twice' } })),
    fc
      .record({ its: topic, outcome: fc.constantFrom('met', 'duplicate') })
      .map(({ its, outcome }) => ({ do: 'hear', fact: { what: 'ended', topic: its, outcome } })),
  ),
});

interface Act {
  readonly do: string;
  readonly target?: NeedTopic;
  readonly served?: boolean;
  readonly outcome?: string;
  readonly fact?: { readonly what: string; readonly topic?: string; readonly inHours?: number };
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
    case 'hand-over':
      return { do: 'hand-over', from: 'worker', to: 'colleague' };
    default:
      return { ...act, ...target, workerId: 'worker', noteIds: ['note'], now } as unknown as NeedCommand;
  }
}

/** One step as it was lived. */
interface Moment {
  readonly before: Need;
  readonly command: NeedCommand;
  readonly decided: readonly NeedEvent[];
  readonly after: Need;
}

function live(steps: readonly { hours: number; act: Act }[]): Moment[] {
  let now = new Date('2026-01-05T10:00:00Z');
  let before: Need = needDecider.initial;
  const moments: Moment[] = [];
  for (const { hours: passed, act } of steps) {
    now = new Date(now.getTime() + passed * MS_PER_HOUR);
    const command = commandOf(act, now);
    const decided = needDecider.decide(command, before);
    if (isRefusal(decided)) continue;
    const after = fold(needDecider.evolve, before, decided);
    moments.push({ before, command, decided, after });
    before = after;
  }
  return moments;
}

/** Not `expect`: half a million of them take minutes. */
function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(rule);
}

const count = (events: readonly NeedEvent[], ...types: NeedEvent['type'][]) =>
  events.filter(({ type }) => types.includes(type)).length;

function endsInOnePlace(moments: readonly Moment[], end: Need): void {
  const events = moments.flatMap(({ decided }) => decided);
  must(
    count(events, 'NeedClosed') - count(events, 'NeedReopened') === (end.status === 'closed' ? 1 : 0),
    'closed once, but for what was reopened, and only when closed',
  );
  must(count(events, 'NeedNoted') === (end.status === 'unknown' ? 0 : 1), 'noted once');
  const afterClosing = moments.filter(({ before }) => before.status === 'closed');
  must(
    afterClosing.every(({ decided }) => count(decided, 'NoteAdded', 'NeedReopened') === decided.length),
    'what is closed is only annotated, or reopened',
  );
  must(
    afterClosing.every(
      ({ before, decided }) =>
        count(decided, 'NeedReopened') === 0 || (before.status === 'closed' && before.before !== undefined),
    ),
    'what a service ended is not reopened',
  );
}

/** How many reminders and expiries were seen: a rule that nothing ever met proves nothing. */
function firesOnlyWhileItRuns({ before, command, decided }: Moment): number {
  const fired = count(decided, 'NeedReminded', 'NeedExpired');
  if (fired === 0) return 0;
  must(before.status === 'oriented', `fired while ${before.status}`);
  if (before.status !== 'oriented' || !('now' in command)) return 0;
  must(before.promise.nextAt <= command.now, 'fired before it was due');
  // Whatever was lost and resumed: never on the day the promise started.
  must(command.now >= dueAt(parisDay(before.promise.startedAt), 1), 'fired on the first day');
  return fired;
}

function remindsOnce(moments: readonly Moment[]): void {
  let reminders = 0;
  for (const event of moments.flatMap(({ decided }) => decided)) {
    // With a partner it is another promise, which a service goes on with when it sees the person all the same.
    if (event.type === 'NeedOriented' || event.type === 'NeedReferred') reminders = 0;
    // Goes on with the same promise, or begins another.
    if (event.type === 'NeedReopened' && event.startedAt?.getTime() === event.reopenedAt.getTime()) {
      reminders = 0;
    }
    if (event.type === 'NeedReminded') reminders += 1;
    must(reminders <= 1, 'reminded twice of one promise');
  }
}

function changesNothingTwice({ command, after }: Moment): void {
  if (command.do === 'add-note') return;
  const again = needDecider.decide(command, after);
  must(!isRefusal(again) && again.length === 0, `${command.do} done twice changes something`);
}

describe(`${HISTORIES} random histories of one need`, () => {
  /** Most begin as most needs do, or nothing would happen in them. */
  const start = fc.option(fc.constantFrom(...topics), { nil: undefined, freq: 4 });
  const history = fc
    .tuple(start, fc.array(step, { minLength: 1, maxLength: 25 }))
    .map(([target, steps]) =>
      target ? [{ hours: 0, act: { do: 'identify', target, served: true } }, ...steps] : steps,
    );

  it('end in one place each, promise only while they wait, say nothing of what was said, and repeat nothing', () => {
    const ends = new Set<string>();
    let fired = 0;
    fc.assert(
      fc.property(history, (steps) => {
        const moments = live(steps);
        const end = moments.at(-1)?.after ?? needDecider.initial;
        endsInOnePlace(moments, end);
        remindsOnce(moments);
        for (const moment of moments) {
          fired += firesOnlyWhileItRuns(moment);
          changesNothingTwice(moment);
        }
        must(
          !JSON.stringify([end, moments.map(({ decided }) => decided)]).includes(secret),
          'a word escaped',
        );
        ends.add(end.status);
      }),
      { numRuns: HISTORIES },
    );
    // The generator reaches every place and every rule, or this property says little.
    expect([...ends].sort()).toEqual([...needStatuses, 'unknown'].sort());
    expect(fired).toBeGreaterThan(1_000);
  });
});
