import type { EventEnvelope } from '@passerelle/contracts';
import type { JournalEntry } from '@passerelle/messaging';

/** One fact of the story of a need, wherever it was decided. */
export interface ChainLink {
  /** Of the event. */
  readonly id: string;
  readonly type: string;
  /** The service that decided it. */
  readonly source: string;
  readonly at: Date;
  readonly territory: string;
  readonly actor?: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** The aggregate it happened to. */
  readonly key: string;
  readonly needId?: string;
  readonly permanenceRequestId?: string;
  readonly data: LinkData;
}

export type LinkData = Readonly<Record<string, string | number | boolean>>;

/** What a sentence may need. A person, and what is only an id for programs, stays out. */
const toldFields = [
  'topic',
  'field',
  'previousTopic',
  'urgency',
  'by',
  'because',
  'waitingCount',
  'startsAt',
  'endsAt',
  'startedAt',
  'remindAt',
  'expireAt',
  'answerBy',
  'placeName',
  'profession',
  'walkIn',
  'attendance',
  'outcome',
  'attempt',
  'slots',
  'notice',
  'channel',
  'recipient',
  'granted',
  'workerId',
  'service',
] as const;

export function linkOfEvent(event: EventEnvelope): ChainLink {
  const data = event.data as Readonly<Record<string, unknown>>;
  const { id, type, source, time: at, territory, actor, correlationId, causationId, key } = event;
  return {
    ...{ id, type, source, at, territory, correlationId, causationId, key },
    ...(actor === undefined ? {} : { actor }),
    ...idIn(data, 'needId'),
    ...idIn(data, 'permanenceRequestId'),
    data: toldOf(data),
  };
}

/** This service's own events are in its journal: they need not be heard to be told. */
export function linkOfEntry(entry: JournalEntry): ChainLink {
  const { _id: id, type, at, territory, correlationId, causationId, aggregate, aggregateId } = entry;
  const actor = entry.actor ?? officerIn(entry);
  return {
    ...{ id, type, source: 'ccas', at, territory, correlationId, causationId, key: aggregateId },
    ...(actor === undefined ? {} : { actor }),
    ...(aggregate === 'need' ? { needId: aggregateId } : {}),
    ...(aggregate === 'go-ahead' ? { permanenceRequestId: aggregateId } : {}),
    data: toldOf(entry.data),
  };
}

/** An answer that was held leaves by itself: it is the officer's all the same. */
function officerIn({ type, data }: JournalEntry): string | undefined {
  return type === 'GoAheadGiven' ? String((data as { officerId: string }).officerId) : undefined;
}

function toldOf(data: Readonly<Record<string, unknown>>): LinkData {
  return Object.fromEntries(
    toldFields.flatMap((field) => {
      const value = data[field];
      if (value instanceof Date) return [[field, value.toISOString()]];
      return ['string', 'number', 'boolean'].includes(typeof value) ? [[field, value]] : [];
    }),
  ) as LinkData;
}

function idIn(data: Readonly<Record<string, unknown>>, field: 'needId' | 'permanenceRequestId') {
  const value = data[field];
  return typeof value === 'string' ? { [field]: value } : {};
}
