import { fold, given } from '@passerelle/domain-kit';
import type { MailPreference, MailPreferenceEvent } from './mail-preference';
import { mailPreferenceDecider, type MailPreferenceCommand } from './mail-preference.decide';
import { SENDING_MS } from './patience';
import { nextWorkingMorning } from './working-morning';

const friday = new Date('2026-12-04T10:00:00Z');
const monday = new Date('2026-12-07T07:00:00Z');
const tuesday = new Date('2026-12-08T07:00:00Z');
const after = (seconds: number, from = friday) => new Date(from.getTime() + seconds * 1000);
const roles = ['ccas-worker'];
const agent = { sub: 'claire', roles };

const set = (more: object = {}): MailPreferenceCommand => ({
  ...{ do: 'set', ...agent, choice: 'digest', hasMailbox: true, isNewMailbox: false, now: friday },
  ...more,
});
const chosen = (choice: 'digest' | 'immediate' | 'never'): MailPreferenceEvent => ({
  ...{ type: 'MailPreferenceSet', ...agent, choice, nextAt: monday, at: friday },
});
const started: MailPreferenceEvent = {
  type: 'RoundStarted',
  until: after(SENDING_MS / 1000, monday),
  upTo: after(-10, monday),
};
const when = (past: MailPreferenceEvent[], command: MailPreferenceCommand) =>
  given(mailPreferenceDecider, past).when(command);
const stateAfter = (events: MailPreferenceEvent[]): MailPreference =>
  fold(mailPreferenceDecider.evolve, mailPreferenceDecider.initial, events);

describe('a working morning', () => {
  it.each([
    ['the same day before eight', '2026-12-01T06:59:00Z', '2026-12-01T07:00:00Z'],
    ['the next day from eight on', '2026-12-01T07:00:00Z', '2026-12-02T07:00:00Z'],
    ['Monday after Friday', '2026-12-04T10:00:00Z', '2026-12-07T07:00:00Z'],
    ['the day after a holiday', '2026-12-24T10:00:00Z', '2026-12-28T07:00:00Z'],
    ['eight in summer too', '2026-07-15T10:00:00Z', '2026-07-16T06:00:00Z'],
  ])('is %s', (_what, from, to) =>
    expect(nextWorkingMorning(new Date(from)).toISOString()).toBe(new Date(to).toISOString()),
  );
});

describe('choosing', () => {
  it('begins the next working morning', () => when([], set()).then([chosen('digest')]));
  it('needs an address, unless no mail is wanted', () => {
    when([], set({ hasMailbox: false })).thenRefused('MailboxMissing');
    when([], set({ hasMailbox: false, choice: 'never' })).then([chosen('never')]);
  });
  it('does nothing when it was chosen already, but for another address', () => {
    when([chosen('digest')], set()).thenNothing();
    when([chosen('digest')], set({ isNewMailbox: true })).then([chosen('digest')]);
  });
  it('tries again an address that was refused', () =>
    when([chosen('digest'), started, { type: 'MailboxRefused' }], set()).then([chosen('digest')]));
  it('misses nothing that came since the last round when the choice changes', () => {
    const changed = { ...chosen('immediate'), at: after(3_600) } as MailPreferenceEvent;
    expect(stateAfter([chosen('digest'), changed])).toMatchObject({ toldUpTo: friday });
    expect(stateAfter([chosen('never'), changed])).toMatchObject({ toldUpTo: after(3_600) });
  });
});

describe('what will not wait for the morning', () => {
  const hasten = (isUrgent: boolean, now = friday): MailPreferenceCommand => ({
    do: 'hasten',
    isUrgent,
    now,
  });
  const hastened: MailPreferenceEvent = { type: 'RoundHastened', nextAt: after(15) };

  it('is everything for who wants it at once, and what is urgent for the others', () => {
    when([chosen('immediate')], hasten(false)).then([hastened]);
    when([chosen('digest')], hasten(true)).then([hastened]);
  });
  it('is nothing else, and nothing for who wants no mail', () => {
    when([chosen('digest')], hasten(false)).thenNothing();
    when([chosen('never')], hasten(true)).thenNothing();
    when([], hasten(true)).thenNothing();
  });
  it('goes with the round that is due sooner', () =>
    when([chosen('digest'), hastened], hasten(true, after(5))).thenNothing());
  it('comes after a mail that is leaving', () => {
    const meanwhile: MailPreferenceEvent = { type: 'RoundHastened', nextAt: after(20, monday) };
    when([chosen('immediate'), started], hasten(false, after(5, monday))).then([meanwhile]);
    when([chosen('immediate'), started, meanwhile], hasten(false, after(6, monday))).thenNothing();
    when([chosen('immediate'), started, meanwhile], { do: 'end-round', now: after(8, monday) }).then([
      { type: 'RoundDone', nextAt: after(20, monday) },
    ]);
  });
});

describe('a round', () => {
  const start = (now: Date): MailPreferenceCommand => ({ do: 'start-round', now });
  it('starts when it is due, with what was surely kept by then', () =>
    when([chosen('digest')], start(monday)).then([started]));
  it('is refused before, and while somebody sends', () => {
    when([chosen('digest')], start(after(-1, monday))).thenRefused('RoundNotDue');
    when([chosen('digest'), started], start(after(5, monday))).thenRefused('RoundNotDue');
    when([chosen('never')], start(monday)).thenRefused('RoundNotDue');
  });
  it('is taken over as the same mail when who was sending died', () => {
    const now = after(SENDING_MS / 1000, monday);
    when([chosen('digest'), started], start(now)).then([
      { type: 'RoundStarted', until: after(SENDING_MS / 1000, now), upTo: after(-10, monday) },
    ]);
  });
  it('waits for the mail server, longer each time', () =>
    when([chosen('digest'), started], { do: 'postpone-round', now: monday }).then([
      { type: 'RoundPostponed', nextAt: after(2, monday) },
    ]));
  it('is told, and the next is the next morning', () => {
    const done: MailPreferenceEvent = { type: 'RoundDone', nextAt: tuesday };
    when([chosen('digest'), started], { do: 'end-round', now: monday }).then([done]);
    when([chosen('digest')], { do: 'end-round', now: monday }).thenNothing();
    expect(stateAfter([chosen('digest'), started, done])).toMatchObject({
      ...{ status: 'waiting', toldUpTo: after(-10, monday), nextAt: tuesday, postponed: 0 },
    });
  });
  it('ends the mails of an address that is refused for good', () => {
    when([chosen('digest'), started], { do: 'refuse-mailbox' }).then([{ type: 'MailboxRefused' }]);
    when([chosen('digest')], { do: 'refuse-mailbox' }).thenNothing();
  });
});

describe('roles', () => {
  it('follow the agent', () => {
    const change: MailPreferenceCommand = { do: 'know-roles', roles: ['ccas-officer'] };
    when([chosen('digest')], change).then([{ type: 'AgentRolesChanged', roles: ['ccas-officer'] }]);
    when([chosen('digest')], { ...change, roles }).thenNothing();
    when([], change).thenNothing();
  });
});
