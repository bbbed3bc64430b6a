import { Desk } from './desk.spec';
import type { Fact } from './fact';

const referral: Fact = {
  ...{ referralId: 'r', needId: 'n', partnerId: 'm', topic: 'youth-mobility', workerId: 'claire' },
  answerBy: '2026-12-31T07:00:00Z',
};
const toPartner = (desk: Desk) =>
  desk
    .all()
    .filter(({ delivery }) => delivery.recipient.kind === 'partner')
    .map(({ delivery }) => {
      const because = delivery.status === 'dropped' ? `:${delivery.because}` : '';
      return `${delivery.notice} ${delivery.status}${because}`;
    });

describe('a referral to a partner', () => {
  it('is told to the partner by mail, and each answer to the worker in Passerelle', () => {
    const desk = new Desk().hear('ReferralSent', referral).letLeave();
    desk.hear('ReferralQuestioned', referral).hear('ReferralQuestionAnswered', referral).letLeave();
    desk.hear('ReferralAccepted', referral).letLeave();
    desk.hear('ReferralClosed', { ...referral, by: 'partner', outcome: 'met' });
    expect(toPartner(desk)).toEqual([
      'referral-sent sent',
      'referral-question-answered sent',
      'referral-accepted sent',
    ]);
    expect(desk.inApp()).toEqual([
      'worker-referral-questioned',
      'worker-referral-accepted',
      'worker-referral-closed',
    ]);
  });

  it('undone before its mail left was never told: nobody hears of it', () => {
    const desk = new Desk().hear('ReferralSent', referral);
    desk.hear('ReferralWithdrawn', { ...referral, because: 'worker' });
    expect(toPartner(desk)).toEqual([
      'referral-sent dropped:overtaken',
      'referral-withdrawn dropped:never-told',
    ]);
    expect(desk.inApp()).toEqual([]);
  });

  it('taken back once it was told is told too; a consent that was withdrawn, to the worker as well', () => {
    const desk = new Desk().hear('ReferralSent', referral).letLeave();
    desk.hear('ReferralWithdrawn', { ...referral, because: 'consent-withdrawn' }).letLeave();
    expect(toPartner(desk)).toEqual(['referral-sent sent', 'referral-withdrawn sent']);
    expect(desk.inApp()).toEqual(['worker-referral-withdrawn']);
  });

  it('reminds whoever it waits for, and the worker each time', () => {
    const partner = new Desk().hear('ReferralSent', referral).letLeave();
    partner.hear('ReferralReminded', { ...referral, waitsFor: 'partner' }).letLeave();
    expect(toPartner(partner)).toEqual(['referral-sent sent', 'referral-reminded sent']);
    const worker = new Desk().hear('ReferralReminded', { ...referral, waitsFor: 'worker' });
    expect(toPartner(worker)).toEqual([]);
    expect([partner.inApp(), worker.inApp()]).toEqual([
      ['worker-referral-reminded'],
      ['worker-referral-reminded'],
    ]);
  });

  it('is not mixed up with another referral of the same need', () => {
    const desk = new Desk().hear('ReferralSent', referral);
    desk.hear('ReferralDeclined', { ...referral, referralId: 'other', partnerId: 'o' });
    expect(toPartner(desk)).toEqual(['referral-sent pending']);
  });

  it('that expired or was declined by phone is not asked any more', () => {
    const desk = new Desk()
      .hear('ReferralSent', referral)
      .hear('ReferralExpired', { ...referral, waitsFor: 'partner' });
    expect(toPartner(desk)).toEqual(['referral-sent dropped:overtaken']);
    expect(desk.inApp()).toEqual(['worker-referral-expired']);
  });
});
