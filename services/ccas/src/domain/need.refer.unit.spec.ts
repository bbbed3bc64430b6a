import { fold, given } from '@passerelle/domain-kit';
import type { NeedEvent } from './need';
import { needDecider } from './need.decide';

const now = new Date('2026-11-24T09:12:00Z');
const dates = { remindAt: new Date('2026-12-04T07:00:00Z'), expireAt: new Date('2026-12-24T07:00:00Z') };
const housing = { topic: 'housing-law', field: 'legal-access' } as const;
const noted: NeedEvent = {
  ...{ type: 'NeedNoted', personId: 'person-1', workerId: 'claire', urgency: 'normal' },
  ...{ contactedOn: '2026-11-20', notedAt: now, noteIds: [] },
};
const classified: NeedEvent = { type: 'NeedClassified', ...housing, by: 'worker' };
const oriented: NeedEvent = { type: 'NeedOriented', startedAt: now, ...dates };
const waitingForService = [noted, classified, { type: 'ServiceAwaited' } as NeedEvent];
const inService = [noted, classified, oriented];
const returned: NeedEvent = { type: 'NeedReturned', because: 'agent-decision' };
const expired: NeedEvent = { type: 'NeedExpired', expiredAt: dates.expireAt };
const closed: NeedEvent = { type: 'NeedClosed', outcome: 'met', closedAt: now };
const referred: NeedEvent = { type: 'NeedReferred', referralId: 'referral-1', startedAt: now, ...dates };
const atPartner = [...waitingForService, referred];
const need = (past: NeedEvent[]) => given(needDecider, past);
const refer = { do: 'refer', referralId: 'referral-1', now } as const;
const hear = (fact: object, referralId = 'referral-1') =>
  ({ do: 'hear-partner', fact: { referralId, ...fact }, now }) as never;

describe('a need that is referred to a partner', () => {
  it.each([
    ['waits for a service', waitingForService],
    ['came back', [...inService, returned]],
    ['expired', [...inService, expired]],
  ])('leaves the CCAS when it %s', (_where, past) => need(past).when(refer).then([referred]));

  it('stays where a service has it, where it has no topic, and where it is closed', () => {
    need(inService).when(refer).thenRefused('NeedInService');
    need([noted]).when(refer).thenRefused('NotClassifiedYet');
    need([...waitingForService, closed])
      .when(refer)
      .thenRefused('NeedIsClosed');
    need(atPartner)
      .when({ ...refer, referralId: 'referral-2' })
      .thenRefused('NeedAtPartner');
  });

  it('goes once, when the form is sent twice', () => need(atPartner).when(refer).thenNothing());

  it('is not closed over the head of the partner', () =>
    need(atPartner).when({ do: 'close', outcome: 'met', now }).thenRefused('NeedAtPartner'));

  it('may be reoriented, to the same topic too, or withdrawn', () => {
    const topicEvents = (to: 'housing-law' | 'debt') =>
      need(atPartner).when({
        ...{ do: 'reorient', noteIds: [], now },
        orientation: { topic: to, field: 'legal-access', served: true },
      }).outcome as NeedEvent[];
    expect(topicEvents('debt').map(({ type }) => type)).toEqual(['NeedReoriented', 'NeedOriented']);
    expect(topicEvents('housing-law').map(({ type }) => type)).toEqual(['NeedReoriented', 'NeedOriented']);
    need(atPartner)
      .when({ do: 'withdraw', noteIds: [], now })
      .then([
        { type: 'NeedWithdrawn', noteIds: [] },
        { ...closed, outcome: 'withdrawn', by: 'ccas' } as NeedEvent,
      ]);
  });
});

describe('what becomes of it there', () => {
  it('comes back with the reason', () =>
    need(atPartner)
      .when(hear({ what: 'returned', because: 'partner-declined' }))
      .then([{ type: 'NeedReturned', because: 'partner-declined' }]));

  it('is closed when the person was helped', () =>
    need(atPartner)
      .when(hear({ what: 'met' }))
      .then([closed]));

  it.each([
    ['waits for a service', waitingForService, 'awaiting-service'],
    ['had come back', [...inService, returned], 'returned'],
    ['had expired', [...inService, expired], 'expired'],
  ])('is where it was when the worker takes it back: it %s', (_where, past, status) => {
    const takenBack: NeedEvent = { type: 'NeedTakenBack', referralId: 'referral-1' };
    need([...past, referred])
      .when(hear({ what: 'taken-back' }))
      .then([takenBack]);
    const after = fold(needDecider.evolve, needDecider.initial, [...past, referred, takenBack]);
    expect(after).toMatchObject({ status, lastReferralId: 'referral-1' });
  });

  it('changes nothing of a need that went elsewhere, or to another partner', () => {
    need([...waitingForService, closed])
      .when(hear({ what: 'met' }))
      .thenNothing();
    need(atPartner)
      .when(hear({ what: 'met' }, 'referral-0'))
      .thenNothing();
  });

  it('is overtaken by a service that sees the person all the same', () => {
    const said = (fact: object) => ({ do: 'hear', fact: { topic: 'housing-law', ...fact }, now }) as never;
    const at = { appointmentId: 'appointment-1', startsAt: new Date('2026-11-26T13:00:00Z') };
    need(atPartner)
      .when(said({ what: 'waits' }))
      .thenNothing();
    need(atPartner)
      .when(said({ what: 'returned', because: 'agent-decision' }))
      .thenNothing();
    need(atPartner)
      .when(said({ what: 'appointment', ...at }))
      .then([{ type: 'AppointmentNoted', ...at }]);
    need(atPartner)
      .when(said({ what: 'ended', outcome: 'met' }))
      .then([closed]);
  });
});
