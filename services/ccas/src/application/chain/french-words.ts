import { frenchDateTime, frenchDay, frenchTime, isLocalDate } from '@passerelle/calendar';
import { fields, isTopic, professions, topics } from '@passerelle/contracts';

/** What the words of contracts read as. */
export const outcomes: Readonly<Record<string, string>> = {
  met: 'Besoin clos : la personne a été reçue',
  returned: 'Besoin clos par le CCAS, sans suite du service',
  withdrawn: 'Besoin clos : la personne y renonce',
  expired: 'Besoin clos sans réponse',
  duplicate: 'Besoin clos : c’était un doublon',
};
export const requestOutcomes: Readonly<Record<string, string>> = {
  attended: 'Demande terminée : la personne a été reçue',
  withdrawn: 'Demande retirée',
  duplicate: 'Demande close : c’était un doublon',
  reoriented: 'Demande close : le CCAS a repris ou réorienté le besoin',
};
export const waitReasons: Readonly<Record<string, string>> = {
  'no-slot': 'Aucun créneau libre pour le moment',
  'appointment-cancelled': 'De nouveau en attente d’un créneau',
  'session-cancelled': 'Permanence annulée : de nouveau en attente',
  absent: 'Absence : de nouveau en attente',
};
export const returnReasons: Readonly<Record<string, string>> = {
  'absent-twice': 'absence deux fois de suite',
  'promise-expired': 'trente jours sans rendez-vous',
  'agent-decision': 'décision du service',
  'resident-cancelled': 'la personne a annulé',
};
export const cancellers: Readonly<Record<string, string>> = {
  resident: 'par la personne',
  agent: 'par un agent',
  session: 'la permanence n’a pas lieu',
  ccas: 'à la demande du CCAS',
};
export const permanenceEnds: Readonly<Record<string, string>> = {
  'no-partner-left': 'aucun partenaire ne peut l’assurer',
  'nobody-waits': 'plus personne n’attend',
  'go-ahead-refused': 'l’accord a été refusé',
  cancelled: 'annulée',
};
export const toldBy: Readonly<Record<string, string>> = {
  mail: 'été prévenu par mail',
  'in-app': 'été prévenu dans Passerelle',
  'phone-list': 'été prévenu par téléphone',
  'in-person-list': 'été prévenu de vive voix',
};

export function whoIsTold(recipient: unknown): string {
  if (recipient === 'resident') return 'Le résident a';
  return recipient === 'partner' ? 'Le partenaire a' : 'Un agent a';
}

export function returnDetail(because: unknown): { detail?: string } {
  const detail = returnReasons[String(because)];
  return detail === undefined ? {} : { detail };
}

export function waitingWith(topic: unknown, count: number): string {
  if (count <= 1) return `première demande en attente pour « ${topicLabel(topic)} »`;
  return `rejoint ${people(count - 1, 'autre')} en attente pour « ${topicLabel(topic)} »`;
}

export function people(count: number, which = ''): string {
  const one = count === 1;
  const adjective = which && ` ${which}${one ? '' : 's'}`;
  return `${count}${adjective} personne${one ? '' : 's'}`;
}

export function placeAndProfession(placeName: unknown, profession: unknown): string {
  const who = professions[String(profession) as keyof typeof professions]?.label;
  return [placeName, who].filter(Boolean).join(', ');
}

export function topicLabel(topic: unknown): string {
  const word = String(topic);
  return isTopic(word) ? topics[word].label.toLowerCase() : word;
}

export function fieldLabel(field: string): string {
  return fields[field as keyof typeof fields]?.label ?? field;
}

export function moment(value: unknown): string {
  return typeof value === 'string' ? frenchDateTime(new Date(value)) : 'date inconnue';
}

export function until(value: unknown): string {
  return typeof value === 'string' ? ` à ${frenchTime(new Date(value))}` : '';
}

export function day(value: unknown): string {
  if (typeof value !== 'string') return 'date inconnue';
  return isLocalDate(value) ? frenchDay(value) : frenchDay(new Date(value));
}
