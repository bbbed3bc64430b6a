// A small trade to poison: parcels are weighed by one service and noted by another.
import { defineEvent, id, type EventContract, type EventEnvelope } from '@passerelle/contracts';
import { refuse, type Decider } from '@passerelle/domain-kit';
import { aggregateStore, publication, reaction, type Reaction } from '@passerelle/messaging';
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

/** What the listener noted of one event, in the reaction's transaction. */
export interface Effect {
  readonly eventId: string;
  readonly reaction: string;
  readonly key: string;
  readonly sequence: number;
  readonly decidedAt: Date;
  readonly data: unknown;
}

export function listenerReactions(connection: Connection): Reaction[] {
  const note = (name: string) => async (event: EventEnvelope, tx: { session: unknown }) => {
    const { id: eventId, key, sequence, time: decidedAt, data } = event;
    const effect: Effect = { eventId, reaction: name, key, sequence, decidedAt, data };
    await connection.db!.collection<Effect>('effects').insertOne(effect, { session: tx.session as never });
  };
  const noteWeight = note('listener.note-weight');
  return [
    reaction({
      name: 'listener.note-weight',
      on: Weighed,
      from: 'beginning',
      run: async (event, tx) => {
        if (event.data.grams === unbearable) throw new Error('the floor gives way');
        if (event.data.grams === unwanted) return refuse('TooLucky', 'Ce poids porte malheur.');
        return noteWeight(event, tx);
      },
    }),
    reaction({
      name: 'listener.note-name',
      on: Named,
      from: 'beginning',
      run: note('listener.note-name'),
    }),
  ];
}
