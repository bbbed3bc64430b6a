import type { Logger } from '@passerelle/platform';
import { z } from 'zod';
import type { ContactPoints } from '../../application/ports';
import { noWishes, type Contact } from '../../domain/channel';
import type { Recipient } from '../../domain/recipient';
import type { MachineToken } from './machine-token';

/** What `people` answers; what is new there is ignored here. */
const personAnswer = z.object({
  firstName: z.string(),
  lastName: z.string(),
  mail: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  wishes: z.object({
    doNotWrite: z.boolean(),
    doNotLeaveMessage: z.boolean(),
    neutralSubject: z.boolean(),
  }),
});
const partnerAnswer = z.object({
  name: z.string(),
  mailbox: z.string().optional(),
  phone: z.string().optional(),
});

export interface ContactUrls {
  readonly people: string;
  readonly directory: string;
}

const TIMEOUT_MS = 5_000;

/** The one question this service asks others, at the moment of sending. Nothing of the answer is stored or logged. */
export function contactPoints(urls: ContactUrls, token: MachineToken, logger: Logger): ContactPoints {
  async function ask(url: string): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${await token.get()}`, accept: 'application/json' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) return response.json();
      await response.body?.cancel();
      if (response.status === 404) return undefined;
      if (response.status !== 401 || attempt > 1) throw new Error(`answered ${response.status}`);
      token.forget();
    }
  }

  return {
    async of(recipient) {
      const question = questionFor(recipient, urls);
      if (!question) return 'nobody-there';
      try {
        const answer = await ask(question.url);
        return answer === undefined ? 'nobody-there' : question.read(answer);
      } catch (error) {
        logger.warn(
          { asked: question.service, reason: reasonOf(error) },
          'contacts could not be asked: deliveries wait',
        );
        return 'unavailable';
      }
    },
  };
}

function questionFor(recipient: Recipient, { people, directory }: ContactUrls) {
  if (recipient.kind === 'resident') {
    const url = `${people.replace(/\/$/, '')}/persons/${recipient.personId}/contact-points`;
    return { service: 'people', url, read: readPerson };
  }
  if (recipient.kind === 'partner') {
    const url = `${directory.replace(/\/$/, '')}/partners/${recipient.partnerId}/contact`;
    return { service: 'directory', url, read: readPartner };
  }
  return undefined;
}

function readPerson(answer: unknown): Contact {
  const { firstName, lastName, mail, phone, address, wishes } = personAnswer.parse(answer);
  return { name: `${firstName} ${lastName}`.trim(), mail, phone, address, wishes };
}

function readPartner(answer: unknown): Contact {
  const { name, mailbox: mail, phone } = partnerAnswer.parse(answer);
  return { name, mail, phone, wishes: noWishes };
}

/** Never a URL, which has an id in it, nor a value that was answered. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'an answer of another shape';
  if (!(error instanceof Error)) return 'unknown';
  return /^answered \d{3}$/.test(error.message) ? error.message : error.name;
}
