import type { Delivery, DeliveryStatus } from '../../api/answers/messages';
import { shortMoment } from '../../ui/dates';
import type { Tone } from '../../ui/tag';

/** What leaves the house; messages in an inbox are read there. */
export const deliveryStates = [
  'pending',
  'sending',
  'awaiting-agent',
  'sent',
  'told',
  'dropped',
] as const satisfies readonly DeliveryStatus[];

export const states: Readonly<Record<DeliveryStatus, readonly [label: string, tone: Tone]>> = {
  pending: ['À envoyer', 'info'],
  sending: ['En cours d’envoi', 'info'],
  'awaiting-agent': ['À dire par un agent', 'warn'],
  sent: ['Envoyé', 'good'],
  told: ['Dit par un agent', 'good'],
  'in-app': ['Dans Passerelle', 'neutral'],
  dropped: ['Sans objet', 'neutral'],
};

const reasons: Readonly<Record<string, string>> = {
  'no-mail': 'pas d’adresse mail',
  'do-not-write': 'a demandé qu’on ne lui écrive pas',
  'mail-refused': 'le serveur de mail a refusé l’adresse',
  overtaken: 'une nouvelle plus récente l’a remplacé',
  'never-told': 'ce qu’il corrigeait n’était pas parti',
  'told-together': 'dit avec un autre message',
  'too-late': 'il arrivait trop tard',
  'nobody-there': 'destinataire inconnu',
};

const ways: Readonly<Record<string, string>> = {
  'phone-list': 'par téléphone',
  'in-person-list': 'de vive voix',
  phone: 'par téléphone',
  'in-person': 'de vive voix',
  letter: 'par courrier',
  'could-not': 'n’a pas pu être joint',
};

/** How, why, and when the next try is: one line under the state. */
export function detailOf({ status, channel, because, how, tries, sendAfter }: Delivery): string {
  const next = status === 'pending' && sendAfter ? `prochain essai ${shortMoment(sendAfter)}` : undefined;
  const way = how ?? (status === 'sent' ? undefined : channel);
  return [
    status === 'sent' ? 'par mail' : way && ways[way],
    because && reasons[because],
    tries && tries > 0 ? `${tries} ${tries > 1 ? 'essais manqués' : 'essai manqué'}` : undefined,
    next,
  ]
    .filter(Boolean)
    .join(', ');
}

const recipients: Readonly<Record<Delivery['recipient']['kind'], string>> = {
  resident: 'Habitant',
  partner: 'Partenaire',
  agents: 'Agents',
  worker: 'Agent',
};
export const recipientWord = ({ recipient }: Delivery): string => recipients[recipient.kind];

/** What waits after a failed try, or for an agent: a mail can be tried again. */
export const isRetriable = ({ status, tries = 0 }: Delivery): boolean =>
  status === 'awaiting-agent' || (status === 'pending' && tries > 0);
