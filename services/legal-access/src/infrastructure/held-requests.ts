import { frenchDateTime } from '@passerelle/calendar';
import { professions, type Profession } from '@passerelle/contracts';
import type { AggregateDocument, Journal, JournalEntry } from '@passerelle/messaging';
import { facts, type FindHeld, type HeldItem } from '@passerelle/platform';
import type { Connection } from 'mongoose';
import type { KnownRequest, RequestEvent } from '../domain/request';
import { labelOf } from './request.reads';

type RequestDocument = AggregateDocument<KnownRequest>;

/** Requests and appointments, and what happened to each: that they took place, never what was said there. */
export function heldRequests(connection: Connection, journal: Journal): FindHeld {
  return async (territory, personIds) => {
    const found = await connection
      .db!.collection<RequestDocument>('request')
      .find({ territory, 'state.personId': { $in: [...personIds] } })
      .sort({ 'state.since': 1, _id: 1 })
      .toArray();
    const items = await Promise.all(
      found.map(async ({ _id: id, state }) => itemOf(id, state, await journal.timeline('request', id))),
    );
    return [{ title: 'Vos demandes et rendez-vous à l’accès au droit', items }];
  };
}

function itemOf(id: string, state: KnownRequest, entries: readonly JournalEntry[]): HeldItem {
  const appointment = state.status === 'placed' ? state.appointment : undefined;
  return {
    id,
    at: state.since,
    title: labelOf(state.topic),
    facts: [
      ...facts({
        'Où en est-on': states[state.status],
        Urgence: state.urgency === 'urgent' ? 'urgent' : undefined,
        'Jour de votre venue': state.contactedOn,
        'Rendez-vous': appointment && frenchDateTime(appointment.startsAt),
        Lieu: appointment && `${appointment.placeName}, ${appointment.placeAddress}`,
        Avec: appointment && professionOf(appointment.profession),
      }),
      ...entries.map((entry) => ({ at: entry.at, value: sentenceOf(entry) })),
    ],
  };
}

const states: Readonly<Record<KnownRequest['status'], string>> = {
  waiting: 'en attente d’un rendez-vous',
  placed: 'rendez-vous fixé',
  returned: 'rendu au CCAS',
  closed: 'terminé',
};

const sentences: Readonly<Partial<Record<RequestEvent['type'], string>>> = {
  RequestFiled: 'Demande reçue',
  RequestQueued: 'En attente d’un rendez-vous',
  RequestReoriented: 'Sujet changé',
  AppointmentBooked: 'Rendez-vous fixé',
  AppointmentMoved: 'Rendez-vous déplacé',
  AppointmentConfirmed: 'Venue confirmée',
  AppointmentCancelled: 'Rendez-vous annulé',
  AppointmentReminded: 'Rappel de la veille',
  RequestReturned: 'Demande rendue au CCAS',
  RequestClosed: 'Demande terminée',
};

function sentenceOf({ type, data }: JournalEntry): string {
  const { startsAt, attendance } = data as { readonly startsAt?: Date; readonly attendance?: string };
  if (attendance !== undefined) return attendance === 'attended' ? 'Vous êtes venu' : 'Vous n’êtes pas venu';
  const sentence = sentences[type as RequestEvent['type']] ?? 'Étape suivante';
  return startsAt instanceof Date ? `${sentence} : ${frenchDateTime(startsAt)}` : sentence;
}

const professionOf = (profession: Profession) => professions[profession]?.label ?? profession;
