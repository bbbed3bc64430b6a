import type { Addition, Fact, Heard } from './fact';

/** Who is told, by their relation to the event. */
export type Audience =
  | { readonly who: 'resident' }
  | { readonly who: 'partner' }
  /** The CCAS worker who follows the need: who identified it, or was given it since. */
  | { readonly who: 'worker' }
  /** Every agent of the territory who holds one of these roles: one message, which each reads for themselves. */
  | { readonly who: 'agents'; readonly roles: readonly AgentRole[] };
export type LinkPurpose = 'appointment-answer' | 'permanence-answer' | 'referral-answer';
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
  readonly link?: LinkPurpose;
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
