// A small trade to poison: parcels are weighed by one service and noted by another.
import { defineEvent, id, type EventContract, type EventEnvelope } from '@passerelle/contracts';
import { refuse, type Decider } from '@passerelle/domain-kit';
import {
  aggregateStore,
  publication,
  reaction,
  type Reaction,
  type Transaction,
} from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import { z } from 'zod';

export const parcelTopic = 'scale.parcel';
export const nameTopic = 'scale.name';

/** Grams that the listener's reaction cannot bear, and that its rule refuses. */
export const unbearable = 666;
export const unwanted = 777;

export const Weighed = defineEvent({
  type: 'Weighed',
  version: 2,
  topic: parcelTopic,
  key: 'parcelId',
  summary: 'A parcel was weighed.',
  schema: z.object({ parcelId: id(), grams: z.int().min(0), label: z.string().max(200).optional() }),
  upcasts: {
    1: ({ parcelId, kilos }: { parcelId: string; kilos: number }) => ({ parcelId, grams: kilos * 1_000 }),
  },
});

/** Known, on a topic that the listener reads, and listed by no reaction. */
export const Moved = defineEvent({
  type: 'Moved',
  version: 1,
  topic: parcelTopic,
  key: 'parcelId',
  summary: 'A parcel was moved.',
  schema: z.object({ parcelId: id() }),
});

/** Its key is free text, so that no word is one too many for an inbox. */
export const Named = defineEvent({
  type: 'Named',
  version: 1,
  topic: nameTopic,
  key: 'name',
  summary: 'A name was given.',
  schema: z.object({ name: z.string().min(1).max(200) }),
});

export const contracts = [Weighed, Moved, Named] as unknown as EventContract[];

type ParcelEvent = { type: 'Weighed'; grams: number };
const parcel: Decider<{ grams: number }, { grams: number }, ParcelEvent> = {
  initial: { grams: 0 },
  decide: ({ grams }) => [{ type: 'Weighed', grams }],
  evolve: (_state, { grams }) => ({ grams }),
};

export const parcelStore = (connection: Connection) =>
  aggregateStore(connection, {
    name: 'parcel',
    decider: parcel,
    publishes: { Weighed: ({ grams }, { id: parcelId }) => publication(Weighed, { parcelId, grams }) },
  });

/** What the listener keeps of one event, under the event's id; its journal tells it once for each time that it was noted. */
type Noted = { type: 'Noted'; key: string; sequence: number; decidedAt: Date };
const note: Decider<Omit<Noted, 'type'>, object, Noted> = {
  initial: {},
  decide: (noted) => [{ type: 'Noted', ...noted }],
  evolve: (state) => state,
};

export function listenerReactions(connection: Connection): Reaction[] {
  const notes = aggregateStore(connection, { name: 'note', decider: note, publishes: { Noted: 'internal' } });
  const noteDown = ({ id: eventId, key, sequence, time: decidedAt }: EventEnvelope, tx: Transaction) =>
    notes.decide(tx, eventId, { key, sequence, decidedAt }, { likelyNew: true });
  return [
    reaction({
      name: 'listener.note-weight',
      on: Weighed,
      from: 'beginning',
      run: async (event, tx) => {
        if (event.data.grams === unbearable) throw new Error('the floor gives way');
        if (event.data.grams === unwanted) return refuse('TooLucky', 'Ce poids porte malheur.');
        return noteDown(event, tx);
      },
    }),
    reaction({ name: 'listener.note-name', on: Named, from: 'beginning', run: noteDown }),
  ];
}
