import type { Need, NeedStatus } from '../api/answers/needs';
import { moment, weekday } from '../ui/dates';
import { guillemets } from '../ui/guillemets';
import type { Tone } from '../ui/tag';

/** How the states of a need read. */
export const statuses: Readonly<Record<NeedStatus, { readonly label: string; readonly tone: Tone }>> = {
  'to-classify': { label: 'À classer', tone: 'warn' },
  'awaiting-service': { label: 'En attente d’un service', tone: 'neutral' },
  oriented: { label: 'Orienté', tone: 'info' },
  placed: { label: 'Rendez-vous fixé', tone: 'good' },
  returned: { label: 'Revenu au CCAS', tone: 'bad' },
  expired: { label: 'Sans réponse', tone: 'bad' },
  closed: { label: 'Clos', tone: 'neutral' },
};
export const statusWords = Object.keys(statuses) as [NeedStatus, ...NeedStatus[]];

const returns: Readonly<Record<string, string>> = {
  'absent-twice': 'la personne a été absente deux fois',
  'promise-expired': 'trente jours sans rendez-vous',
  'agent-decision': 'le service l’a rendu',
  'resident-cancelled': 'la personne a annulé',
};

export const outcomes: Readonly<Record<string, string>> = {
  met: 'La personne a eu ce dont elle avait besoin',
  returned: 'Le service n’a pas pu répondre',
  expired: 'Aucune réponse n’est venue',
  duplicate: 'C’était un doublon',
  withdrawn: 'La personne y renonce',
};

/** Where a need is, in one sentence. */
export function whereItIs(need: Need): string {
  switch (need.status) {
    case 'to-classify':
      return 'Aucun sujet reconnu dans ses mots';
    case 'awaiting-service':
      return 'Aucun service ne suit encore ce domaine';
    case 'oriented':
      return need.acknowledged
        ? 'Le service l’a reçu et cherche une réponse'
        : 'Orienté, le service n’a pas encore répondu';
    case 'placed':
      return `Rendez-vous ${moment(need.appointment!.startsAt)}`;
    case 'returned':
      return `Revenu au CCAS : ${returns[need.because ?? ''] ?? 'sans rendez-vous'}`;
    case 'expired':
      return 'Trente jours sans rendez-vous ni réponse';
    case 'closed':
      return outcomes[need.outcome ?? ''] ?? 'Clos';
  }
}

/** What somebody has to do, or what is awaited. */
export function nextStep(need: Need): string {
  switch (need.status) {
    case 'to-classify':
      return 'Choisir un sujet';
    case 'awaiting-service':
      return 'Répondre soi-même ou réorienter';
    case 'oriented':
      return `Réponse attendue avant ${theDay(need.promise!.expireAt)}`;
    case 'placed':
      return 'Présence à noter après le rendez-vous';
    case 'returned':
    case 'expired':
      return 'Réorienter ou clore';
    case 'closed':
      return need.canReopen ? 'Rien : le besoin est clos, il peut être rouvert' : 'Rien : le besoin est clos';
  }
}

const theDay = (instant: string) => `le ${weekday(instant)}`;

export function quoted(words: string | undefined): string {
  return words === undefined || words === '' ? 'Sans paroles notées' : guillemets(words);
}
