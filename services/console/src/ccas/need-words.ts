import type { Need, NeedStatus } from '../api/answers/needs';
import { moment, weekday } from '../ui/dates';
import { guillemets } from '../ui/guillemets';
import type { Tone } from '../ui/tag';

/** How the states of a need read. */
export const statuses: Readonly<Record<NeedStatus, { readonly label: string; readonly tone: Tone }>> = {
  'to-classify': { label: 'À classer', tone: 'warn' },
  'awaiting-service': { label: 'En attente d’un service', tone: 'neutral' },
  oriented: { label: 'Orienté', tone: 'info' },
  referred: { label: 'Chez un partenaire', tone: 'info' },
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
  'partner-declined': 'le partenaire a refusé',
  'partner-silent': 'le partenaire n’a pas répondu en trente jours',
  'question-unanswered': 'la question du partenaire est restée sans réponse',
  'partner-could-not': 'le partenaire n’a finalement pas pu',
  'not-followed': 'elle n’a pas donné suite chez le partenaire',
  'consent-withdrawn': 'la personne a retiré son accord',
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
    case 'referred':
      return 'Un partenaire hors de la ville est sollicité';
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
    case 'referred':
      return 'Réponse du partenaire attendue';
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
