import { messagePage, type Message } from '../message.page';
import type { Town } from '../town';
import type { OverView } from './referral-view';

const ends: Readonly<Record<OverView['how'], Pick<Message, 'title' | 'tone' | 'said'>>> = {
  declined: {
    title: 'Votre refus est enregistré',
    tone: 'info',
    said: 'Merci de nous avoir répondu. Le CCAS cherche une autre réponse pour cette personne.',
  },
  closed: {
    title: 'Merci, le CCAS est informé',
    tone: 'good',
    said: 'Ce que la personne est devenue est noté.',
  },
  expired: {
    title: 'Le délai de réponse est passé',
    tone: 'warn',
    said: 'Le CCAS a repris cette demande. Si vous pouvez encore aider la personne, appelez-le.',
  },
  withdrawn: {
    title: 'Cette demande est retirée',
    tone: 'info',
    said: 'Le CCAS n’attend plus de réponse à cette demande.',
  },
};

/** Nothing of the person is shown any more. */
export function referralOverPage({ how }: OverView, town: Town): string {
  return messagePage({ ...ends[how], next: ['Vous n’avez plus rien à faire.', town.contact] }, town.foot);
}
