/** How one town serves one topic. Every value is a dated parameter: an officer changes it from a day on. */
export interface Policy {
  /** How far ahead a first free slot is looked for, in days. Beyond, the resident waits in the demand. */
  readonly horizonDays: number;
  /** Least time between the booking and the appointment, in hours: people must be told before they can come. */
  readonly noticeHours: number;
  /** How many people must wait, the newcomer counted, before a permanence is requested. */
  readonly threshold: number;
  /** Longest wait before a permanence is requested whatever the number, in days. */
  readonly longestWaitDays: number;
  /** The same for an urgent person, in days. */
  readonly longestUrgentWaitDays: number;
  /** Whether a CCAS officer must agree before a partner is asked. */
  readonly needsGoAhead: boolean;
  /** How long a partner has to answer, in days; the link expires with it. */
  readonly answerDays: number;
  /** When a silent partner is reminded, in days after the request. */
  readonly reminderDays: number;
  /** Rest before asking anew when nobody could be asked, in days. */
  readonly retryDays: number;
  /** Rest before asking the same partners anew when they all declined or stayed silent, in days. */
  readonly restDays: number;
}

export interface DatedPolicy {
  /** First day it applies, `2026-12-03`. */
  readonly from: string;
  readonly values: Partial<Policy>;
}
