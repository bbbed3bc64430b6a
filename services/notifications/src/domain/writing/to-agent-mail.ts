import { frenchDay } from '@passerelle/calendar';
import type { AgentMessage } from './to-agent';
import type { Town, Writing } from './writing';

interface Round {
  readonly messages: readonly AgentMessage[];
  /** As many as there are: the mail shows the first. */
  readonly total: number;
  readonly at: Date;
  readonly town: Town;
  /** Of the console. */
  readonly address: string;
}

/** What the inbox holds unread, by mail. As there: no name of a resident, who opens it sees them with their own rights. */
export function writeToAgentByMail({ messages, total, at, town, address }: Round): Writing {
  const count = total === 1 ? '1 message' : `${total} messages`;
  const left = total - messages.length;
  return {
    subject: total === 1 ? messages[0]!.title : `${count} dans Passerelle, ${frenchDay(at)}`,
    greeting: 'Bonjour,',
    paragraphs: [
      total === 1 ? 'Un message vous attend dans Passerelle.' : `${count} vous attendent dans Passerelle.`,
    ],
    details: messages.map(({ title, sentence }) => ({ label: title, value: sentence })),
    action: { label: 'Ouvrir mes messages', url: `${address}/messages` },
    after: [
      ...(left > 0 ? [`Et ${left === 1 ? '1 autre' : `${left} autres`}, à lire dans Passerelle.`] : []),
      `Vous choisissez ces mails dans « Mes préférences » : ${address}/preferences`,
    ],
    signature: [town.name],
  };
}
