import { topics } from '@passerelle/contracts';
import type { Journal } from '@passerelle/messaging';
import { facts, type FindHeld, type HeldFact, type HeldItem } from '@passerelle/platform';
import type { Connection } from 'mongoose';
import type { ReferralText, ReferralTextKind } from '../application/ports';
import { linkOfEntry } from '../application/chain/chain-link';
import { sentenceOf } from '../application/chain/sentences';
import type { KnownReferral, ReferralStatus } from '../domain/referral';
import { unnamed } from './held-needs';
import type { ReferralDocument } from './need.store';
import { textsOfReferrals } from './referral-texts';

/** What was written about the person to partners outside the town, and what these answered. */
export function heldReferrals(connection: Connection, journal: Journal): FindHeld {
  return async (territory, personIds) => {
    const found = (await connection
      .db!.collection<ReferralDocument>('referral')
      .find({ territory, 'state.personId': { $in: [...personIds] } })
      .sort({ 'state.sentAt': 1, _id: 1 })
      .toArray()) as ReferralDocument[];
    const texts = await textsOfReferrals(
      connection,
      found.map(({ _id }) => _id),
    );
    const items = found.map((referral) => itemOf(journal, referral, texts.get(referral._id) ?? []));
    return [
      {
        title: 'Vos orientations vers des partenaires',
        because: 'Avec votre accord, le CCAS vous a présenté à un organisme hors de la ville.',
        items: await Promise.all(items),
      },
    ];
  };
}

async function itemOf(
  journal: Journal,
  { _id: id, ...document }: ReferralDocument,
  texts: readonly ReferralText[],
): Promise<HeldItem> {
  const state = document.state as KnownReferral;
  const entries = await journal.timeline('referral', id);
  return {
    id,
    at: state.sentAt,
    title: `Orientation : ${topics[state.topic].label}`,
    facts: [
      ...facts({
        'Où en est-on': states[state.status],
        Urgence: state.urgency === 'urgent' ? 'urgent' : undefined,
      }),
      ...texts.map(({ at, kind, text }): HeldFact => ({ at, label: written[kind], value: text })),
      ...entries.map((entry): HeldFact => {
        const { sentence, detail } = sentenceOf(linkOfEntry(entry), unnamed);
        return { at: entry.at, value: detail === undefined ? sentence : `${sentence} (${detail})` };
      }),
    ],
  };
}

const states: Readonly<Record<ReferralStatus, string>> = {
  sent: 'le partenaire n’a pas encore répondu',
  questioned: 'le partenaire a posé une question au CCAS',
  accepted: 'acceptée par le partenaire',
  declined: 'refusée par le partenaire',
  expired: 'sans réponse dans le délai',
  withdrawn: 'retirée',
  closed: 'terminée',
};

const written: Readonly<Record<ReferralTextKind, string>> = {
  'to-partner': 'Message au partenaire',
  contact: 'Comment vous joindre',
  question: 'Question du partenaire',
  answer: 'Réponse du CCAS',
  'decline-reason': 'Raison du refus',
  outcome: 'Ce que l’orientation est devenue',
};
