import { defineEvent, id as uuid, type EventContract } from '@passerelle/contracts';
import { refuse, type Decider } from '@passerelle/domain-kit';
import { z } from 'zod';

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
export const counter: Decider<{ raiseBy: number }, { total: number }, CounterEvent> = {
  initial: { total: 0 },
  decide: ({ raiseBy }) =>
    raiseBy < 0
      ? refuse('CounterOnlyRises', 'Un compteur ne descend pas.')
      : raiseBy === 0
        ? []
        : [{ type: 'Raised', by: raiseBy }],
  evolve: (state, event) => ({ total: state.total + event.by }),
};
