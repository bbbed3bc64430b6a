import { given, isRefusal } from '@passerelle/domain-kit';
import { answerable, permanenceRequest } from './permanence-request.decide';
import type { KnownPermanenceRequest, PermanenceRequestEvent } from './permanence-request';

const now = new Date('2026-11-24T08:00:00Z');
const answerBy = new Date('2026-12-01T07:00:00Z');
const remindAt = new Date('2026-11-27T07:00:00Z');
const asking = { now, partners: ['mjd', 'bar'], waitingCount: 4, answerDays: 7, reminderDays: 3 };
const open = {
  type: 'OpenPermanenceRequest',
  topic: 'debt',
  because: 'threshold',
  needsGoAhead: false,
  ...asking,
} as const;
const opened: PermanenceRequestEvent = {
  type: 'PermanenceRequestOpened',
  topic: 'debt',
  waitingCount: 4,
  because: 'threshold',
};
const asked = (partnerId: string, attempt: number): PermanenceRequestEvent => ({
  type: 'PermanenceRequested',
  partnerId,
  attempt,
  askedAt: now,
  answerBy,
  remindAt,
  waitingCount: 4,
});
const declined = (partnerId: string): PermanenceRequestEvent => ({
  type: 'PermanenceRequestDeclined',
  partnerId,
  at: now,
});
const closed = (
  closedBecause: 'no-partner-left' | 'go-ahead-refused' | 'nobody-waits',
): PermanenceRequestEvent => ({
  type: 'PermanenceRequestClosed',
  closedBecause,
});
const running = [opened, asked('mjd', 1)];
const link = { partnerId: 'mjd', attempt: 1 };
const date = {
  sessionId: 'session',
  startsAt: new Date('2026-12-03T13:00:00Z'),
  endsAt: new Date('2026-12-03T15:00:00Z'),
  slots: 4,
};
const accepted: PermanenceRequestEvent = { type: 'PermanenceRequestAccepted', ...date };

describe('a permanence request', () => {
  it('is asked of the first partner, seven days to answer', () => {
    given(permanenceRequest).when(open).then(running);
    given(permanenceRequest, running).when(open).thenNothing();
  });
  it('is closed at once when there is nobody to ask', () =>
    given(permanenceRequest)
      .when({ ...open, partners: [] })
      .then([opened, closed('no-partner-left')]));

  it('is held for a go-ahead, then asked or closed', () => {
    const held: PermanenceRequestEvent[] = [opened, { type: 'PermanenceRequestHeld' }];
    const heard = (granted: boolean): PermanenceRequestEvent => ({ type: 'GoAheadHeard', granted });
    given(permanenceRequest)
      .when({ ...open, needsGoAhead: true })
      .then(held);
    const hear = { type: 'HearGoAhead', granted: true, ...asking } as const;
    given(permanenceRequest, held)
      .when(hear)
      .then([heard(true), asked('mjd', 1)]);
    given(permanenceRequest, held)
      .when({ ...hear, granted: false })
      .then([heard(false), closed('go-ahead-refused')]);
    given(permanenceRequest, running).when(hear).thenNothing();
    given(permanenceRequest).when(hear).thenRefused('UnknownPermanenceRequest');
  });

  it('is reminded once, when due and before the deadline', () => {
    const remind = { type: 'RemindPartner', now: remindAt } as const;
    given(permanenceRequest, running)
      .when(remind)
      .then([{ type: 'PermanenceRequestReminded' }]);
    given(permanenceRequest, [...running, { type: 'PermanenceRequestReminded' }])
      .when(remind)
      .thenNothing();
    given(permanenceRequest, running)
      .when({ ...remind, now })
      .thenNothing();
    given(permanenceRequest, running)
      .when({ ...remind, now: answerBy })
      .thenNothing();
  });

  it('is accepted by the partner that was asked, in time, once', () => {
    const accept = { type: 'Accept', ...link, ...date, now } as const;
    given(permanenceRequest, running).when(accept).then([accepted]);
    given(permanenceRequest, [...running, accepted])
      .when(accept)
      .thenRefused('LinkAlreadyUsed');
    given(permanenceRequest, running)
      .when({ ...accept, now: answerBy })
      .thenRefused('LinkExpired');
    given(permanenceRequest, running)
      .when({ ...accept, partnerId: 'bar' })
      .thenRefused('PermanenceNoLongerNeeded');
    given(permanenceRequest, running)
      .when({ ...accept, attempt: 2 })
      .thenRefused('PermanenceNoLongerNeeded');
  });

  it('goes to the next partner when declined, and no link of before answers any more', () => {
    const decline = { type: 'Decline', ...link, ...asking } as const;
    const passedOn = [...running, declined('mjd'), asked('bar', 2)];
    given(permanenceRequest, running)
      .when(decline)
      .then([declined('mjd'), asked('bar', 2)]);
    given(permanenceRequest, passedOn).when(decline).thenRefused('LinkAlreadyUsed');
    given(permanenceRequest, passedOn)
      .when({ ...decline, partnerId: 'bar', attempt: 2 })
      .then([declined('bar'), closed('no-partner-left')]);
  });

  it('goes to the next partner when silent until the deadline', () => {
    const lapse = { type: 'Lapse', ...asking, now: answerBy } as const;
    const silent: PermanenceRequestEvent = {
      type: 'PermanenceRequestUnanswered',
      partnerId: 'mjd',
      at: answerBy,
    };
    const outcome = given(permanenceRequest, running).when(lapse).outcome;
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    expect(outcome).toMatchObject([silent, { type: 'PermanenceRequested', partnerId: 'bar', attempt: 2 }]);
    given(permanenceRequest, running)
      .when({ ...lapse, now })
      .thenNothing();
    const after = [...running, ...outcome].reduce(permanenceRequest.evolve, permanenceRequest.initial);
    expect(answerable(link, after as KnownPermanenceRequest, answerBy)).toMatchObject({
      refused: 'LinkExpired',
    });
  });

  it('closes when it is needed no more, unless it was answered', () => {
    const close = { type: 'ClosePermanenceRequest', because: 'nobody-waits' } as const;
    given(permanenceRequest, running)
      .when(close)
      .then([closed('nobody-waits')]);
    given(permanenceRequest, [...running, accepted])
      .when(close)
      .thenNothing();
    given(permanenceRequest, [...running, closed('nobody-waits')])
      .when({ type: 'Accept', ...link, ...date, now })
      .thenRefused('PermanenceNoLongerNeeded');
  });
});
