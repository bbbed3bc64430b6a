import type { Fact } from '../fact';
import { place, when, whenInSentence } from './appointment-details';
import type { Words } from './writing';

/** What an agent reads in Passerelle. No name: the page that shows it asks `people`, with the agent's own rights. */
export interface AgentMessage {
  readonly title: string;
  readonly sentence: string;
}
type Write = (fact: Fact, topic: string, words: Words) => AgentMessage;

const asked =
  (title: string, sentence: string): Write =>
  (_fact, topic) => ({ title, sentence: `${topic} : ${sentence}` });

const messages: Record<string, Write> = {
  'worker-appointment-booked': (fact, topic, words) => ({
    title: 'Rendez-vous fixé',
    sentence: `${topic} : ${when(fact)}, ${place(fact)} (${words.profession(fact.profession ?? '').toLowerCase()}).`,
  }),
  'worker-appointment-moved': (fact, topic) => ({
    title: 'Rendez-vous déplacé',
    sentence: `${topic} : c’est maintenant ${when(fact)}, ${place(fact)}.`,
  }),
  'worker-appointment-cancelled': (fact, topic) => ({
    title: 'Rendez-vous annulé',
    sentence:
      fact.by === 'session'
        ? `${topic} : la permanence du ${whenInSentence(fact)} n’aura pas lieu. La personne attend une autre date.`
        : `${topic} : le rendez-vous du ${whenInSentence(fact)} est annulé.`,
  }),
  'officers-appointment-cancelled': (fact, topic) => ({
    title: 'Rendez-vous annulé',
    sentence: `${topic} : le rendez-vous du ${whenInSentence(fact)} est annulé ${fact.by === 'resident' ? 'par la personne' : 'par le CCAS'}. Le créneau est libre.`,
  }),
  'worker-request-waiting': (fact, topic) =>
    fact.because === 'absent'
      ? {
          title: 'Absence au rendez-vous',
          sentence: `${topic} : la personne n’est pas venue. Elle attend une autre date.`,
        }
      : {
          title: 'En attente d’un rendez-vous',
          sentence: `${topic} : aucun créneau libre pour le moment. ${queue(fact)}`,
        },
  'worker-request-returned': (fact, topic) => ({
    title: 'Besoin à reprendre',
    sentence: `${topic} : ${whyReturned[fact.because ?? ''] ?? 'la demande revient au CCAS.'} À vous de décider de la suite.`,
  }),
  'worker-need-reminder': asked(
    'Toujours sans réponse après 10 jours',
    'ce besoin n’a ni rendez-vous ni suite. Relancez le service, ou réorientez la personne.',
  ),
  'officers-need-reminder': asked(
    'Toujours sans réponse après 10 jours',
    'une personne orientée vers vous n’a ni rendez-vous ni suite.',
  ),
  'worker-need-expired': asked(
    'Promesse non tenue après 30 jours',
    'ce besoin revient au CCAS. Reprenez contact avec la personne.',
  ),
  'officers-need-expired': asked(
    'Promesse non tenue après 30 jours',
    'une personne orientée vers vous n’a rien reçu. Le CCAS la reprend.',
  ),
  'worker-needs-handed-over': ({ needCount = 1, topic: word }, topic) =>
    needCount === 1
      ? {
          title: 'Un besoin vous est confié',
          sentence: `${word === undefined ? 'Sans sujet pour le moment' : topic} : vous suivez maintenant ce besoin.`,
        }
      : {
          title: `${needCount} besoins vous sont confiés`,
          sentence: 'Vous les suivez maintenant : ils sont dans « Tous les besoins », suivis par vous.',
        },
  'permanence-held': (fact, topic) => ({
    title: 'Votre accord est attendu',
    sentence: `${topic} : ${people(fact)}. Faut-il demander une permanence à un partenaire ?`,
  }),
  'permanence-accepted': (fact, topic) => ({
    title: 'Permanence acceptée',
    sentence: `${topic} : ${when(fact)}, ${fact.slots ?? 0} ${(fact.slots ?? 0) > 1 ? 'créneaux' : 'créneau'}. Les personnes qui attendent sont placées.`,
  }),
  'permanence-declined': asked(
    'Permanence refusée',
    'le partenaire a refusé. Le partenaire suivant est sollicité, s’il y en a un.',
  ),
  'permanence-unanswered': asked(
    'Partenaire silencieux',
    'le partenaire n’a pas répondu à temps. Le partenaire suivant est sollicité, s’il y en a un.',
  ),
  'permanence-closed': (fact, topic) => ({
    title: 'Demande de permanence close',
    sentence: `${topic} : ${whyClosed[fact.because ?? ''] ?? 'la demande est close.'}`,
  }),
};

const whyReturned: Record<string, string> = {
  'absent-twice': 'la personne n’est pas venue deux fois de suite.',
  'agent-decision': 'l’accès au droit vous rend cette demande.',
  'resident-cancelled': 'la personne a annulé son rendez-vous.',
};

const whyClosed: Record<string, string> = {
  'no-partner-left': 'aucun partenaire ne peut tenir cette permanence. Des personnes attendent encore.',
  'nobody-waits': 'plus personne n’attend.',
  'go-ahead-refused': 'le CCAS n’a pas donné son accord. Des personnes attendent encore.',
  cancelled: 'la demande est annulée.',
};

export function writeToAgent(notice: string, fact: Fact, words: Words): AgentMessage | undefined {
  return messages[notice]?.(fact, words.topic(fact.topic ?? ''), words);
}

function people({ waitingCount = 1 }: Fact): string {
  return waitingCount > 1 ? `${waitingCount} personnes attendent` : '1 personne attend';
}

function queue({ waitingCount = 1 }: Fact): string {
  return waitingCount > 1
    ? `${waitingCount} personnes attendent pour ce sujet.`
    : 'C’est la seule personne qui attend pour ce sujet.';
}
