/**
 * What an event tells, as far as a notice needs it: ids, instants (ISO text, as events carry them) and the town's own
 * places. Every contract heard fits in it. Never a name, a note or an address of a person: a delivery is kept for ever.
 */
export interface Fact {
  readonly needId?: string;
  readonly personId?: string;
  readonly field?: string;
  readonly topic?: string;
  readonly urgency?: string;
  readonly because?: string;
  readonly by?: string;
  readonly workerId?: string;
  readonly waitingCount?: number;
  readonly needCount?: number;
  readonly walkIn?: boolean;

  readonly appointmentId?: string;
  readonly revision?: number;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly placeName?: string;
  readonly placeAddress?: string;
  readonly profession?: string;

  readonly permanenceRequestId?: string;
  readonly partnerId?: string;
  readonly answerBy?: string;
  readonly attempt?: number;
  readonly slots?: number;

  /** Added here when a cancelled appointment is followed at once by a new wait: both are told in one mail. */
  readonly waitsAgain?: true;
  /** Added here when another appointment is booked before the mail of the cancellation has left. */
  readonly bookedAgain?: true;
}

/** What a mail that has not left yet can be made to say more. */
export type Addition = Pick<Fact, 'waitsAgain' | 'bookedAgain'>;

/** The events that somebody is told about. The application binds each word to its contract. */
export const heard = [
  'AppointmentBooked',
  'AppointmentMoved',
  'AppointmentCancelled',
  'AppointmentReminderDue',
  'RequestWaiting',
  'RequestReturned',
  'PermanenceRequestHeld',
  'PermanenceRequested',
  'PermanenceRequestReminded',
  'PermanenceRequestAccepted',
  'PermanenceRequestDeclined',
  'PermanenceRequestUnanswered',
  'PermanenceRequestClosed',
  'NeedReminderDue',
  'NeedExpired',
  'NeedHandedOver',
] as const;
export type Heard = (typeof heard)[number];
