import { frenchDateTime } from '@passerelle/calendar';
import type { Fact } from '../fact';
import { writeOfReferral } from './of-referral';
import type { PartnerLetter } from './partner-letter';
import type { Writing } from './writing';

const opening: Record<string, { subject: string; first: (letter: PartnerLetter) => string }> = {
  'permanence-requested': {
    subject: 'Demande de permanence',
    first: (letter) => `À ${letter.town.name}, ${waiting(letter)}. Pouvez-vous tenir une permanence ?`,
  },
  'permanence-reminded': {
    subject: 'Rappel de notre demande de permanence',
    first: (letter) =>
      `Nous vous avons demandé une permanence et n’avons pas encore reçu votre réponse. À ${letter.town.name}, ${waiting(letter)}.`,
  },
};

export function writeToPartner(saidAs: string, letter: PartnerLetter): Writing | undefined {
  const referral = writeOfReferral(saidAs, letter);
  if (referral) return referral;
  const words = opening[saidAs];
  if (!words) return undefined;
  const { fact, town, answerUrl } = letter;
  return {
    subject: `${words.subject} : ${topicOf(letter)}`,
    greeting: 'Bonjour,',
    paragraphs: [
      words.first(letter),
      'Vous pouvez proposer une date, une heure, un lieu et une durée, ou refuser en disant pourquoi. Aucun compte n’est nécessaire.',
    ],
    details: [
      { label: 'Sujet', value: topicOf(letter) },
      { label: 'Réponse attendue avant le', value: deadline(fact) },
    ],
    ...(answerUrl === undefined ? {} : { action: { label: 'Voir la demande et répondre', url: answerUrl } }),
    after: [
      'Ouvrir ce lien ne vous engage à rien : rien n’est envoyé tant que vous n’avez pas validé votre réponse.',
      'Sans réponse de votre part à cette date, nous nous adresserons à un autre partenaire.',
      ...(town.phone === undefined ? [] : [`Une question ? Appelez le ${town.phone}.`]),
    ],
    signature: ['L’accès au droit', town.name],
  };
}

function waiting(letter: PartnerLetter): string {
  const count = letter.fact.waitingCount ?? 1;
  return `${count} ${count > 1 ? 'personnes attendent' : 'personne attend'} un rendez-vous (${topicOf(letter).toLowerCase()})`;
}

function topicOf({ fact, words }: PartnerLetter): string {
  return words.topic(fact.topic ?? '');
}

function deadline({ answerBy }: Fact): string {
  if (answerBy === undefined) throw new Error('a permanence request needs the date of its answer');
  return frenchDateTime(new Date(answerBy));
}
