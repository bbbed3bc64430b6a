import fc from 'fast-check';
import { booked, cancelled, Desk, moved, waiting } from './desk.spec';
import type { Fact, Heard } from './fact';
import { isOvertaken, plan, type Earlier } from './plan';

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

  it('booked anew before it left announces the new date', () => {
    const desk = told()
      .hear('AppointmentCancelled', cancelled('session'))
      .hear('RequestWaiting', waiting('session-cancelled'))
      .hear('AppointmentBooked', { ...booked, appointmentId: 'b' });
    expect(desk.toResident()).toEqual([
      'appointment-booked sent',
      'appointment-cancelled pending',
      'request-waits-again dropped:told-together',
      'appointment-booked pending',
    ]);
    const cancellation = desk.all().find(({ delivery }) => delivery.notice === 'appointment-cancelled');
    expect(cancellation?.delivery.fact.bookedAgain).toBe(true);
  });

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

it('the same event again changes nothing, also not what came after it', () => {
  const desk = new Desk();
  const news = (type: Heard, fact: Fact, eventId: string) => ({
    type,
    fact,
    eventId,
    at: desk.now,
    now: desk.now,
    worker: 'claire',
    earlier: desk.all(),
    idOf: (notice: string, recipient: string) => `${notice}|${recipient}|${eventId}`,
  });
  const hear = (type: Heard, fact: Fact, eventId: string) => {
    const steps = plan(news(type, fact, eventId));
    for (const { id, command } of steps) desk.do(id, command);
    return steps;
  };
  hear('AppointmentBooked', booked, 'e1');
  hear('RequestWaiting', waiting('absent'), 'e2');
  expect(hear('AppointmentBooked', booked, 'e1')).toEqual([]);
  expect(desk.toResident()).toEqual(['appointment-booked pending', 'request-waits-again pending']);
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

  it('goes to a partner asked again after it declined once', () => {
    const desk = new Desk().hear('PermanenceRequested', { ...asked, attempt: 1 }).letLeave();
    desk.hear('PermanenceRequestDeclined', {
      permanenceRequestId: 'r',
      partnerId: 'mjd',
      topic: 'housing-law',
    });
    desk.now = new Date(desk.now.getTime() + 1000);
    desk.hear('PermanenceRequested', asked);
    const again = desk.all().at(-1)!;
    expect(again.delivery).toMatchObject({ status: 'pending', fact: { attempt: 2 } });
    expect(isOvertaken(again, desk.all())).toBe(false);
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
