import type { Addition, Fact, Heard } from './fact';

/** Who is told, by their relation to the event. */
export type Audience =
  | { readonly who: 'resident' }
  | { readonly who: 'partner' }
  /** The CCAS worker who follows the need: who identified it, or was given it since. */
  | { readonly who: 'worker' }
  /** Every agent of the territory who holds one of these roles: one message, which each reads for themselves. */
  | { readonly who: 'agents'; readonly roles: readonly AgentRole[] };
export type AgentRole = 'ccas-worker' | 'ccas-officer' | 'legal-access-officer';

/** One row of the table: who is told what, when, by which channel. */
export interface Notice {
  readonly slug: string;
  readonly on: Heard;
  /** Only when these fields of the event hold one of these values; told each time when absent. */
  readonly only?: { readonly [Field in keyof Fact]?: readonly Fact[Field][] };
  /** Only when the event has this field. */
  readonly onlyWith?: keyof Fact;
  readonly to: Audience;
  /** `mail-or-agent`: mail, else an agent phones, else an agent tells them in person. `in-app`: read in Passerelle. */
  readonly channel: 'mail-or-agent' | 'in-app';
  /** iCalendar part of the mail. */
  readonly calendar?: 'request' | 'cancel';
  /** Signed link in the mail, good until the date below. */
  readonly link?: 'appointment-answer' | 'permanence-answer';
  /** After this date of the event, telling is useless: it is not sent any more. */
  readonly uselessAfter?: 'startsAt' | 'endsAt' | 'answerBy';
  /** Notices about the same thing that this one makes untrue: dropped where they have not been told yet. */
  readonly replaces?: readonly string[];
  /** When it dropped one that had never been told: nothing to say, or said as if it were the first news. */
  readonly ifNeverTold?: 'say-nothing' | 'say-as-replaced';
  /** Said in one mail with these, while they have not left. */
  readonly togetherWith?: readonly string[];
  /** What that one mail then says more. */
  readonly adds?: Addition;
  /** Mails about the same need that have not left yet, and say this one's addition before it comes itself. */
  readonly announcedIn?: readonly string[];
  /** Events older than this many hours tell nobody: nobody is mailed about last year. */
  readonly staleAfterHours: number;
}

const resident: Audience = { who: 'resident' };
const partner: Audience = { who: 'partner' };
const worker: Audience = { who: 'worker' };
const officers: Audience = { who: 'agents', roles: ['legal-access-officer', 'ccas-officer'] };
const legalOfficers: Audience = { who: 'agents', roles: ['legal-access-officer'] };
const ccasOfficers: Audience = { who: 'agents', roles: ['ccas-officer'] };

/** A mail that comes late is still owed: only what nobody could use any more is left out. */
const WEEK = 7 * 24;

/**
 * Who is told what. An agent is told what their own act did not show them, and once: an absence told as a new wait is
 * not told as an absence too; a session that fills tells one line about the permanence, not one a resident.
 */
export const whoIsTold: readonly Notice[] = [
  // ── Appointments: the resident ────────────────────────────────────────────────────────────────────────────────
  {
    slug: 'appointment-booked',
    on: 'AppointmentBooked',
    only: { walkIn: [false] },
    to: resident,
    channel: 'mail-or-agent',
    calendar: 'request',
    link: 'appointment-answer',
    uselessAfter: 'startsAt',
    replaces: ['request-waits-again'],
    announcedIn: ['appointment-cancelled'],
    adds: { bookedAgain: true },
    staleAfterHours: WEEK,
  },
  {
    slug: 'appointment-moved',
    on: 'AppointmentMoved',
    to: resident,
    channel: 'mail-or-agent',
    calendar: 'request',
    link: 'appointment-answer',
    uselessAfter: 'startsAt',
    replaces: ['appointment-booked', 'appointment-moved', 'appointment-reminder'],
    ifNeverTold: 'say-as-replaced',
    staleAfterHours: WEEK,
  },
  {
    slug: 'appointment-cancelled',
    on: 'AppointmentCancelled',
    to: resident,
    channel: 'mail-or-agent',
    calendar: 'cancel',
    uselessAfter: 'endsAt',
    replaces: ['appointment-booked', 'appointment-moved', 'appointment-reminder'],
    ifNeverTold: 'say-nothing',
    staleAfterHours: WEEK,
  },
  {
    slug: 'appointment-reminder',
    on: 'AppointmentReminderDue',
    to: resident,
    channel: 'mail-or-agent',
    link: 'appointment-answer',
    uselessAfter: 'startsAt',
    togetherWith: ['appointment-booked', 'appointment-moved'],
    staleAfterHours: 24,
  },
  {
    slug: 'request-waits-again',
    on: 'RequestWaiting',
    only: { because: ['appointment-cancelled', 'session-cancelled', 'absent'] },
    to: resident,
    channel: 'mail-or-agent',
    togetherWith: ['appointment-cancelled'],
    adds: { waitsAgain: true },
    staleAfterHours: WEEK,
  },

  // ── Appointments and needs: agents ────────────────────────────────────────────────────────────────────────────
  {
    slug: 'worker-appointment-booked',
    on: 'AppointmentBooked',
    only: { walkIn: [false] },
    to: worker,
    channel: 'in-app',
    staleAfterHours: WEEK,
  },
  {
    slug: 'worker-appointment-moved',
    on: 'AppointmentMoved',
    to: worker,
    channel: 'in-app',
    staleAfterHours: WEEK,
  },
  {
    slug: 'worker-appointment-cancelled',
    on: 'AppointmentCancelled',
    // A resident who cancels comes back as a returned request or waits again: told below.
    only: { by: ['agent', 'session'] },
    to: worker,
    channel: 'in-app',
    staleAfterHours: WEEK,
  },
  {
    slug: 'officers-appointment-cancelled',
    on: 'AppointmentCancelled',
    only: { by: ['resident', 'ccas'] },
    to: legalOfficers,
    channel: 'in-app',
    staleAfterHours: WEEK,
  },
  {
    slug: 'worker-request-waiting',
    on: 'RequestWaiting',
    only: { because: ['no-slot', 'absent'] },
    to: worker,
    channel: 'in-app',
    staleAfterHours: WEEK,
  },
  {
    slug: 'worker-request-returned',
    on: 'RequestReturned',
    // An expired promise has its own row.
    only: { because: ['absent-twice', 'agent-decision', 'resident-cancelled'] },
    to: worker,
    channel: 'in-app',
    staleAfterHours: 4 * WEEK,
  },
  {
    slug: 'worker-need-reminder',
    on: 'NeedReminderDue',
    to: worker,
    channel: 'in-app',
    staleAfterHours: WEEK,
  },
  {
    slug: 'officers-need-reminder',
    on: 'NeedReminderDue',
    only: { field: ['legal-access'] },
    to: legalOfficers,
    channel: 'in-app',
    staleAfterHours: WEEK,
  },
  {
    slug: 'worker-need-expired',
    on: 'NeedExpired',
    to: worker,
    channel: 'in-app',
    staleAfterHours: 4 * WEEK,
  },
  {
    slug: 'officers-need-expired',
    on: 'NeedExpired',
    only: { field: ['legal-access'] },
    to: legalOfficers,
    channel: 'in-app',
    staleAfterHours: 4 * WEEK,
  },

  {
    slug: 'worker-needs-handed-over',
    on: 'NeedHandedOver',
    // Of many handed over at once, one event says how many: one line for all of them.
    onlyWith: 'needCount',
    to: worker,
    channel: 'in-app',
    staleAfterHours: 4 * WEEK,
  },

  // ── Permanences on demand: the partner ────────────────────────────────────────────────────────────────────────
  {
    slug: 'permanence-requested',
    on: 'PermanenceRequested',
    to: partner,
    channel: 'mail-or-agent',
    link: 'permanence-answer',
    uselessAfter: 'answerBy',
    staleAfterHours: WEEK,
  },
  {
    slug: 'permanence-reminded',
    on: 'PermanenceRequestReminded',
    to: partner,
    channel: 'mail-or-agent',
    link: 'permanence-answer',
    uselessAfter: 'answerBy',
    togetherWith: ['permanence-requested'],
    staleAfterHours: WEEK,
  },

  // ── Permanences on demand: agents ─────────────────────────────────────────────────────────────────────────────
  {
    slug: 'permanence-held',
    on: 'PermanenceRequestHeld',
    to: ccasOfficers,
    channel: 'in-app',
    staleAfterHours: 4 * WEEK,
  },
  {
    slug: 'permanence-accepted',
    on: 'PermanenceRequestAccepted',
    to: officers,
    channel: 'in-app',
    replaces: ['permanence-requested', 'permanence-reminded'],
    staleAfterHours: WEEK,
  },
  {
    slug: 'permanence-declined',
    on: 'PermanenceRequestDeclined',
    to: officers,
    channel: 'in-app',
    replaces: ['permanence-requested', 'permanence-reminded'],
    staleAfterHours: WEEK,
  },
  {
    slug: 'permanence-unanswered',
    on: 'PermanenceRequestUnanswered',
    to: officers,
    channel: 'in-app',
    replaces: ['permanence-requested', 'permanence-reminded'],
    staleAfterHours: WEEK,
  },
  {
    slug: 'permanence-closed',
    on: 'PermanenceRequestClosed',
    to: officers,
    channel: 'in-app',
    replaces: ['permanence-requested', 'permanence-reminded'],
    staleAfterHours: WEEK,
  },
];

/** The rows that an event fires. */
export function noticesOn(type: Heard, fact: Fact): Notice[] {
  return whoIsTold.filter((notice) => notice.on === type && applies(notice, fact));
}

export function noticeOf(slug: string): Notice | undefined {
  return whoIsTold.find((notice) => notice.slug === slug);
}

function applies({ only, onlyWith }: Notice, fact: Fact): boolean {
  if (onlyWith !== undefined && fact[onlyWith] === undefined) return false;
  return Object.entries(only ?? {}).every(([field, allowed]) =>
    (allowed as readonly unknown[]).includes(fact[field as keyof Fact]),
  );
}
