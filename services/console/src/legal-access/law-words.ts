import { topicsOf, type Topic } from '@passerelle/contracts';
import type { LegalRequest, ReturnReason, WaitReason } from '../api/answers/legal-access';
import { moment } from '../ui/dates';

export const lawTopics = topicsOf('legal-access') as [Topic, ...Topic[]];
/** The topics that the legal-access service takes, as its API names them. */
export type LawTopic =
  'family-law' | 'housing-law' | 'labour-law' | 'residence-permit' | 'victim-support' | 'debt';

const waits: Readonly<Record<WaitReason, string>> = {
  'no-slot': 'Aucun créneau libre à temps',
  'appointment-cancelled': 'Son rendez-vous est annulé, elle en veut un autre',
  'session-cancelled': 'Sa séance est annulée',
  absent: 'Absente à son rendez-vous',
};

const returns: Readonly<Record<ReturnReason, string>> = {
  'absent-twice': 'absente deux fois',
  'promise-expired': 'trente jours sans rendez-vous',
  'agent-decision': 'le service l’a rendue',
  'resident-cancelled': 'la personne a annulé',
};

export function whyItWaits(request: LegalRequest): string {
  return waits[request.because as WaitReason] ?? 'Attend une date';
}

/** Where a request is, in one sentence. */
export function whereItIs(request: LegalRequest): string {
  switch (request.status) {
    case 'waiting':
      return whyItWaits(request);
    case 'placed':
      return `Rendez-vous ${moment(request.appointment!.startsAt)}, ${request.appointment!.placeName}`;
    case 'returned':
      return `Rendue au CCAS : ${returns[request.because as ReturnReason] ?? 'sans rendez-vous'}`;
    case 'closed':
      return request.outcome === 'attended' ? 'La personne est venue' : 'Demande close';
  }
}

export const people = (count: number): string => (count > 1 ? `${count} personnes` : `${count} personne`);
export const wait = (count: number): string => (count > 1 ? 'attendent' : 'attend');

/** `Bureau 1, Avocat`: what tells two sessions of one place apart. */
export const roomAndProfession = ({
  room,
  professionLabel,
}: {
  readonly room?: string;
  readonly professionLabel: string;
}): string => (room === undefined ? professionLabel : `${professionLabel}, ${room}`);
