import { fold, isRefusal } from '@passerelle/domain-kit';
import fc from 'fast-check';
import type { Delivery } from './delivery';
import { deliveryDecider, type DeliveryCommand } from './delivery.decide';
import type { Fact, Heard } from './fact';
import { isOvertaken, plan, type Earlier } from './plan';
import type { KnownWorker } from './recipient';

/** Deliveries of one town, by what they are about: the application's transaction, without its database. */
class Desk {
  readonly deliveries = new Map<string, Exclude<Delivery, { status: 'none' }>>();
  private events = 0;
  now = new Date('2026-12-01T09:00:00Z');
  heardLateMs = 0;
  worker: KnownWorker = 'claire';

  hear(type: Heard, fact: Fact): this {
    this.events += 1;
    const event = this.events;
    const steps = plan({
      type,
      fact,
      eventId: `event-${event}`,
      at: this.heardLateMs ? new Date(this.now.getTime() - this.heardLateMs) : this.now,
      now: this.now,
      worker: this.worker,
      earlier: this.all(),
      idOf: (notice, recipient) => `${notice}|${recipient}|${event}`,
    });
    for (const step of steps) this.do(step.id, step.command);
    return this;
  }
  do(id: string, command: DeliveryCommand): void {
    const before = this.deliveries.get(id) ?? deliveryDecider.initial;
    const outcome = deliveryDecider.decide(command, before);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    const after = fold(deliveryDecider.evolve, before, outcome);
    if (after.status !== 'none') this.deliveries.set(id, after);
  }
  all(): Earlier[] {
    return [...this.deliveries].map(([id, delivery]) => ({ id, delivery }));
  }
  /** Everything due leaves by mail. */
  letLeave(): this {
    this.now = new Date(this.now.getTime() + 20_000);
    for (const { id, delivery } of this.all()) {
      if (delivery.status !== 'pending') continue;
      this.do(id, { do: 'start-sending', at: this.now });
      this.do(id, { do: 'mark-sent', at: this.now });
    }
    return this;
  }
  toResident() {
    return this.all()
      .filter(({ delivery }) => delivery.recipient.kind === 'resident')
      .map(({ delivery }) => {
        const because = delivery.status === 'dropped' ? `:${delivery.because}` : '';
        const saidAs = delivery.saidAs === delivery.notice ? '' : ` as ${delivery.saidAs}`;
        return `${delivery.notice}${saidAs} ${delivery.status}${because}`;
      });
  }
  inApp() {
    return this.all()
      .filter(({ delivery }) => delivery.status === 'in-app')
      .map(({ delivery }) => delivery.notice);
  }
}

const need = { needId: 'n', personId: 'p', topic: 'housing-law' };
const booked: Fact = {
  ...need,
  appointmentId: 'a',
  revision: 0,
  startsAt: '2026-12-03T13:00:00Z',
  endsAt: '2026-12-03T13:30:00Z',
  walkIn: false,
};
const moved: Fact = { ...booked, revision: 1, walkIn: undefined };
const cancelled = (by: string): Fact => ({ ...moved, revision: 2, by });
const waiting = (because: string): Fact => ({ ...need, waitingCount: 1, because });

describe('one appointment', () => {
  it('is told to the resident by mail after the undo, and to the worker at once', () => {
    const desk = new Desk().hear('AppointmentBooked', booked);
    expect(desk.toResident()).toEqual(['appointment-booked pending']);
    expect(desk.inApp()).toEqual(['worker-appointment-booked']);
    const [{ delivery }] = desk.all() as [Earlier];
    expect(delivery).toMatchObject({
      sendAfter: new Date('2026-12-01T09:00:15Z'),
      uselessAfter: new Date(booked.startsAt!),
    });
  });

  it('undone before the mail left is told to nobody outside', () =>
    expect(
      new Desk()
        .hear('AppointmentBooked', booked)
        .hear('AppointmentCancelled', cancelled('agent'))
        .toResident(),
    ).toEqual(['appointment-booked dropped:overtaken', 'appointment-cancelled dropped:never-told']));

  it('cancelled after the mail left is told as cancelled', () =>
    expect(
      new Desk()
        .hear('AppointmentBooked', booked)
        .letLeave()
        .hear('AppointmentCancelled', cancelled('agent'))
        .toResident(),
    ).toEqual(['appointment-booked sent', 'appointment-cancelled pending']));

  it('moved before the first mail left is told as the first news, and then cancelled is not told', () => {
    const desk = new Desk().hear('AppointmentBooked', booked).hear('AppointmentMoved', moved);
    expect(desk.toResident()).toEqual([
      'appointment-booked dropped:overtaken',
      'appointment-moved as appointment-booked pending',
    ]);
    expect(desk.hear('AppointmentCancelled', cancelled('agent')).toResident().at(-1)).toBe(
      'appointment-cancelled dropped:never-told',
    );
  });

  it('moved twice after the first mail left is told once', () =>
    expect(
      new Desk()
        .hear('AppointmentBooked', booked)
        .letLeave()
        .hear('AppointmentMoved', moved)
        .hear('AppointmentMoved', { ...moved, revision: 2 })
        .toResident(),
    ).toEqual([
      'appointment-booked sent',
      'appointment-moved dropped:overtaken',
      'appointment-moved pending',
    ]));

  it('heard too late, after a newer state of it, is not told', () =>
    expect(
      new Desk().hear('AppointmentMoved', moved).letLeave().hear('AppointmentBooked', booked).toResident(),
    ).toEqual(['appointment-moved sent', 'appointment-booked dropped:overtaken']));

  it('is not recalled while the first mail is still to leave', () =>
    expect(
      new Desk().hear('AppointmentBooked', booked).hear('AppointmentReminderDue', booked).toResident(),
    ).toEqual(['appointment-booked pending', 'appointment-reminder dropped:told-together']));
});

describe('a cancellation followed by a new wait', () => {
  const told = () => new Desk().hear('AppointmentBooked', booked).letLeave();

  it('is one mail that says both', () => {
    const desk = told()
      .hear('AppointmentCancelled', cancelled('session'))
      .hear('RequestWaiting', waiting('session-cancelled'));
    expect(desk.toResident()).toEqual([
      'appointment-booked sent',
      'appointment-cancelled pending',
      'request-waits-again dropped:told-together',
    ]);
    expect(desk.all().map(({ delivery }) => delivery.fact.waitsAgain)).toContain(true);
  });

  it('is two when the first has left', () =>
    expect(
      told()
        .hear('AppointmentCancelled', cancelled('session'))
        .letLeave()
        .hear('RequestWaiting', waiting('session-cancelled'))
        .toResident(),
    ).toEqual(['appointment-booked sent', 'appointment-cancelled sent', 'request-waits-again pending']));

  it('is none when nobody was told of the appointment', () =>
    expect(
      new Desk()
        .hear('AppointmentBooked', booked)
        .hear('AppointmentCancelled', cancelled('session'))
        .hear('RequestWaiting', waiting('session-cancelled'))
        .toResident()
        .at(-1),
    ).toBe('request-waits-again dropped:never-told'));

  it('gives way to a new appointment', () =>
    expect(
      told()
        .hear('RequestWaiting', waiting('absent'))
        .hear('AppointmentBooked', { ...booked, appointmentId: 'b' })
        .toResident(),
    ).toEqual([
      'appointment-booked sent',
      'request-waits-again dropped:overtaken',
      'appointment-booked pending',
    ]));
});

describe('a mail that was leaving when later news came', () => {
  it('does not follow that news', () => {
    const desk = new Desk().hear('AppointmentBooked', booked);
    const [first] = desk.all() as [Earlier];
    desk.now = new Date(desk.now.getTime() + 20_000);
    desk.do(first.id, { do: 'start-sending', at: desk.now });
    desk.hear('AppointmentCancelled', cancelled('agent'));
    desk.do(first.id, { do: 'postpone', why: 'mail-server-unavailable', at: desk.now });
    const booking = { id: first.id, delivery: desk.deliveries.get(first.id)! };
    expect(isOvertaken(booking, desk.all())).toBe(true);
    const cancelling = desk.all().find(({ delivery }) => delivery.notice === 'appointment-cancelled')!;
    expect(isOvertaken(cancelling, desk.all())).toBe(false);
  });
});

describe('the worker', () => {
  const recipientOf = (desk: Desk) =>
    desk.all().find(({ delivery }) => delivery.notice === 'worker-appointment-booked')?.delivery.recipient;

  it('is who identified the need', () =>
    expect(recipientOf(new Desk().hear('AppointmentBooked', booked))).toEqual({
      kind: 'worker',
      sub: 'claire',
      needId: 'n',
    }));

  it('is found later when the need is not heard yet', () => {
    const desk = new Desk();
    desk.worker = undefined;
    expect(recipientOf(desk.hear('AppointmentBooked', booked))).toEqual({ kind: 'worker', needId: 'n' });
  });
});

describe('an event heard late', () => {
  it('tells nobody about last year, and still tells about yesterday', () => {
    const desk = new Desk();
    desk.heardLateMs = 8 * 24 * 3_600_000;
    expect(desk.hear('AppointmentBooked', booked).all()).toEqual([]);
    desk.heardLateMs = 24 * 3_600_000;
    expect(desk.hear('AppointmentBooked', booked).all()).toHaveLength(2);
  });
});

describe('a permanence asked of a partner', () => {
  const asked: Fact = {
    permanenceRequestId: 'r',
    partnerId: 'mjd',
    attempt: 2,
    topic: 'housing-law',
    waitingCount: 4,
    answerBy: '2026-12-08T08:00:00Z',
  };

  it('is recalled with the link of the same attempt', () => {
    const desk = new Desk().hear('PermanenceRequested', asked).letLeave();
    desk.hear('PermanenceRequestReminded', { ...asked, attempt: undefined });
    expect(desk.all().at(-1)?.delivery).toMatchObject({
      notice: 'permanence-reminded',
      fact: { attempt: 2 },
    });
  });

  it('is not sent any more once it is closed', () => {
    const desk = new Desk().hear('PermanenceRequested', asked);
    desk.hear('PermanenceRequestClosed', {
      permanenceRequestId: 'r',
      topic: 'housing-law',
      because: 'nobody-waits',
    });
    expect(desk.all().map(({ delivery }) => delivery.status)).toEqual(['dropped', 'in-app']);
  });

  it('still goes to the next partner', () => {
    const desk = new Desk().hear('PermanenceRequested', asked);
    desk.hear('PermanenceRequestDeclined', {
      permanenceRequestId: 'r',
      partnerId: 'bar',
      topic: 'housing-law',
    });
    expect(desk.all()[0]?.delivery.status).toBe('pending');
  });
});

describe('whatever an appointment goes through', () => {
  const step = fc.constantFrom('book', 'move', 'cancel', 'remind', 'leave');

  it('the last mail that leaves says how it stands, and nothing untrue leaves after it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const desk = new Desk();
        let revision = -1;
        let standing: 'none' | 'booked' | 'cancelled' = 'none';
        for (const each of steps) {
          desk.now = new Date(desk.now.getTime() + 1000);
          if (each === 'leave') desk.letLeave();
          if (each === 'book' && standing === 'none') {
            standing = 'booked';
            desk.hear('AppointmentBooked', { ...booked, revision: (revision += 1) });
          } else if (standing === 'booked' && each === 'move') {
            desk.hear('AppointmentMoved', { ...moved, revision: (revision += 1) });
          } else if (standing === 'booked' && each === 'cancel') {
            standing = 'cancelled';
            desk.hear('AppointmentCancelled', { ...cancelled('agent'), revision: (revision += 1) });
          } else if (standing === 'booked' && each === 'remind') {
            desk.hear('AppointmentReminderDue', { ...moved, revision });
          }
        }
        desk.letLeave();
        const sent = desk
          .all()
          .map(({ delivery }) => delivery)
          .filter(({ status }) => status === 'sent');
        const last = sent.at(-1);
        if (standing === 'booked') expect(last?.fact.revision).toBe(revision);
        if (standing === 'cancelled' && sent.length > 0) expect(last?.notice).toBe('appointment-cancelled');
        // The first mail is never about a change of something unknown.
        if (sent.length > 0) expect(sent[0]?.saidAs).toBe('appointment-booked');
        expect(desk.all().filter(({ delivery }) => delivery.status === 'pending')).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });
});
