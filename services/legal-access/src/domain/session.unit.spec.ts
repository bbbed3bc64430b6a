import { given } from '@passerelle/domain-kit';
import { session } from './session.decide';
import type { SessionEvent } from './session';

const at = (time: string) => new Date(`2026-12-03T${time}:00Z`);
const now = new Date('2026-11-24T08:00:00Z');
const facts = {
  permanenceId: 'permanence',
  placeName: 'Espace Descartes',
  placeAddress: '1 rue Descartes',
  profession: 'lawyer',
  topics: ['housing-law'],
  startsAt: at('13:00'),
  endsAt: at('14:10'),
} as const;
const open = { type: 'OpenSession', ...facts, slotMinutes: 30, now } as const;
const opened: SessionEvent = {
  type: 'SessionOpened',
  ...facts,
  slots: [
    { startsAt: at('13:00'), endsAt: at('13:30') },
    { startsAt: at('13:30'), endsAt: at('14:00') },
  ],
};
const book = {
  type: 'BookSlot',
  startsAt: at('13:00'),
  needId: 'need',
  appointmentId: 'appointment',
  topic: 'housing-law',
  walkIn: false,
  now,
} as const;
const booked: SessionEvent = {
  type: 'SlotBooked',
  startsAt: at('13:00'),
  needId: 'need',
  appointmentId: 'appointment',
  walkIn: false,
};

describe('a session', () => {
  it('opens with whole slots only', () => given(session).when(open).then([opened]));
  it('opens once', () => given(session, [opened]).when(open).thenNothing());
  it('does not open in the past', () =>
    given(session)
      .when({ ...open, now: at('13:00') })
      .thenRefused('DateInThePast'));
  it('does not open without a slot', () =>
    given(session)
      .when({ ...open, slotMinutes: 90 })
      .thenRefused('SlotTooLong'));

  it('gives a slot', () => given(session, [opened]).when(book).then([booked]));
  it('gives it once', () => given(session, [opened, booked]).when(book).thenNothing());
  it.each([
    ['to two people', { needId: 'other', appointmentId: 'other' }, 'SlotAlreadyTaken'],
    ['twice to one person', { startsAt: at('13:30'), appointmentId: 'other' }, 'AlreadyInSession'],
    ['that does not exist', { startsAt: at('13:10') }, 'UnknownSlot'],
    [
      'for a topic it does not serve',
      { ...book, startsAt: at('13:30'), needId: 'other', topic: 'debt' },
      'TopicNotServed',
    ],
    ['that has begun', { startsAt: at('13:30'), needId: 'other', now: at('13:30') }, 'DateInThePast'],
  ])('does not give a slot %s', (_what, change, rule) =>
    given(session, [opened, booked])
      .when({ ...book, ...change, ...('appointmentId' in change ? {} : { appointmentId: 'other' }) })
      .thenRefused(rule),
  );
  it('gives a slot that has begun to who walks in, until its end', () => {
    const late = { ...book, walkIn: true };
    given(session, [opened])
      .when({ ...late, now: at('13:20') })
      .then([{ ...booked, walkIn: true }]);
    given(session, [opened])
      .when({ ...late, now: at('13:30') })
      .thenRefused('DateInThePast');
  });
  it('must be known', () => given(session).when(book).thenRefused('UnknownSession'));

  it('frees a slot to come, not one that has begun', () => {
    const free = { type: 'FreeSlot', needId: 'need', now } as const;
    given(session, [opened, booked])
      .when(free)
      .then([{ type: 'SlotFreed', startsAt: at('13:00'), needId: 'need' }]);
    given(session, [opened, booked])
      .when({ ...free, now: at('13:00') })
      .thenNothing();
    given(session, [opened]).when(free).thenNothing();
  });

  it('marks who came, once', () => {
    const mark = { type: 'MarkAttendance', appointmentId: 'appointment', attendance: 'attended' } as const;
    const marked = {
      type: 'SlotAttended',
      startsAt: at('13:00'),
      needId: 'need',
      attendance: 'attended',
    } as const;
    given(session, [opened, booked]).when(mark).then([marked]);
    given(session, [opened, booked, marked]).when(mark).thenNothing();
    given(session, [opened]).when(mark).thenNothing();
  });

  it('closes to new people and keeps those it has', () => {
    given(session, [opened, booked])
      .when({ type: 'CloseSession' })
      .then([{ type: 'SessionClosed' }]);
    given(session, [opened, { type: 'SessionClosed' }])
      .when({ type: 'CloseSession' })
      .thenNothing();
    given(session, [opened, { type: 'SessionClosed' }])
      .when(book)
      .thenRefused('SessionNotOpen');
  });

  it('is cancelled before it begins', () => {
    given(session, [opened, booked])
      .when({ type: 'CancelSession', now })
      .then([{ type: 'SessionCancelled' }]);
    given(session, [opened, { type: 'SessionCancelled' }])
      .when({ type: 'CancelSession', now })
      .thenNothing();
    given(session, [opened])
      .when({ type: 'CancelSession', now: at('13:00') })
      .thenRefused('SessionStarted');
  });

  it('says until when it has a free slot, and nothing when it has none', () => {
    const last = (...events: SessionEvent[]) => {
      const state = events.reduce(session.evolve, session.initial);
      return state.status === 'none' ? undefined : state.lastFreeAt;
    };
    const other: SessionEvent = { ...booked, startsAt: at('13:30'), needId: 'other' };
    expect(last(opened)).toEqual(at('13:30'));
    expect(last(opened, other)).toEqual(at('13:00'));
    expect(last(opened, booked, other)).toBeUndefined();
    expect(last(opened, { type: 'SessionClosed' })).toBeUndefined();
    expect(last(opened, booked, { type: 'SessionCancelled' })).toBeUndefined();
  });
});
