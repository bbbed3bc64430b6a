import { fold, type Decider } from './decider';
import { isRefusal } from './refusal';

/**
 * The three ways to test a rule: `given(decider, past).when(command)`, then `.then(events)`, `.thenRefused(rule)` or
 * `.thenNothing()`. Each throws an Error that shows both sides.
 */
export function given<Command, State, Event>(
  decider: Decider<Command, State, Event>,
  past: readonly NoInfer<Event>[] = [],
) {
  return {
    when(command: Command) {
      const outcome = decider.decide(command, fold(decider.evolve, decider.initial, past));
      return {
        outcome,
        then: (expected: readonly Event[]) => same(outcome, expected),
        thenNothing: () => same(outcome, []),
        thenRefused(rule: string) {
          if (!isRefusal(outcome) || outcome.refused !== rule) {
            throw new Error(`expected refusal ${rule}, got ${show(outcome)}`);
          }
        },
      };
    },
  };
}

function same(actual: unknown, expected: unknown): void {
  if (show(actual) !== show(expected))
    throw new Error(`expected ${show(expected)}\n     got ${show(actual)}`);
}

/** Keys sorted, so that two objects with the same content read the same. */
function show(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
