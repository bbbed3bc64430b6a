import type { Refusal } from './refusal';

/** Nothing to do is an empty array; a rule that says no is a refusal. */
export type Decision<Event> = readonly Event[] | Refusal;

/** A pure rulebook: no clock, no randomness, no look-up. Time, ids and look-ups come in with the command. */
export interface Decider<Command, State, Event> {
  readonly initial: State;
  readonly decide: (command: Command, state: State) => Decision<Event>;
  readonly evolve: (state: State, event: Event) => State;
}

export function fold<State, Event>(
  evolve: (state: State, event: Event) => State,
  state: State,
  events: readonly Event[],
): State {
  return events.reduce(evolve, state);
}
