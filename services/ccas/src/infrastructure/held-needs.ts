import { topics } from '@passerelle/contracts';
import type { Journal } from '@passerelle/messaging';
import { facts, type FindHeld, type HeldFact, type HeldItem } from '@passerelle/platform';
import type { Connection } from 'mongoose';
import { linkOfEntry } from '../application/chain/chain-link';
import { sentenceOf } from '../application/chain/sentences';
import type { KnownNeed, NeedStatus } from '../domain/need';
import { notesOfNeed, type ReadNote } from './need-notes';
import type { NeedDocument } from './need.store';

/** Needs, the person's own words, what was noted beside them, and what became of each: for the person who asks for a copy. */
export function heldNeeds(connection: Connection, journal: Journal): FindHeld {
  return async (territory, personIds) => {
    const found = await connection
      .db!.collection<NeedDocument>('need')
      .find({ territory, 'state.personId': { $in: [...personIds] } })
      .sort({ 'state.contactedOn': 1, _id: 1 })
      .toArray();
    const items = await Promise.all(found.map((need) => itemOf(connection, journal, need as NeedDocument)));
    return [{ title: 'Vos besoins notés par le CCAS', items }];
  };
}

async function itemOf(connection: Connection, journal: Journal, document: NeedDocument): Promise<HeldItem> {
  const { _id: id } = document;
  const state = document.state as KnownNeed;
  const [notes, entries] = await Promise.all([notesOfNeed(connection, id), journal.timeline('need', id)]);
  const words = notes.find(({ kind }) => kind === 'words')?.text;
  return {
    id,
    at: state.notedAt,
    title: words === undefined ? 'Besoin noté sans vos paroles' : `« ${words} »`,
    facts: [
      ...facts({
        Sujet: 'topic' in state && state.topic ? topics[state.topic].label : undefined,
        'Où en est-on': states[state.status],
        Urgence: state.urgency === 'urgent' ? 'urgent' : undefined,
        Quartier: state.district,
        'Tranche d’âge': state.ageBand,
      }),
      ...notes.filter(({ kind }) => kind !== 'words').map(noteFact),
      ...entries.map((entry): HeldFact => {
        const { sentence, detail } = sentenceOf(linkOfEntry(entry));
        return { at: entry.at, value: detail === undefined ? sentence : `${sentence} (${detail})` };
      }),
    ],
  };
}

const noteFact = ({ at, text }: ReadNote): HeldFact => ({ at, label: 'Note d’un agent', value: text });

const states: Readonly<Record<NeedStatus, string>> = {
  'to-classify': 'à classer',
  'awaiting-service': 'en attente d’un service',
  oriented: 'orienté vers un service',
  placed: 'rendez-vous fixé',
  returned: 'revenu au CCAS',
  expired: 'sans réponse dans le délai',
  closed: 'clos',
};
