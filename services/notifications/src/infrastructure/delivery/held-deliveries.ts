import { topics } from '@passerelle/contracts';
import { facts, type FindHeld, type HeldItem } from '@passerelle/platform';
import type { Connection } from 'mongoose';
import type { DeliveryStatus } from '../../domain/delivery';
import { noticeTitle } from '../../domain/writing/notice-title';
import { deliveryDocuments, type DeliveryDocument } from './delivery.store';

/** What the person was told, by which way and when. The texts are made when they leave, and not kept. */
export function heldDeliveries(connection: Connection): FindHeld {
  return async (territory, personIds) => {
    const found = await deliveryDocuments(connection)
      .find({ territory, 'state.recipient.personId': { $in: [...personIds] } })
      .sort({ 'state.plannedAt': 1, _id: 1 })
      .toArray();
    return [
      {
        title: 'Messages qui vous ont été adressés',
        because: 'Le texte d’un message n’est pas gardé : seulement qu’il a été envoyé ou dit, et quand.',
        items: found.map((document) => itemOf(document as DeliveryDocument)),
      },
    ];
  };
}

function itemOf({ _id: id, state }: DeliveryDocument): HeldItem {
  const { notice, fact, plannedAt, status } = state;
  const way = 'how' in state ? ways[state.how] : status === 'sent' ? 'par mail' : undefined;
  return {
    id,
    at: plannedAt,
    title: noticeTitle(notice, fact),
    facts: facts({
      Sujet: topics[fact.topic as keyof typeof topics]?.label,
      'Où en est-on': states[status],
      Moyen: way,
    }),
  };
}

const states: Readonly<Record<DeliveryStatus, string>> = {
  pending: 'à envoyer',
  sending: 'en cours d’envoi',
  sent: 'envoyé',
  'awaiting-agent': 'à vous dire par un agent',
  told: 'vous a été dit',
  'in-app': 'lu par un agent',
  dropped: 'sans objet : il n’est pas parti',
};

const ways: Readonly<Record<string, string>> = {
  phone: 'par téléphone',
  'in-person': 'de vive voix',
  letter: 'par courrier',
  'could-not': 'vous n’avez pas pu être joint',
};
