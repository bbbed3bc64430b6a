import type { Fact } from '../fact';
import { writeToAgent } from './to-agent';

/** What a sending is about, on a list: never what it said. A row of the table without a title here is shown as a message. */
const titles: Readonly<Record<string, string>> = {
  'appointment-booked': 'Rendez-vous fixé',
  'appointment-moved': 'Rendez-vous déplacé',
  'appointment-cancelled': 'Rendez-vous annulé',
  'appointment-reminder': 'Rappel du rendez-vous',
  'request-waits-again': 'De nouveau en attente',
  'permanence-requested': 'Demande de permanence',
  'permanence-reminded': 'Rappel d’une demande de permanence',
};

const noWords = { topic: () => '', profession: () => '' };

export function noticeTitle(notice: string, fact: Fact): string {
  return titles[notice] ?? writeToAgent(notice, fact, noWords)?.title ?? 'Message';
}
