import { fold, given, isRefusal } from '@passerelle/domain-kit';
import fc from 'fast-check';
import type { DeliveryEvent, Notified } from './delivery';
import { deliveryDecider, type DeliveryCommand } from './delivery.decide';
import { MOST_DEFERRALS, SENDING_MS, waitAfter } from './patience';

const start = new Date('2026-12-01T09:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const what: Notified = {
  notice: 'appointment-booked',
  saidAs: 'appointment-booked',
  recipient: { kind: 'resident', personId: 'p' },
  fact: { needId: 'n', appointmentId: 'a' },
  plannedAt: at(0),
  becauseOf: 'e',
  uselessAfter: at(3600),
};
const planned: DeliveryEvent = { type: 'DeliveryPlanned', ...what, sendAfter: at(15) };
const sending: DeliveryEvent = { type: 'SendingStarted', until: at(15 + SENDING_MS / 1000) };
const toPhone = { by: 'phone-list', because: 'no-mail' } as const;
const awaiting: DeliveryEvent = { type: 'AgentAsked', channel: 'phone-list', because: 'no-mail', at: at(16) };
const message: DeliveryEvent = {
  type: 'MessageLeft',
  ...what,
  recipient: { kind: 'worker', needId: 'n' },
};

describe('planning', () => {
  const plan: DeliveryCommand = { do: 'plan', notified: what, sendAfter: at(15) };
  it('keeps it until its time', () => given(deliveryDecider).when(plan).then([planned]));
  it('does nothing for the same news again', () =>
    given(deliveryDecider, [planned]).when(plan).thenNothing());
  it('does nothing for news that was spared', () =>
    given(deliveryDecider, [{ type: 'NoticeSpared', ...what, because: 'never-told' }])
      .when(plan)
      .thenNothing());
});

describe('sending', () => {
  const send = (seconds: number): DeliveryCommand => ({ do: 'start-sending', at: at(seconds) });

  it('starts when its time has come', () => given(deliveryDecider, [planned]).when(send(15)).then([sending]));
  it('is refused before, so that an undo still reaches it', () =>
    given(deliveryDecider, [planned]).when(send(14)).thenRefused('DeliveryNotDue'));
  it('is refused while somebody else sends', () =>
    given(deliveryDecider, [planned, sending]).when(send(60)).thenRefused('DeliveryNotDue'));
  it('starts again when who was sending died', () =>
    given(deliveryDecider, [planned, sending])
      .when(send(15 + SENDING_MS / 1000))
      .then([{ type: 'SendingStarted', until: at(15 + (2 * SENDING_MS) / 1000) }]));
  it('is dropped when it would come too late', () =>
    given(deliveryDecider, [planned])
      .when(send(3600))
      .then([{ type: 'DeliveryDropped', because: 'too-late', at: at(3600) }]));
  it('is marked once', () => {
    given(deliveryDecider, [planned, sending])
      .when({ do: 'mark-sent', at: at(20) })
      .then([{ type: 'MailSent', at: at(20) }]);
    given(deliveryDecider, [planned, sending, { type: 'MailSent', at: at(20) }])
      .when({ do: 'mark-sent', at: at(21) })
      .thenNothing();
  });
});

describe('dropping', () => {
  const drop: DeliveryCommand = { do: 'drop', because: 'overtaken', at: at(10) };
  const dropped: DeliveryEvent = { type: 'DeliveryDropped', because: 'overtaken', at: at(10) };

  it('reaches what has not left, and what an agent has not said yet', () => {
    given(deliveryDecider, [planned]).when(drop).then([dropped]);
    given(deliveryDecider, [planned, sending, awaiting]).when(drop).then([dropped]);
  });
  it('does nothing to what is leaving or has left', () => {
    given(deliveryDecider, [planned, sending]).when(drop).thenNothing();
    given(deliveryDecider, [planned, sending, { type: 'MailSent', at: at(20) }])
      .when(drop)
      .thenNothing();
  });
  it('lets the sender find that there is nobody', () =>
    given(deliveryDecider, [planned, sending])
      .when({ do: 'drop', because: 'nobody-there', at: at(20) })
      .then([{ type: 'DeliveryDropped', because: 'nobody-there', at: at(20) }]));
});

describe('putting off', () => {
  const deferred: DeliveryCommand = {
    do: 'postpone',
    why: 'mail-deferred',
    at: at(20),
    otherwise: { by: 'phone-list', because: 'mail-refused' },
  };
  const again = (why: 'mail-deferred' | 'mail-server-unavailable'): DeliveryEvent[] => [
    { type: 'SendingPostponed', why, sendAfter: at(0) },
    sending,
  ];

  it('waits longer each time, up to a minute for an outage and ten for a deferral', () => {
    given(deliveryDecider, [planned, sending])
      .when(deferred)
      .then([{ type: 'SendingPostponed', why: 'mail-deferred', sendAfter: at(22) }]);
    expect([0, 1, 50].map((times) => waitAfter(times, 'mail-deferred'))).toEqual([2_000, 4_000, 600_000]);
    expect([0, 1, 50].map((times) => waitAfter(times, 'contacts-unavailable'))).toEqual([
      2_000, 4_000, 60_000,
    ]);
  });
  it('asks an agent after the last deferral', () =>
    given(deliveryDecider, [
      planned,
      sending,
      ...Array.from({ length: MOST_DEFERRALS - 1 }, () => again('mail-deferred')).flat(),
    ])
      .when(deferred)
      .then([
        { type: 'MailRefused', at: at(20) },
        { type: 'AgentAsked', channel: 'phone-list', because: 'mail-refused', at: at(20) },
      ]));
  it('waits for a server that is down for as long as it takes', () => {
    const down = Array.from({ length: 50 }, () => again('mail-server-unavailable')).flat();
    given(deliveryDecider, [planned, sending, ...down])
      .when({ do: 'postpone', why: 'mail-server-unavailable', at: at(20) })
      .then([{ type: 'SendingPostponed', why: 'mail-server-unavailable', sendAfter: at(80) }]);
  });
  it('does nothing once it is sent', () =>
    given(deliveryDecider, [planned, sending, { type: 'MailSent', at: at(18) }])
      .when(deferred)
      .thenNothing());
});

describe('trying again', () => {
  const retry: DeliveryCommand = { do: 'retry', by: 'claire', at: at(600) };
  const retried: DeliveryEvent = { type: 'SendingRetried', sendAfter: at(600), by: 'claire' };
  const off: DeliveryEvent = { type: 'SendingPostponed', why: 'mail-deferred', sendAfter: at(900) };

  it('writes at once what was put off, and what an agent was asked to tell', () => {
    given(deliveryDecider, [planned, sending, off]).when(retry).then([retried]);
    given(deliveryDecider, [planned, sending, awaiting]).when(retry).then([retried]);
  });
  it('has as much patience with the mail server as the first time', () => {
    const worn = Array.from({ length: MOST_DEFERRALS - 1 }, () => [off, sending]).flat();
    given(deliveryDecider, [planned, sending, ...worn, off, retried, sending])
      .when({
        do: 'postpone',
        why: 'mail-deferred',
        at: at(700),
        otherwise: { by: 'phone-list', because: 'mail-refused' },
      })
      .then([{ type: 'SendingPostponed', why: 'mail-deferred', sendAfter: at(702) }]);
  });
  it('does not hurry what waits for its undo, nor double what is leaving', () => {
    given(deliveryDecider, [planned]).when(retry).thenNothing();
    given(deliveryDecider, [planned, sending]).when(retry).thenNothing();
  });
  it('is refused for what arrived or is no longer true', () => {
    given(deliveryDecider, [planned, sending, { type: 'MailSent', at: at(20) }])
      .when(retry)
      .thenRefused('NothingToSend');
    given(deliveryDecider, [planned, { type: 'DeliveryDropped', because: 'overtaken', at: at(1) }])
      .when(retry)
      .thenRefused('NothingToSend');
  });
});

describe('an agent', () => {
  const told: DeliveryCommand = { do: 'tell', how: 'phone', by: 'claire', at: at(60) };
  const said: DeliveryEvent = { type: 'ToldByAgent', how: 'phone', by: 'claire', at: at(60) };

  it('is asked by whoever is sending', () =>
    given(deliveryDecider, [planned, sending])
      .when({ do: 'ask-agent', channel: toPhone, at: at(16) })
      .then([awaiting]));
  it('says that it is done', () =>
    given(deliveryDecider, [planned, sending, awaiting]).when(told).then([said]));
  it('is not asked twice', () =>
    given(deliveryDecider, [planned, sending, awaiting, said]).when(told).thenNothing());
  it('cannot tell what is no longer true', () =>
    given(deliveryDecider, [planned, { type: 'DeliveryDropped', because: 'overtaken', at: at(1) }])
      .when(told)
      .thenRefused('NothingToTell'));
});

describe('a message in Passerelle', () => {
  const read: DeliveryCommand = { do: 'read', by: 'claire' };
  it('is read by each reader once', () => {
    given(deliveryDecider, [message])
      .when(read)
      .then([{ type: 'MessageRead', by: 'claire' }]);
    given(deliveryDecider, [message, { type: 'MessageRead', by: 'claire' }])
      .when(read)
      .thenNothing();
  });
  it('is not a mail', () => given(deliveryDecider, [planned]).when(read).thenRefused('UnknownMessage'));
  it('finds its worker when the need is heard later, once', () => {
    given(deliveryDecider, [message])
      .when({ do: 'address', sub: 'claire' })
      .then([{ type: 'MessageAddressed', sub: 'claire' }]);
    given(deliveryDecider, [message, { type: 'MessageAddressed', sub: 'claire' }])
      .when({ do: 'address', sub: 'paul' })
      .thenNothing();
  });
});

describe('whatever happens, in whatever order', () => {
  const moment = fc.integer({ min: 0, max: 5000 }).map(at);
  const command: fc.Arbitrary<DeliveryCommand> = fc.oneof(
    fc.record({ do: fc.constant('plan' as const), notified: fc.constant(what), sendAfter: moment }),
    fc.record({ do: fc.constant('drop' as const), because: fc.constant('overtaken' as const), at: moment }),
    fc.record({ do: fc.constant('start-sending' as const), at: moment }),
    fc.record({
      do: fc.constant('postpone' as const),
      why: fc.constantFrom('mail-deferred' as const, 'contacts-unavailable' as const),
      at: moment,
      otherwise: fc.constant({ by: 'in-person-list' as const, because: 'mail-refused' as const }),
    }),
    fc.record({ do: fc.constant('mark-sent' as const), at: moment }),
    fc.record({ do: fc.constant('retry' as const), by: fc.constant('c'), at: moment }),
    fc.record({ do: fc.constant('ask-agent' as const), channel: fc.constant(toPhone), at: moment }),
    fc.record({
      do: fc.constant('tell' as const),
      how: fc.constant('phone' as const),
      by: fc.constant('c'),
      at: moment,
    }),
  );

  it('is told at most once, by one way, and never after it was dropped', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const events: DeliveryEvent[] = [];
        for (const each of commands) {
          const outcome = deliveryDecider.decide(
            each,
            fold(deliveryDecider.evolve, deliveryDecider.initial, events),
          );
          if (!isRefusal(outcome)) events.push(...outcome);
        }
        const types = events.map(({ type }) => type);
        const ends = types.filter((type) => ['MailSent', 'ToldByAgent', 'DeliveryDropped'].includes(type));
        expect(ends.length).toBeLessThanOrEqual(1);
        if (ends.length === 1) expect(types.at(-1)).toBe(ends[0]);
        // Between two mails that left there is always a claim: nothing is sent that nobody claimed.
        expect(types.filter((type) => type === 'MailSent').length).toBeLessThanOrEqual(
          types.filter((type) => type === 'SendingStarted').length,
        );
      }),
      { numRuns: 10_000 },
    );
  });
});
