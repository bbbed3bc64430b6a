import { heard } from './fact';
import { noticeOf, noticesOn, whoIsTold } from './who-is-told';

describe('the table of who is told what', () => {
  it('tells something about every event that is heard', () =>
    expect([...new Set(whoIsTold.map(({ on }) => on))].sort()).toEqual([...heard].sort()));

  it('names each row once, and rows that exist', () => {
    const slugs = whoIsTold.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    const named = whoIsTold.flatMap(({ replaces = [], togetherWith = [], announcedIn = [] }) => [
      ...replaces,
      ...togetherWith,
      ...announcedIn,
    ]);
    expect(named.filter((slug) => noticeOf(slug) === undefined)).toEqual([]);
  });

  it('sends mail to people outside only, and messages to agents only', () => {
    for (const { to, channel } of whoIsTold) {
      expect(channel).toBe(to.who === 'resident' || to.who === 'partner' ? 'mail-or-agent' : 'in-app');
    }
  });

  it('says nothing to anybody about a walk-in', () => {
    expect(noticesOn('AppointmentBooked', { walkIn: true })).toEqual([]);
    expect(noticesOn('AppointmentBooked', { walkIn: false }).map(({ slug }) => slug)).toEqual([
      'appointment-booked',
      'worker-appointment-booked',
    ]);
  });

  it.each([
    ['no-slot', ['worker-request-waiting']],
    ['appointment-cancelled', ['request-waits-again']],
    ['session-cancelled', ['request-waits-again']],
    ['absent', ['request-waits-again', 'worker-request-waiting']],
  ])('tells of a wait because %s to those who do not know yet', (because, slugs) =>
    expect(noticesOn('RequestWaiting', { because }).map(({ slug }) => slug)).toEqual(slugs),
  );

  it('tells the officers of the service that owns the need only', () => {
    expect(noticesOn('NeedExpired', { field: 'youth' }).map(({ slug }) => slug)).toEqual([
      'worker-need-expired',
    ]);
    expect(noticesOn('NeedExpired', { field: 'legal-access' })).toHaveLength(2);
  });
});
