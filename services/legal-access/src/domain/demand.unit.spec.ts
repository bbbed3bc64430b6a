import { given } from '@passerelle/domain-kit';
import { demand } from './demand.decide';
import type { DemandEvent } from './demand';

const since = new Date('2026-11-24T08:00:00Z');
const topic = 'housing-law';
const who = { needId: 'need', urgency: 'normal', since, contactedOn: '2026-11-02', declined: [] } as const;
const began: DemandEvent = { type: 'WaitBegan', topic, ...who };
const wanted: DemandEvent = {
  type: 'PermanenceWanted',
  topic,
  permanenceRequestId: 'asked',
  because: 'threshold',
  waitingCount: 1,
};

describe('a demand', () => {
  it('takes somebody once, and lets them go once', () => {
    given(demand).when({ type: 'BeginWait', topic, who }).then([began]);
    given(demand, [began]).when({ type: 'BeginWait', topic, who }).thenNothing();
    const end = { type: 'EndWait', topic, needId: 'need', because: 'placed' } as const;
    given(demand, [began])
      .when(end)
      .then([{ ...end, type: 'WaitEnded' }]);
    given(demand).when(end).thenNothing();
  });

  it('wants one permanence at a time', () => {
    const want = {
      type: 'WantPermanence',
      topic,
      permanenceRequestId: 'asked',
      because: 'threshold',
    } as const;
    given(demand, [began]).when(want).then([wanted]);
    given(demand, [began, wanted])
      .when({ ...want, permanenceRequestId: 'other' })
      .thenRefused('PermanenceAlreadyRequested');
    const settle = { type: 'SettlePermanence', topic, permanenceRequestId: 'asked', tried: [] } as const;
    given(demand, [began, wanted])
      .when(settle)
      .then([{ ...settle, type: 'PermanenceSettled' }]);
    given(demand, [began, wanted])
      .when({ ...settle, permanenceRequestId: 'other' })
      .thenNothing();
    given(demand, [began, wanted, { ...settle, type: 'PermanenceSettled' }])
      .when(want)
      .then([wanted]);
  });

  it('is served by dated rules, never changed for the past', () => {
    const set = {
      type: 'SetPolicy',
      topic,
      from: '2026-12-01',
      values: { threshold: 3 },
      today: '2026-11-24',
    } as const;
    const { today: _today, ...rule } = set;
    given(demand)
      .when(set)
      .then([{ ...rule, type: 'PolicySet' }]);
    given(demand)
      .when({ ...set, from: '2026-11-23' })
      .thenRefused('DateInThePast');
    const state = demand.evolve(demand.evolve(demand.initial, { ...rule, type: 'PolicySet' }), {
      ...rule,
      type: 'PolicySet',
      values: { threshold: 5 },
    });
    expect(state.policies).toEqual([{ from: '2026-12-01', values: { threshold: 5 } }]);
  });
});
