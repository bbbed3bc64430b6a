import type { List } from './list';

/** A line of an agent's inbox. */
export interface Message {
  readonly id: string;
  readonly notice: string;
  readonly title: string;
  readonly sentence: string;
  readonly at: string;
  readonly read: boolean;
  readonly needId?: string;
  readonly personId?: string;
  readonly permanenceRequestId?: string;
  readonly topic?: string;
  readonly urgency?: string;
}

export interface Inbox extends List<Message> {
  readonly unread: number;
}

export type DeliveryStatus =
  'pending' | 'sending' | 'sent' | 'awaiting-agent' | 'told' | 'in-app' | 'dropped';

/** One notice to one person by one way, once: never what it said. */
export interface Delivery {
  readonly id: string;
  readonly version: number;
  readonly noticeLabel: string;
  readonly status: DeliveryStatus;
  readonly recipient: { readonly kind: 'resident' | 'partner' | 'agents' | 'worker'; readonly id?: string };
  readonly plannedAt: string;
  readonly channel?: 'phone-list' | 'in-person-list';
  readonly because?: string;
  readonly how?: 'phone' | 'in-person' | 'letter' | 'could-not';
  /** When it became what it is. */
  readonly at?: string;
  readonly tries?: number;
  readonly sendAfter?: string;
  readonly needId?: string;
  readonly topic?: string;
}

/** How an agent also hears by mail; `version` 0 when nothing was chosen yet. */
export interface MailPreference {
  readonly version: number;
  readonly choice: 'digest' | 'immediate' | 'never';
  readonly mail?: string;
  /** The mail server refused the address for good. */
  readonly refused: boolean;
  readonly nextAt?: string;
}
