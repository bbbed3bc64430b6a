import type { AddressObject, ParsedMail } from 'mailparser';
import type { SMTPServerEnvelope } from 'smtp-server';

export interface ReceivedMail {
  /** Without its angle brackets. */
  messageId: string;
  from: string;
  /** Addresses of the envelope: who really gets it. */
  to: string[];
  subject: string;
  /** ISO instant from the Date header. */
  date: string;
  text: string;
  html: string;
  /** The iCalendar part, when there is one. */
  ical?: string;
  /** METHOD of the iCalendar part: REQUEST, CANCEL… */
  icalMethod?: string;
  /** Every http(s) address in the text, in order, once each. */
  links: string[];
}

export function received(parsed: ParsedMail, envelope?: SMTPServerEnvelope): ReceivedMail {
  const ical = parsed.attachments
    .find((part) => part.contentType === 'text/calendar')
    ?.content.toString('utf8');
  const text = parsed.text ?? '';
  return {
    messageId: (parsed.messageId ?? '').replace(/^<|>$/g, ''),
    from: addresses(parsed.from)[0] ?? '',
    to: envelope?.rcptTo.map((recipient) => recipient.address) ?? addresses(parsed.to),
    subject: parsed.subject ?? '',
    date: (parsed.date ?? new Date()).toISOString(),
    text,
    html: parsed.html || '',
    ...(ical ? { ical, icalMethod: /^METHOD:(\S+)/m.exec(ical)?.[1] } : {}),
    links: [...new Set(text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [])],
  };
}

function addresses(of: AddressObject | AddressObject[] | undefined): string[] {
  return [of ?? []].flat().flatMap((one) => one.value.map((mailbox) => mailbox.address ?? ''));
}
