import { given } from '@passerelle/domain-kit';
import type { ReferralEvent, ReferralSubject } from './referral';
import { mayDo, referralDecider, type ReferralCommand } from './referral.decide';
import { referralStatuses } from './referral';

const now = new Date('2026-11-24T09:12:00Z');
/** Day 10 and day 30 at 08:00 in Paris, winter time. */
const dates = { remindAt: new Date('2026-12-04T07:00:00Z'), expireAt: new Date('2026-12-24T07:00:00Z') };
const subject: ReferralSubject = {
  needId: 'need-1',
  personId: 'person-1',
  partnerId: 'partner-1',
  workerId: 'claire',
  topic: 'youth-mobility',
  field: 'youth',
  urgency: 'normal',
  contactWay: 'direct',
  sentAt: now,
};
const { sentAt: _at, ...form } = subject;
const send: ReferralCommand = {
  ...{ do: 'send', ...form, textIds: ['message'], consent: 'given', partner: 'active', now },
};
const sent: ReferralEvent = { type: 'ReferralSent', ...subject, textIds: ['message'], ...dates };
const questioned: ReferralEvent = { type: 'ReferralQuestioned', textId: 'question', at: now };
const accepted: ReferralEvent = {
  ...{ type: 'ReferralAccepted', at: now, outcomeBy: new Date('2027-02-22T07:00:00Z') },
};
const declined: ReferralEvent = { type: 'ReferralDeclined', textId: 'why', at: now };
const reminded: ReferralEvent = { type: 'ReferralReminded', waitsFor: 'partner' };
const expired: ReferralEvent = { type: 'ReferralExpired', waitsFor: 'partner', at: dates.expireAt };
const withdrawn: ReferralEvent = { type: 'ReferralWithdrawn', because: 'worker', at: now };
const closed: ReferralEvent = {
  ...{ type: 'ReferralClosed', outcome: 'met', by: 'partner', textIds: [], at: now },
};
const referral = (past: ReferralEvent[]) => given(referralDecider, past);

describe('referring a need to a partner', () => {
  it('starts its promise, with the consent of the person', () => referral([]).when(send).then([sent]));
  it('refuses what the person did not agree to, and says what to do', () => {
    const unknown = referral([]).when({ ...send, consent: 'unknown' } as ReferralCommand);
    unknown.thenRefused('ConsentMissing');
    expect(unknown.outcome).toMatchObject({
      field: 'consent',
      sentence: expect.stringContaining('Demandez-lui'),
    });
    referral([])
      .when({ ...send, consent: 'refused' } as ReferralCommand)
      .thenRefused('ConsentRefused');
  });
  it.each([
    ['inactive', 'PartnerInactive'],
    ['unknown', 'UnknownPartner'],
  ])('refuses a partner that is %s', (partner, rule) =>
    referral([])
      .when({ ...send, partner } as ReferralCommand)
      .thenRefused(rule),
  );
  it('does nothing when the form is sent twice, even once consent is gone', () =>
    referral([sent])
      .when({ ...send, consent: 'refused' } as ReferralCommand)
      .thenNothing());
  it('keeps no word that a careless caller passes beside', () => {
    const { outcome } = referral([]).when({ ...send, message: 'ce qui est écrit' } as ReferralCommand);
    expect(JSON.stringify(outcome)).not.toContain('ce qui est écrit');
  });
});

describe('what the partner answers', () => {
  it('accepts, and its link then says what became of it for ninety days', () =>
    referral([sent]).when({ do: 'accept', now }).then([accepted]));
  it('accepts or declines while its question waits', () => {
    referral([sent, questioned]).when({ do: 'accept', now }).then([accepted]);
    referral([sent, questioned]).when({ do: 'decline', textId: 'why', now }).then([declined]);
  });
  it('says the same twice: nothing', () => {
    referral([sent, accepted]).when({ do: 'accept', now }).thenNothing();
    referral([sent, declined]).when({ do: 'decline', textId: 'again', now }).thenNothing();
    referral([sent, accepted, closed])
      .when({ do: 'close', outcome: 'met', by: 'partner', textIds: [], now })
      .thenNothing();
  });
  it('keeps its first word', () => {
    referral([sent, accepted]).when({ do: 'decline', textId: 'why', now }).thenRefused('AlreadyAccepted');
    referral([sent, declined]).when({ do: 'accept', now }).thenRefused('AlreadyDeclined');
    referral([sent, expired]).when({ do: 'accept', now }).thenRefused('ReferralExpired');
    referral([sent, withdrawn]).when({ do: 'accept', now }).thenRefused('ReferralWithdrawn');
  });
  it('says what became of the person once it accepted', () =>
    referral([sent, accepted])
      .when({ do: 'close', outcome: 'met', by: 'partner', textIds: [], now })
      .then([closed]));
  it('answers nothing that nobody sent', () =>
    referral([]).when({ do: 'accept', now }).thenRefused('UnknownReferral'));
});

describe('a question of the partner', () => {
  const answer = (at: Date) => ({ do: 'answer-question', textId: 'answer', now: at }) as const;
  const day = 86_400_000;

  it('waits for the worker, who answers: it is the turn of the partner again, with its first dates', () =>
    referral([sent, questioned])
      .when(answer(now))
      .then([{ type: 'ReferralQuestionAnswered', textId: 'answer', at: now, ...dates }]));
  it('answered on the last day leaves three days to read it', () => {
    const late = new Date('2026-12-23T10:00:00Z');
    referral([sent, questioned])
      .when(answer(late))
      .then([
        {
          ...{ type: 'ReferralQuestionAnswered', textId: 'answer', at: late },
          remindAt: new Date('2026-12-24T07:00:00Z'),
          expireAt: new Date('2026-12-26T07:00:00Z'),
        },
      ]);
  });
  it('is answered only where there is one', () =>
    referral([sent]).when(answer(now)).thenRefused('NoQuestion'));
  it('does not stop the days: the worker is reminded, and it expires', () => {
    referral([sent, questioned])
      .when({ do: 'fall-due', now: dates.remindAt })
      .then([{ type: 'ReferralReminded', waitsFor: 'worker' }]);
    referral([sent, questioned, { type: 'ReferralReminded', waitsFor: 'worker' }])
      .when({ do: 'fall-due', now: dates.expireAt })
      .then([{ type: 'ReferralExpired', waitsFor: 'worker', at: dates.expireAt }]);
  });
  it('asked again before the answer keeps since when it waits', () => {
    const later = new Date(now.getTime() + day);
    const state = [sent, questioned, { ...questioned, at: later } as ReferralEvent].reduce(
      referralDecider.evolve,
      referralDecider.initial,
    );
    expect(state).toMatchObject({ status: 'questioned', turnSince: now });
  });
});

describe('the days of a referral', () => {
  const due = (instant: Date) => ({ do: 'fall-due', now: instant }) as const;
  const before = (instant: Date) => new Date(instant.getTime() - 1);

  it('reminds the partner on day 10 at 08:00, once', () => {
    referral([sent])
      .when(due(before(dates.remindAt)))
      .thenNothing();
    referral([sent]).when(due(dates.remindAt)).then([reminded]);
    referral([sent, reminded])
      .when(due(before(dates.expireAt)))
      .thenNothing();
  });
  it('expires on day 30 at 08:00', () =>
    referral([sent, reminded]).when(due(dates.expireAt)).then([expired]));
  it.each([
    ['accepted', [sent, accepted]],
    ['declined', [sent, declined]],
    ['expired', [sent, expired]],
    ['withdrawn', [sent, withdrawn]],
    ['closed', [sent, accepted, closed]],
  ])('says nothing of one that is %s', (_status, past) =>
    referral(past)
      .when(due(new Date('2028-01-01T00:00:00Z')))
      .thenNothing(),
  );
});

describe('the worker', () => {
  it.each([
    ['sent', [sent]],
    ['questioned', [sent, questioned]],
    ['accepted', [sent, accepted]],
  ])('takes it back, or notes what became of it, while it is %s', (_status, past) => {
    referral(past).when({ do: 'withdraw', because: 'worker', now }).then([withdrawn]);
    referral(past)
      .when({ do: 'close', outcome: 'could-not', by: 'worker', textIds: ['heard'], now })
      .then([{ ...closed, outcome: 'could-not', by: 'worker', textIds: ['heard'] } as ReferralEvent]);
  });
  it('takes nothing back that has ended; the software lets go of it without a word', () => {
    referral([sent, declined])
      .when({ do: 'withdraw', because: 'worker', now })
      .thenRefused('AlreadyDeclined');
    referral([sent, declined]).when({ do: 'withdraw', because: 'need-moved-on', now }).thenNothing();
    referral([sent, withdrawn]).when({ do: 'withdraw', because: 'worker', now }).thenNothing();
  });
});

describe('a need that is handed over', () => {
  const handOver = { do: 'hand-over', workerId: 'amel' } as const;
  const handed: ReferralEvent = { type: 'ReferralHandedOver', workerId: 'amel' };

  it.each([
    ['sent', [sent]],
    ['questioned', [sent, questioned]],
    ['accepted', [sent, accepted]],
  ])('takes its referral with it while that is %s, and nothing else of it moves', (_status, past) => {
    referral(past).when(handOver).then([handed]);
    const stateOf = (events: ReferralEvent[]) =>
      events.reduce(referralDecider.evolve, referralDecider.initial);
    expect(stateOf([...past, handed])).toEqual({ ...stateOf(past), workerId: 'amel' });
  });
  it('to who follows it already, or once it has ended: nothing', () => {
    referral([sent, handed]).when(handOver).thenNothing();
    referral([sent, declined]).when(handOver).thenNothing();
  });
  it('has no referral that nobody sent', () => referral([]).when(handOver).thenRefused('UnknownReferral'));
});

it('lets nothing happen to what has ended', () => {
  const ended = referralStatuses.filter((status) => !['sent', 'questioned', 'accepted'].includes(status));
  for (const [act, from] of Object.entries(mayDo)) {
    expect([act, from.filter((status) => ended.includes(status))]).toEqual([act, []]);
  }
});
