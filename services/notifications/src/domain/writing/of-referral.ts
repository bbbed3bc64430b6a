import { frenchDateTime } from '@passerelle/calendar';
import type { PartnerLetter } from './partner-letter';
import type { Writing } from './writing';

interface Words {
  readonly subject: string;
  readonly paragraphs: (town: string) => readonly string[];
  readonly action?: string;
  readonly deadline?: string;
}

/** Mails may be read by others: who is concerned and what the worker wrote are behind the link only. */
const words: Readonly<Record<string, Words>> = {
  'referral-sent': {
    subject: 'Le CCAS vous présente une personne',
    paragraphs: (town) => [
      `Le CCAS de ${town} suit une personne à qui vous pourriez répondre. Elle est d’accord pour que nous vous la présentions.`,
      'Vous pouvez accepter, refuser en disant pourquoi, ou poser une question. Aucun compte n’est nécessaire.',
    ],
    action: 'Voir la demande et répondre',
    deadline: 'Réponse attendue avant le',
  },
  'referral-reminded': {
    subject: 'Rappel : le CCAS vous a présenté une personne',
    paragraphs: (town) => [
      `Le CCAS de ${town} vous a présenté une personne et n’a pas encore reçu votre réponse. Elle attend.`,
      'Vous pouvez accepter, refuser en disant pourquoi, ou poser une question.',
    ],
    action: 'Voir la demande et répondre',
    deadline: 'Réponse attendue avant le',
  },
  'referral-question-answered': {
    subject: 'Le CCAS répond à votre question',
    paragraphs: () => [
      'Vous nous avez posé une question sur une personne que nous vous présentons. Notre réponse est sur la page de la demande.',
    ],
    action: 'Lire la réponse et décider',
    deadline: 'Réponse attendue avant le',
  },
  'referral-accepted': {
    subject: 'Merci de recevoir cette personne',
    paragraphs: () => [
      'Vous avez accepté de recevoir une personne que nous vous présentons. Merci.',
      'Quand ce sera fait, dites-nous en un clic ce qu’elle est devenue : le CCAS saura s’il doit encore l’aider.',
    ],
    action: 'Revoir la demande, dire ce qu’elle est devenue',
    deadline: 'Ce lien fonctionne jusqu’au',
  },
  'referral-withdrawn': {
    subject: 'Une demande du CCAS est retirée',
    paragraphs: (town) => [
      `Le CCAS de ${town} retire la demande qu’il vous avait adressée. Vous n’avez plus rien à faire.`,
    ],
  },
  'referral-closed': {
    subject: 'Une demande du CCAS est terminée',
    paragraphs: (town) => [
      `Le CCAS de ${town} a noté ce que la personne qu’il vous avait présentée est devenue. Vous n’avez plus rien à faire.`,
    ],
  },
};

export function writeOfReferral(saidAs: string, letter: PartnerLetter): Writing | undefined {
  const said = words[saidAs];
  if (!said) return undefined;
  const { fact, town, answerUrl } = letter;
  return {
    subject: said.subject,
    greeting: 'Bonjour,',
    paragraphs: said.paragraphs(town.name),
    details: [
      { label: 'Sujet', value: letter.words.topic(fact.topic ?? '') },
      ...(said.deadline === undefined ? [] : [{ label: said.deadline, value: until(fact.answerBy) }]),
    ],
    ...(said.action !== undefined &&
      answerUrl !== undefined && { action: { label: said.action, url: answerUrl } }),
    after: [
      ...(said.action === undefined
        ? []
        : ['Ouvrir ce lien ne vous engage à rien : rien n’est envoyé tant que vous n’avez pas validé.']),
      ...(town.phone === undefined ? [] : [`Une question ? Appelez le ${town.phone}.`]),
    ],
    signature: ['Le CCAS', town.name],
  };
}

function until(answerBy: string | undefined): string {
  if (answerBy === undefined) throw new Error('a referral needs the date of its answer');
  return frenchDateTime(new Date(answerBy));
}
