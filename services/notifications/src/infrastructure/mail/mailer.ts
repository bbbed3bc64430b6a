import type { Logger } from '@passerelle/platform';
import nodemailer from 'nodemailer';
import type { Mailer, OutgoingMail } from '../../application/ports';
import { asHtml } from './html';
import { asIcal, type Mailbox } from './ical';
import { outcomeOf } from './outcome';
import { asText } from './text';

export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: Mailbox;
}

/** Together less than the time a claim keeps for the mail server. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export function mailer({ smtpUrl, from }: MailSettings, logger: Logger): Mailer & { close: () => void } {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    // Its own tries would go on after the claim has ended; the delivery's are journaled.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...timeouts,
  });
  // A pooled connection may fail while nobody sends: the next mail says so itself.
  transport.on('error', () => undefined);
  return {
    close: () => transport.close(),
    async send(mail) {
      try {
        await transport.sendMail(message(mail, from));
        return 'taken';
      } catch (error) {
        const outcome = outcomeOf(error);
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        // Its text would quote an address.
        logger.warn(
          { deliveryId: mail.deliveryId, outcome, code, responseCode },
          'the mail server did not take a mail',
        );
        return outcome;
      }
    },
  };
}

function message({ deliveryId, to, writing, calendar }: OutgoingMail, from: Mailbox) {
  return {
    // The same at each try: a mail sent twice by a crash is one mail to a mailbox.
    messageId: `<${deliveryId}@${from.address.split('@')[1]}>`,
    from,
    to,
    subject: writing.subject,
    text: asText(writing),
    html: asHtml(writing),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr' },
    ...(calendar && {
      icalEvent: {
        method: calendar.method,
        filename: 'rendez-vous.ics',
        content: asIcal(calendar, from, to.address),
      },
    }),
  };
}
