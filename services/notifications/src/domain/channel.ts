import type { WaitingChannel, WhyAgent } from './delivery';

/** What `people` or `directory` answers about one recipient, at the moment of sending. Never stored. */
export interface Contact {
  readonly name: string;
  readonly mail?: string;
  readonly phone?: string;
  /** Postal, for a letter. */
  readonly address?: string;
  readonly wishes: Wishes;
}

/** Safe contact, for people whom a mail or a voice on a machine could put in danger. */
export interface Wishes {
  readonly doNotWrite: boolean;
  readonly doNotLeaveMessage: boolean;
  readonly neutralSubject: boolean;
}
export const noWishes: Wishes = { doNotWrite: false, doNotLeaveMessage: false, neutralSubject: false };

export type Channel =
  { readonly by: 'mail'; readonly to: string } | { readonly by: WaitingChannel; readonly because: WhyAgent };

/** Mail, unless there is none or it must not be written; else an agent phones; else an agent tells them in person. */
export function chooseChannel(contact: Contact): Channel {
  if (contact.mail !== undefined && !contact.wishes.doNotWrite) return { by: 'mail', to: contact.mail };
  return withoutMail(contact, contact.wishes.doNotWrite ? 'do-not-write' : 'no-mail');
}

/** Also when the mail server refused the address for good. */
export function withoutMail(contact: Contact, because: WhyAgent): Channel {
  return { by: contact.phone === undefined ? 'in-person-list' : 'phone-list', because };
}
