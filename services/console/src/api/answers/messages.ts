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
