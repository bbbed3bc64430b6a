import { defineEvent, id as uuid, type EventContract, type EventEnvelope } from '@passerelle/contracts';
import { refuse, type Decider } from '@passerelle/domain-kit';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { insertBeside, reaction } from '.';

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

/** Notes each effect in the reaction's own transaction; one that `reads` has it to itself. */
export const recorder =
  (
    name = 'listener.note-count',
    fail: (event: EventEnvelope<{ total: number }>) => void = () => undefined,
    reads = true,
  ) =>
  (connection: Connection) => [
    reaction({
      name,
      on: Counted,
      from: 'beginning',
      run: async (event, tx) => {
        fail(event);
        if (reads) await connection.db!.collection('effects').findOne({}, { session: tx.session });
        const effect = { _id: tx.newId(), reaction: name, key: event.key, sequence: event.sequence };
        await insertBeside(connection, 'effects', [effect], tx);
      },
    }),
  ];

export const effectsOf = (connection: Connection, reactionName = 'listener.note-count') =>
  connection.db!.collection('effects').find({ reaction: reactionName }).sort({ $natural: 1 }).toArray();
