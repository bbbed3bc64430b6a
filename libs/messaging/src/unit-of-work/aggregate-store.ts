import { isRefusal, refuse, type Decider } from '@passerelle/domain-kit';
import type { Connection, mongo } from 'mongoose';
import { journalEntries } from '../journal/journal-entries';
import { declareIndexes } from './indexes';
import type { AggregateStore, DomainEvent, Loaded, PublishTable, Transaction } from './types';

export interface AggregateDefinition<Command, State, Event extends DomainEvent> {
  /** Collection name and the journal's `aggregate`. */
  readonly name: string;
  readonly decider: Decider<Command, State, Event>;
  readonly publishes: PublishTable<State, Event>;
  /** On `state.…` paths, `territory`, `version`. */
  readonly indexes?: readonly mongo.IndexDescription[];
}

/** The stored form of an aggregate: its present state, beside the journal that tells how it came to be. */
export interface AggregateDocument<State> {
  _id: string;
  version: number;
  territory: string;
  correlationId: string;
  traceparent?: string;
  state: State;
}

/** Loads, decides and saves one kind of aggregate, inside the caller's transaction. */
export function aggregateStore<Command, State, Event extends DomainEvent>(
  connection: Connection,
  definition: AggregateDefinition<Command, State, Event>,
): AggregateStore<Command, State, Event> {
  const { name, decider, publishes } = definition;
  const documents = () =>
    connection.db!.collection<AggregateDocument<State>>(name, { ignoreUndefined: true });
  const fresh = (tx: Transaction, id: string): Loaded<State> => ({
    id,
    version: 0,
    territory: tx.territory,
    state: decider.initial,
  });
  declareIndexes(connection, name, definition.indexes ?? []);

  const store: AggregateStore<Command, State, Event> = {
    name,
    decider,

    async load(tx, id) {
      const found = await documents().findOne({ _id: id }, { session: tx.session });
      return found ? loaded(found as AggregateDocument<State>) : fresh(tx, id);
    },

    async save(tx, before, events) {
      if (events.length === 0) return before;
      const { entries, after } = journalEntries(name, tx, before, events, decider.evolve, publishes);
      await write(name, documents, tx, before, after);
      tx.entries.push(...entries);
      return after;
    },

    async decide(tx, id, command, options = {}) {
      if (options.likelyNew && options.expectedVersion === undefined && tx.attempt === 1) {
        const outcome = decider.decide(command, decider.initial);
        // Whoever is refused may be there already: that is looked at first.
        if (!isRefusal(outcome)) return store.save(tx, fresh(tx, id), outcome);
      }
      const before = await store.load(tx, id);
      const barred = mayTouch(before, tx, options.expectedVersion);
      if (barred) return barred;
      const outcome = decider.decide(command, before.state);
      return isRefusal(outcome) ? outcome : store.save(tx, before, outcome);
    },

    async read(id) {
      const found = await documents().findOne({ _id: id });
      return found ? loaded(found as AggregateDocument<State>) : undefined;
    },
  };
  return store;
}

function mayTouch(before: Loaded<unknown>, tx: Transaction, expectedVersion: number | undefined) {
  if (before.version > 0 && before.territory !== tx.territory) {
    return refuse('WrongTerritory', 'Ce dossier appartient à un autre territoire.');
  }
  if (expectedVersion !== undefined && expectedVersion !== before.version) {
    return refuse(
      'StaleVersion',
      'Ce dossier a changé depuis que vous l’avez ouvert. Relisez-le, puis recommencez.',
      'version',
    );
  }
  return undefined;
}

async function write<State>(
  collection: string,
  documents: () => mongo.Collection<AggregateDocument<State>>,
  tx: Transaction,
  before: Loaded<State>,
  after: Loaded<State>,
): Promise<void> {
  const { territory, version, state } = after;
  const correlationId = after.correlationId ?? tx.correlationId;
  const traceparent = before.version === 0 ? tx.traceparent : before.traceparent;
  const next = { territory, version, correlationId, traceparent, state };
  if (before.version === 0 && tx.later) {
    tx.later.push({
      collection,
      operation: { insertOne: { document: { _id: after.id, ...next } as never } },
    });
    return;
  }
  const session = tx.session;
  if (before.version === 0) {
    await documents().insertOne({ _id: after.id, ...next } as never, { session });
    return;
  }
  const { matchedCount } = await documents().replaceOne(
    { _id: after.id, version: before.version } as never,
    next as never,
    { session },
  );
  // The transaction read this version from its own snapshot: only a caller that saves twice from the same load gets here.
  if (matchedCount === 0) throw new Error(`${after.id} was saved twice from version ${before.version}`);
}

function loaded<State>(document: AggregateDocument<State>): Loaded<State> {
  const { _id: id, version, territory, correlationId, traceparent, state } = document;
  return { id, version, territory, correlationId, state, ...(traceparent !== undefined && { traceparent }) };
}
