import type { Fact } from '../fact';
import { appointmentDetails, when, whenInSentence } from './appointment-details';
import { howToReachUs, type Town, type Words, type Writing } from './writing';

/** Everything a mail to a resident is made of. */
export interface ResidentLetter {
  readonly name: string;
  readonly fact: Fact;
  readonly town: Town;
  readonly words: Words;
  /** A neutral subject line, and a text that names no topic. */
  readonly neutral: boolean;
  readonly answerUrl?: string;
}
type Part = Pick<Writing, 'subject' | 'paragraphs'> & Partial<Pick<Writing, 'details' | 'action' | 'after'>>;

export const NEUTRAL_SUBJECT = 'Un message pour vous';

const parts: Record<string, (letter: ResidentLetter) => Part> = {
  'appointment-booked': (letter) => ({
    subject: `Votre rendez-vous du ${when(letter.fact)}`,
    paragraphs: ['Un rendez-vous est fixé pour vous.'],
    ...appointment(letter),
  }),
  'appointment-moved': (letter) => ({
    subject: `Votre rendez-vous est déplacé au ${when(letter.fact)}`,
    paragraphs: [
      'Votre rendez-vous a changé. Voici où et quand il aura lieu maintenant. L’ancienne date ne compte plus.',
    ],
    ...appointment(letter),
  }),
  'appointment-reminder': (letter) => ({
    subject: `Rappel : votre rendez-vous du ${when(letter.fact)}`,
    paragraphs: ['Votre rendez-vous approche. Nous vous attendons.'],
    ...appointment(letter),
  }),
  'appointment-cancelled': ({ fact, town }) => ({
    subject: `Votre rendez-vous du ${when(fact)} est annulé`,
    paragraphs: [whyCancelled(fact), whatFollows(fact, town)],
  }),
  'request-waits-again': ({ fact, town }) => ({
    subject: 'Vous êtes toujours sur la liste d’attente',
    paragraphs: [
      fact.because === 'absent'
        ? 'Vous n’avez pas pu venir à votre rendez-vous. Cela arrive.'
        : 'Votre rendez-vous n’a pas eu lieu.',
      keepsItsPlace,
    ],
    after: [`Vous n’avez plus besoin de ce rendez-vous ? ${howToReachUs(town)}`],
  }),
};

const keepsItsPlace =
  'Vous restez sur la liste d’attente. Nous vous préviendrons dès qu’une nouvelle date est fixée. Vous n’avez rien à faire.';
const stillNeeded = 'Vous avez encore besoin d’un rendez-vous ?';

function whatFollows({ bookedAgain, waitsAgain }: Fact, town: Town): string {
  if (bookedAgain) return 'Une autre date est fixée. Vous la recevez dans un autre message.';
  return waitsAgain ? keepsItsPlace : `${stillNeeded} ${howToReachUs(town)}`;
}

function whyCancelled(fact: Fact): string {
  switch (fact.by) {
    case 'resident':
      return `Comme vous l’avez demandé, votre rendez-vous du ${whenInSentence(fact)} est annulé.`;
    case 'session':
      return `Votre rendez-vous du ${whenInSentence(fact)} ne pourra pas avoir lieu. Nous vous prions de nous en excuser.`;
    default:
      return `Votre rendez-vous du ${whenInSentence(fact)} est annulé.`;
  }
}

function appointment({
  fact,
  words,
  neutral,
  answerUrl,
  town,
}: ResidentLetter): Omit<Part, 'subject' | 'paragraphs'> {
  const bring = neutral
    ? 'Apportez les papiers utiles.'
    : 'Apportez une pièce d’identité et tous les papiers qui concernent votre demande.';
  const cannotCome =
    answerUrl === undefined
      ? howToReachUs(town)
      : `Dites-le par le lien ci-dessus. Sinon : ${lower(howToReachUs(town))}`;
  return {
    details: appointmentDetails(fact, words, neutral),
    ...(answerUrl === undefined ? {} : { action: { label: 'Dire si je viens, ou annuler', url: answerUrl } }),
    after: [bring, `Vous ne pouvez pas venir ? ${cannotCome} Votre place servira à quelqu’un d’autre.`],
  };
}

/** Undefined when the table has a notice that nobody wrote words for: a test says which. */
export function writeToResident(saidAs: string, letter: ResidentLetter): Writing | undefined {
  const part = parts[saidAs]?.(letter);
  if (!part) return undefined;
  return {
    details: [],
    after: [],
    ...part,
    subject: letter.neutral ? NEUTRAL_SUBJECT : part.subject,
    greeting: `Bonjour ${letter.name},`,
    signature: [letter.neutral ? 'La mairie' : 'Le CCAS et l’accès au droit', letter.town.name],
  };
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
