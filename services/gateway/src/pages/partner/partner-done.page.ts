import { frenchDayAndYear, frenchTime } from '@passerelle/calendar';
import { html, type Html } from '../html';
import { messagePage } from '../message.page';
import type { Town } from '../town';
import type { AnsweredQuestion } from './partner-view';

type Accepted = Extract<AnsweredQuestion['answer'], { answer: 'accept' }>;

/** What the answer did and what comes next; also what the link shows from then on. */
export function partnerDonePage({ topicLabel, answer }: AnsweredQuestion, town: Town): string {
  if (answer.answer === 'decline') {
    return messagePage(
      {
        title: 'Votre refus est enregistré',
        tone: 'info',
        said: 'Merci de nous avoir répondu. Votre explication est transmise au service d’accès au droit.',
        next: ['Nous nous adressons à un autre partenaire. Vous n’avez plus rien à faire.'],
      },
      town.foot,
    );
  }
  return messagePage(
    {
      title: 'Merci, la permanence est fixée',
      tone: 'good',
      said: 'Les personnes qui attendent, les urgences d’abord, reçoivent leur heure de rendez-vous.',
      details: dateGiven(topicLabel, answer),
      next: [`Un empêchement ? Prévenez-nous dès que possible. ${town.contact}`],
    },
    town.foot,
  );
}

function dateGiven(topicLabel: string, { startsAt, endsAt, slots, placeName, placeAddress }: Accepted): Html {
  return html`<dl class="facts">
    <dt>Sujet</dt>
    <dd>${topicLabel}</dd>
    <dt>Date</dt>
    <dd>${frenchDayAndYear(startsAt)}, de ${frenchTime(startsAt)} à ${frenchTime(endsAt)}</dd>
    <dt>Rendez-vous</dt>
    <dd>${slots} au plus</dd>
    <dt>Lieu</dt>
    <dd>${placeName}<br />${placeAddress}</dd>
  </dl>`;
}
