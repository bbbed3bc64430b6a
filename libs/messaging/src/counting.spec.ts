import { defineEvent, id as uuid, type EventContract, type EventEnvelope } from '@passerelle/contracts';
import { refuse, type Decider } from '@passerelle/domain-kit';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { reaction } from '.';

// The smallest service that can be told wrong: a counter, and the event that it went up.
export const Counted = defineEvent({
  type: 'Counted',
  version: 1,
  topic: 'tally.counter',
  key: 'counterId',
  summary: 'A counter went up.',
  schema: z.object({ counterId: uuid(), total: z.int() }),
});
export const contracts = [Counted] as unknown as EventContract[];

export type CounterEvent = { type: 'Raised'; by: number };
export const counter: Decider<{ raiseBy: number; times?: number }, { total: number }, CounterEvent> = {
  initial: { total: 0 },
  decide: ({ raiseBy, times = 1 }) =>
    raiseBy < 0
      ? refuse('CounterOnlyRises', 'Un compteur ne descend pas.')
      : raiseBy === 0
        ? []
        : Array.from({ length: times }, () => ({ type: 'Raised', by: raiseBy })),
  evolve: (state, event) => ({ total: state.total + event.by }),
};

/** Notes each effect in the reaction's own transaction. */
export const recorder =
  (name = 'listener.note-count', fail: (event: EventEnvelope<{ total: number }>) => void = () => undefined) =>
  (connection: Connection) => [
    reaction({
      name,
      on: Counted,
      from: 'beginning',
      run: async (event, tx) => {
        fail(event);
        await connection
          .db!.collection('effects')
          .insertOne({ reaction: name, key: event.key, sequence: event.sequence }, { session: tx.session });
      },
    }),
  ];

export const effectsOf = (connection: Connection, reactionName = 'listener.note-count') =>
  connection.db!.collection('effects').find({ reaction: reactionName }).sort({ _id: 1 }).toArray();
