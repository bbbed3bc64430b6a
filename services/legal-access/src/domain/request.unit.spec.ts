import { given } from '@passerelle/domain-kit';
import { request } from './request.decide';
import type { RequestEvent } from './request';

const now = new Date('2026-11-24T08:00:00Z');
const startsAt = new Date('2026-12-03T13:00:00Z');
const need = {
  personId: 'person',
  topic: 'housing-law',
  urgency: 'normal',
  contactedOn: '2026-11-02',
} as const;
const filed: RequestEvent = { type: 'RequestFiled', ...need, since: now };
const at = {
  appointmentId: 'appointment',
  sessionId: 'session',
  startsAt,
  endsAt: new Date('2026-12-03T13:30:00Z'),
  placeName: 'Espace Descartes',
  placeAddress: '1 rue Descartes',
  profession: 'lawyer',
} as const;
const remindAt = new Date('2026-12-02T07:00:00Z');
const booked: RequestEvent = { type: 'AppointmentBooked', ...at, revision: 0, walkIn: false, remindAt };
const cancelled = (by: 'resident' | 'agent' | 'session' | 'ccas'): RequestEvent => ({
  type: 'AppointmentCancelled',
  ...at,
  revision: 1,
  by,
  because: by === 'session' ? 'session-cancelled' : 'appointment-cancelled',
});
const placed = [filed, booked];

describe('a request', () => {
  it('is filed once', () => {
    given(request)
      .when({ type: 'File', ...need, now })
      .then([filed]);
    given(request, [filed])
      .when({ type: 'File', ...need, now })
      .thenNothing();
    given(request).when({ type: 'Queue', because: 'no-slot', waitingCount: 1 }).thenRefused('UnknownRequest');
  });

  it('waits', () => {
    const queued = { type: 'RequestQueued', because: 'no-slot', waitingCount: 3 } as const;
    given(request, [filed]).when({ type: 'Queue', because: 'no-slot', waitingCount: 3 }).then([queued]);
    given(request, placed).when({ type: 'Queue', because: 'no-slot', waitingCount: 3 }).thenNothing();
  });

  it('is booked with a reminder the day before at 08:00, Paris', () => {
    given(request, [filed]).when({ type: 'Book', at, walkIn: false, now }).then([booked]);
    given(request, placed).when({ type: 'Book', at, walkIn: false, now }).thenRefused('AlreadyPlaced');
    given(request, [filed, { type: 'RequestReturned', because: 'agent-decision' }])
      .when({ type: 'Book', at, walkIn: false, now })
      .thenRefused('RequestOver');
  });

  it('has no reminder when that moment has gone', () => {
    const { remindAt: _none, ...without } = booked as Extract<RequestEvent, { type: 'AppointmentBooked' }>;
    given(request, [filed]).when({ type: 'Book', at, walkIn: false, now: remindAt }).then([without]);
    given(request, [filed])
      .when({ type: 'Book', at, walkIn: true, now })
      .then([{ ...without, walkIn: true }]);
  });

  it('moves under the same appointment', () => {
    const later = {
      ...at,
      startsAt: new Date('2026-12-10T13:00:00Z'),
      endsAt: new Date('2026-12-10T13:30:00Z'),
    };
    const { appointmentId: _same, ...where } = later;
    const moved = {
      type: 'AppointmentMoved',
      ...later,
      revision: 1,
      remindAt: new Date('2026-12-09T07:00:00Z'),
    } as const;
    given(request, placed).when({ type: 'Move', at: where, now }).then([moved]);
    given(request, placed)
      .when({ type: 'Move', at: { ...where, startsAt }, now })
      .thenNothing();
    given(request, placed).when({ type: 'Move', at: where, now: startsAt }).thenRefused('AppointmentPast');
    given(request, [filed]).when({ type: 'Move', at: where, now }).thenRefused('NoAppointment');
  });

  it('is confirmed by its own link only', () => {
    const confirmed = { type: 'AppointmentConfirmed', appointmentId: 'appointment' } as const;
    const confirm = { type: 'Confirm', appointmentId: 'appointment', now } as const;
    given(request, placed).when(confirm).then([confirmed]);
    given(request, [...placed, confirmed])
      .when(confirm)
      .thenNothing();
    given(request, placed)
      .when({ ...confirm, appointmentId: 'older' })
      .thenRefused('AppointmentReplaced');
    given(request, placed)
      .when({ ...confirm, now: startsAt })
      .thenRefused('AppointmentPast');
  });

  it('is cancelled and returned, or waits for another date', () => {
    const cancel = { type: 'Cancel', by: 'resident', wantsAnother: false, now } as const;
    const returned = (because: 'resident-cancelled' | 'agent-decision') =>
      ({ type: 'RequestReturned', because }) as const;
    given(request, placed)
      .when(cancel)
      .then([cancelled('resident'), returned('resident-cancelled')]);
    given(request, placed)
      .when({ ...cancel, by: 'agent' })
      .then([cancelled('agent'), returned('agent-decision')]);
    given(request, placed)
      .when({ ...cancel, wantsAnother: true })
      .then([cancelled('resident')]);
    given(request, placed)
      .when({ ...cancel, appointmentId: 'older' })
      .thenRefused('AppointmentReplaced');
    given(request, placed)
      .when({ ...cancel, now: startsAt })
      .thenRefused('AppointmentPast');
    given(request, [filed]).when(cancel).thenRefused('NoAppointment');
  });

  it('remembers the sessions that the resident gave back, not those that were cancelled under them', () => {
    const declined = (...events: RequestEvent[]) => {
      const state = events.reduce(request.evolve, request.initial);
      return state.status === 'none' ? undefined : state.declined;
    };
    expect(declined(...placed, cancelled('resident'))).toEqual(['session']);
    expect(declined(...placed, cancelled('session'))).toEqual([]);
  });

  it('is reminded once, when due, and not after its hour', () => {
    const reminded = { type: 'AppointmentReminded', ...at, revision: 0 } as const;
    given(request, placed).when({ type: 'Remind', now: remindAt }).then([reminded]);
    given(request, [...placed, reminded])
      .when({ type: 'Remind', now: remindAt })
      .thenNothing();
    given(request, placed).when({ type: 'Remind', now }).thenNothing();
    given(request, placed).when({ type: 'Remind', now: startsAt }).thenNothing();
    given(request, [...placed, cancelled('agent')])
      .when({ type: 'Remind', now: remindAt })
      .thenNothing();
  });

  it('closes when the resident came, waits again after one absence, goes back after two', () => {
    const attend = { type: 'Attend', attendance: 'attended', now: startsAt } as const;
    const recorded = (attendance: 'attended' | 'absent') =>
      ({ type: 'AttendanceRecorded', appointmentId: 'appointment', attendance }) as const;
    given(request, placed)
      .when(attend)
      .then([recorded('attended'), { type: 'RequestClosed', outcome: 'attended' }]);
    given(request, placed)
      .when({ ...attend, attendance: 'absent' })
      .then([recorded('absent')]);
    given(request, [...placed, recorded('absent'), booked])
      .when({ ...attend, attendance: 'absent' })
      .then([recorded('absent'), { type: 'RequestReturned', because: 'absent-twice' }]);
    given(request, placed)
      .when({ ...attend, now })
      .thenRefused('TooEarly');
    given(request, [filed]).when(attend).thenRefused('NoAppointment');
  });

  it('closes and returns with the appointment that it held', () => {
    const close = { type: 'Close', outcome: 'withdrawn', now } as const;
    const closed = { type: 'RequestClosed', outcome: 'withdrawn' } as const;
    given(request, placed)
      .when(close)
      .then([cancelled('ccas'), closed]);
    given(request, [filed]).when(close).then([closed]);
    given(request, [filed, closed]).when(close).thenNothing();
    const giveBack = { type: 'Return', because: 'agent-decision', now } as const;
    const returned = { type: 'RequestReturned', because: 'agent-decision' } as const;
    given(request, placed)
      .when(giveBack)
      .then([cancelled('agent'), returned]);
    given(request, [filed, returned]).when(giveBack).thenNothing();
  });

  it('follows its need to another topic, and comes back after it had left, not after it was seen', () => {
    const reorient = { type: 'Reorient', ...need, topic: 'debt', now } as const;
    const moved = {
      type: 'RequestReoriented',
      topic: 'debt',
      urgency: 'normal',
      contactedOn: '2026-11-02',
    } as const;
    given(request, placed)
      .when(reorient)
      .then([cancelled('ccas'), moved]);
    given(request, [filed])
      .when({ ...reorient, topic: 'housing-law' })
      .thenNothing();
    given(request)
      .when(reorient)
      .then([{ ...filed, topic: 'debt' } as RequestEvent]);
    given(request, [filed, { type: 'RequestClosed', outcome: 'reoriented' }])
      .when(reorient)
      .then([{ ...filed, topic: 'debt' } as RequestEvent]);
    given(request, [filed, { type: 'RequestClosed', outcome: 'attended' }])
      .when(reorient)
      .thenNothing();
  });

  it('waits again where it did when its need is reopened, whatever had become of it', () => {
    const since = new Date('2026-11-20T08:00:00Z');
    const reopen = { type: 'Reopen', ...need, since, now } as const;
    const again: RequestEvent = { type: 'RequestFiled', ...need, since };
    for (const outcome of ['withdrawn', 'reoriented', 'attended', 'duplicate'] as const) {
      given(request, [filed, { type: 'RequestClosed', outcome }])
        .when(reopen)
        .then([again]);
    }
    given(request, [filed, { type: 'RequestReturned', because: 'agent-decision' }])
      .when(reopen)
      .then([again]);
    given(request).when(reopen).then([again]);
    given(request, placed).when(reopen).thenNothing();
  });
});
