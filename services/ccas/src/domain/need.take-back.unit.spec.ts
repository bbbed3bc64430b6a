import { fold, given, isRefusal } from '@passerelle/domain-kit';
import { needDecider } from './need.decide';
import type { NeedEvent } from './need';

const now = new Date('2026-11-24T09:12:00Z');
const tomorrow = new Date('2026-11-25T09:12:00Z');
const housing = { topic: 'housing-law', field: 'legal-access' } as const;
const crèche = { topic: 'childcare-place', field: 'childcare' } as const;
const dates = { remindAt: new Date('2026-12-04T07:00:00Z'), expireAt: new Date('2026-12-24T07:00:00Z') };

const noted: NeedEvent = {
  ...{ type: 'NeedNoted', personId: 'person-1', workerId: 'claire', urgency: 'normal' },
  ...{ contactedOn: '2026-11-20', notedAt: now, noteIds: [] },
};
const oriented: NeedEvent = { type: 'NeedOriented', startedAt: now, ...dates };
const byClaire = { by: 'worker', workerId: 'claire', chosenAt: now } as const;
const inService: NeedEvent[] = [
  noted,
  { type: 'TopicAwaited' },
  { type: 'NeedClassified', ...housing, ...byClaire },
  oriented,
  { type: 'NeedAcknowledged' },
];
const at = { appointmentId: 'appointment-1', startsAt: new Date('2026-11-26T13:00:00Z') };
const placed: NeedEvent = { type: 'AppointmentNoted', ...at };
const closed: NeedEvent = { type: 'NeedClosed', outcome: 'returned', closedAt: now, by: 'ccas' };
const withdrawn: NeedEvent = { ...closed, outcome: 'withdrawn' } as NeedEvent;
const need = (past: readonly NeedEvent[]) => given(needDecider, past);
const stateOf = (past: readonly NeedEvent[]) => fold(needDecider.evolve, needDecider.initial, past);

describe('taking a classification back', () => {
  const unclassify = { do: 'unclassify', workerId: 'claire', now } as const;
  const taken: NeedEvent = { type: 'NeedUnclassified', ...housing };

  it.each([
    ['in a service', inService],
    ['with an appointment', [...inService, placed]],
  ])('it waits for a topic again, from %s', (_where, past) => {
    need(past).when(unclassify).then([taken]);
    expect(stateOf([...past, taken])).toMatchObject({ status: 'to-classify', left: housing });
  });

  it('another topic is then heard as a move from the first one', () =>
    need([...inService, taken])
      .when({ do: 'classify', orientation: { ...crèche, served: false }, workerId: 'claire', now })
      .then([
        {
          type: 'NeedClassified',
          ...{ ...crèche, ...byClaire },
          ...{ previousTopic: 'housing-law', previousField: 'legal-access' },
        },
        { type: 'ServiceAwaited' },
      ]));

  it('is for who chose it', () => {
    need(inService)
      .when({ ...unclassify, workerId: 'paul' })
      .thenRefused('NotYourClassification');
    const bySoftware: NeedEvent[] = [noted, { type: 'NeedClassified', ...housing, by: 'wording' }, oriented];
    need(bySoftware).when(unclassify).thenRefused('NotYourClassification');
  });

  it('is for the same day', () =>
    need(inService)
      .when({ ...unclassify, now: tomorrow })
      .thenRefused('ClassificationTooOld'));

  it('is refused once the need is closed', () =>
    need([...inService, closed])
      .when(unclassify)
      .thenRefused('NeedIsClosed'));

  it('does nothing the second time', () =>
    need([...inService, taken])
      .when(unclassify)
      .thenNothing());
});

describe('reopening', () => {
  const reopen = { do: 'reopen', noteIds: ['why'], now } as const;
  const reopened = (more: object = {}) =>
    ({ type: 'NeedReopened', noteIds: ['why'], reopenedAt: now, ...more }) as NeedEvent;

  it('gives a need that had come back to the CCAS back to it', () => {
    const returned: NeedEvent = { type: 'NeedReturned', because: 'absent-twice' };
    const past = [...inService, returned];
    need([...past, closed])
      .when(reopen)
      .then([reopened()]);
    expect(stateOf([...past, closed, reopened()])).toEqual(stateOf(past));
  });

  it('closed by mistake, its promise goes on, reminded once', () => {
    const past = [...inService, { type: 'NeedReminded' } as const, placed, withdrawn];
    const again = reopened({ startedAt: now, ...dates });
    need(past).when(reopen).then([again]);
    expect(stateOf([...past, again])).toMatchObject({
      ...{ status: 'oriented', acknowledged: false, topic: 'housing-law' },
      promise: { startedAt: now, reminded: true, nextAt: dates.expireAt },
    });
  });

  it('another day it is another promise', () => {
    const anew = {
      ...{ startedAt: tomorrow, remindAt: new Date('2026-12-05T07:00:00Z') },
      expireAt: new Date('2026-12-25T07:00:00Z'),
    };
    need([...inService, withdrawn])
      .when({ ...reopen, now: tomorrow })
      .then([reopened({ reopenedAt: tomorrow, ...anew })]);
  });

  it('without a topic it waits for one again', () => {
    const past: NeedEvent[] = [noted, { type: 'TopicAwaited' }];
    need([...past, withdrawn])
      .when(reopen)
      .then([reopened()]);
    expect(stateOf([...past, withdrawn, reopened()])).toEqual(stateOf(past));
  });

  it('is refused where a service ended it', () =>
    need([...inService, { type: 'NeedClosed', outcome: 'met', closedAt: now }])
      .when(reopen)
      .thenRefused('EndedByService'));

  it('does nothing to what is open', () => need(inService).when(reopen).thenNothing());

  it('can be closed again, and reopened again', () => {
    const past = [...inService, withdrawn, reopened({ startedAt: now, ...dates }), withdrawn];
    expect(isRefusal(need(past).when(reopen).outcome)).toBe(false);
  });
});

describe('handing over', () => {
  const handOver = { do: 'hand-over', from: 'claire', to: 'amel', needCount: 3 } as const;
  const handed: NeedEvent = {
    type: 'NeedHandedOver',
    ...{ workerId: 'amel', previousWorkerId: 'claire', needCount: 3 },
  };

  it('changes who follows it, wherever it is', () => {
    need([...inService, placed])
      .when(handOver)
      .then([handed]);
    expect(stateOf([...inService, placed, handed])).toMatchObject({ status: 'placed', workerId: 'amel' });
  });

  it('does nothing when it is no longer theirs', () => {
    need([...inService, handed])
      .when(handOver)
      .thenNothing();
    need(inService)
      .when({ ...handOver, to: 'claire' })
      .thenNothing();
  });

  it('is refused once it is closed', () =>
    need([...inService, closed])
      .when(handOver)
      .thenRefused('NeedIsClosed'));
});
