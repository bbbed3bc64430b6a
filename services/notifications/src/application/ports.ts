import type { AggregateStore, Transaction } from '@passerelle/messaging';
import type { CalendarPart } from '../domain/calendar-part';
import type { Contact } from '../domain/channel';
import type { Delivery, DeliveryEvent, Notified } from '../domain/delivery';
import type { DeliveryCommand } from '../domain/delivery.decide';
import type { Fact } from '../domain/fact';
import type { MailPreference, MailPreferenceEvent } from '../domain/mail-preference';
import type { MailPreferenceCommand } from '../domain/mail-preference.decide';
import type { Earlier } from '../domain/plan';
import type { Reader } from '../domain/reader';
import type { KnownWorker, Recipient } from '../domain/recipient';
import type { Town, Words, Writing } from '../domain/writing/writing';

export type DeliveryStore = AggregateStore<DeliveryCommand, Delivery, DeliveryEvent>;

export type PreferenceStore = AggregateStore<MailPreferenceCommand, MailPreference, MailPreferenceEvent>;

export interface Ports {
  readonly deliveries: DeliveryStore;
  readonly finds: DeliveryFinds & PreferenceFinds;
  readonly preferences: PreferenceStore;
  readonly workers: NeedWorkers;
}

export interface DeliveryFinds {
  /** Every delivery about the same permanence request, or else the same need. */
  about(tx: Transaction, fact: Fact): Promise<Earlier[]>;
  /** Messages to the worker of this need, left before the need was heard. */
  unaddressed(tx: Transaction, needId: string): Promise<string[]>;
  /** To send now, for these kinds of recipients, the most overdue first. */
  toSend(now: Date, kinds: readonly Outside[], limit: number): Promise<DueDelivery[]>;
  /** Still to be told by an agent, though it is too late. */
  lateCalls(now: Date, limit: number): Promise<DueDelivery[]>;
}
export type Outside = 'resident' | 'partner';

export interface DueDelivery {
  readonly id: string;
  readonly territory: string;
  readonly correlationId: string;
  readonly causationId: string;
}

export interface PreferenceFinds {
  /** Agents whose inbox this is and who would have a mail of it before the morning. */
  listeningTo(tx: Transaction, recipient: Recipient, isUrgent: boolean): Promise<string[]>;
  /** The most overdue first. */
  dueRounds(now: Date, limit: number): Promise<DueDelivery[]>;
}

/** Addresses of agents. */
export interface Mailboxes {
  of(preferenceId: string, tx?: Transaction): Promise<string | undefined>;
  /** Undefined erases it. */
  keep(tx: Transaction, preferenceId: string, mail: string | undefined): Promise<void>;
}

/** What an inbox holds unread, of a time that ends: the oldest first, and how many there are. */
export interface UnreadMessages {
  of(
    territory: string,
    reader: Reader,
    after: Date,
    upTo: Date,
    limit: number,
  ): Promise<{ readonly total: number; readonly messages: readonly Pick<Notified, 'notice' | 'fact'>[] }>;
}

/** Who identified each need: the one thing this service remembers of the CCAS. */
export interface NeedWorkers {
  remember(tx: Transaction, needId: string, sub: string): Promise<void>;
  /** Undefined when not heard yet; the same transaction then meets whoever remembers it meanwhile, and one of them runs again. */
  of(tx: Transaction, needId: string): Promise<KnownWorker>;
}

/** Asks `people` or `directory`, at the moment of sending. */
export interface ContactPoints {
  of(recipient: Recipient): Promise<Contact | 'nobody-there' | 'unavailable'>;
}

export interface Links {
  /** The address of a signed link, or undefined when the event has not what it needs. */
  to(purpose: 'appointment-answer' | 'permanence-answer', fact: Fact): Promise<string | undefined>;
}

export interface OutgoingMail {
  readonly deliveryId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly writing: Writing;
  readonly calendar?: CalendarPart;
}
/** `refused`: this mail or address, for good. `deferred`: this mail, for now. `unavailable`: the server, whatever the mail. */
export type MailOutcome = 'taken' | 'refused' | 'deferred' | 'unavailable';

export interface Mailer {
  send(mail: OutgoingMail): Promise<MailOutcome>;
}

/** What every text needs. */
export interface Voice {
  readonly town: Town;
  readonly words: Words;
}
