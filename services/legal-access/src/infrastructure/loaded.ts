import type { AggregateDocument, Loaded } from '@passerelle/messaging';

export function loadedOf<State>(document: AggregateDocument<State>): Loaded<State> {
  const { _id: id, version, territory, correlationId, state } = document;
  return { id, version, territory, correlationId, state };
}
