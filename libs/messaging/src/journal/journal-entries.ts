import type { EventContract } from '@passerelle/contracts';
import type { DomainEvent, Loaded, Publication, PublishTable, Transaction } from '../unit-of-work/types';
import { nextEntryId } from './entry-id';
import type { JournaledPublication, JournalEntry } from './journal-entry';

/** Builds the entries of a save and the aggregate after them. Throws when a publication does not fit its contract. */
export function journalEntries<State, Event extends DomainEvent>(
  aggregate: string,
  tx: Transaction,
  before: Loaded<State>,
  events: readonly Event[],
  evolve: (state: State, event: Event) => State,
  publishes: PublishTable<State, Event>,
): { entries: JournalEntry[]; after: Loaded<State> } {
  const correlationId = before.correlationId ?? tx.correlationId;
  const traceparent = tx.traceparent ?? before.traceparent;
  let { state, version } = before;
  const entries = events.map((event): JournalEntry => {
    state = evolve(state, event);
    version += 1;
    const { type, ...data } = event;
    const publication = publicationOf(publishes, event, before.id, state, tx.now);
    return {
      _id: nextEntryId(),
      aggregate,
      aggregateId: before.id,
      sequence: version,
      type,
      data,
      territory: before.territory,
      ...(tx.actor !== undefined && { actor: tx.actor }),
      correlationId,
      causationId: tx.causationId,
      ...(traceparent !== undefined && { traceparent }),
      at: tx.now,
      ...(publication && { publication, pending: true as const }),
    };
  });
  const lastEventId = entries.at(-1)?._id;
  return { entries, after: { ...before, state, version, correlationId, lastEventId } };
}

function publicationOf<State, Event extends DomainEvent>(
  publishes: PublishTable<State, Event>,
  event: Event,
  id: string,
  state: State,
  now: Date,
): JournaledPublication | undefined {
  const row = publishes[event.type as Event['type']] as
    'internal' | ((event: Event, after: object) => Publication | undefined) | undefined;
  if (row === undefined) throw new Error(`${event.type} is missing from the publish table`);
  if (row === 'internal') return undefined;
  const publication = row(event, { id, state, now });
  return publication && checked(publication, id);
}

function checked({ contract, data }: Publication, id: string): JournaledPublication {
  const parsed = contract.schema.safeParse(data);
  if (!parsed.success) {
    // Only where and which rule: the value could be personal.
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join(', ');
    throw new Error(`${contract.type} v${contract.version} does not fit its contract: ${where}`);
  }
  if ((data as Record<string, unknown>)[contract.key] !== id) {
    throw new Error(`${contract.type} must carry its aggregate's id as ${contract.key}`);
  }
  const { topic, type, version } = contract;
  return { topic, type, version, data: parsed.data };
}

/** A row of a publish table, type-checked against the contract. */
export function publication<Data>(contract: EventContract<Data>, data: Data): Publication {
  return { contract: contract as EventContract, data };
}
