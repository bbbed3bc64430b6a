import type { EventContract, EventEnvelope } from '@passerelle/contracts';
import type { IHeaders, Message } from 'kafkajs';
import { isUtf8 } from 'node:buffer';
import type { JournalEntry } from './journal-entry';

/** CloudEvents 1.0, Kafka binding, binary mode: attributes in `ce_*` headers, the data alone in the body. */
export function toMessage(
  service: string,
  entry: JournalEntry,
  fence: number,
  traceparent = entry.traceparent,
): Message {
  const { publication } = entry;
  if (!publication) throw new Error(`${entry._id} is not for publication`);
  return {
    key: entry.aggregateId,
    value: JSON.stringify(publication.data),
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: entry._id,
      ce_source: service,
      ce_type: publication.type,
      ce_dataversion: String(publication.version),
      ce_subject: entry.aggregateId,
      ce_time: entry.at.toISOString(),
      ce_sequence: String(entry.sequence),
      ce_territory: entry.territory,
      ce_correlationid: entry.correlationId,
      ce_causationid: entry.causationId,
      ce_fence: String(fence),
      ...(entry.actor !== undefined && { ce_actor: entry.actor }),
      ...(traceparent !== undefined && { traceparent }),
    },
  };
}

export type ReadMessage =
  | { readonly kind: 'event'; readonly event: EventEnvelope }
  /** A type or a version that this build's contracts do not have. */
  | { readonly kind: 'unknown'; readonly event: EventEnvelope<undefined> }
  | { readonly kind: 'unreadable'; readonly why: string };

export interface RawMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: IHeaders;
}

/** Larger than any contract allows: refused before it is parsed. */
export const maxBodyBytes = 262_144;

/** Never throws: what cannot be read says why, without quoting any value. */
export function readMessage(
  message: RawMessage,
  topic: string,
  contracts: ReadonlyMap<string, EventContract>,
): ReadMessage {
  const parts = readParts(message);
  if (typeof parts === 'string') return { kind: 'unreadable', why: parts };
  const { key, body, attributes } = parts;
  const contract = contracts.get(contractKey(topic, attributes.type));
  if (!contract || !knows(contract, attributes.version)) {
    return { kind: 'unknown', event: { ...attributes, topic, key, data: undefined } };
  }
  const data = readData(body, contract, attributes.version);
  if (typeof data === 'string') return { kind: 'unreadable', why: data };
  if ((data.value as Record<string, unknown>)[contract.key] !== key) {
    return { kind: 'unreadable', why: `the key is not the data's ${contract.key}` };
  }
  return { kind: 'event', event: { ...attributes, topic, key, data: data.value } };
}

function readParts(message: RawMessage): { key: string; body: Buffer; attributes: Attributes } | string {
  const key = message.key?.toString('utf8');
  if (!key) return 'no key';
  if (message.value === null) return 'no body (a tombstone)';
  if (message.value.length > maxBodyBytes) return 'body too large';
  // Node would put a replacement character where the text was damaged.
  if (!isUtf8(message.key!) || !isUtf8(message.value)) return 'not UTF-8';
  const attributes = readAttributes(message.headers ?? {});
  return typeof attributes === 'string' ? attributes : { key, body: message.value, attributes };
}

export function contractKey(topic: string, type: string): string {
  return `${topic}/${type}`;
}

function knows(contract: EventContract, version: number): boolean {
  return version === contract.version || Object.hasOwn(contract.upcasts ?? {}, version);
}

type Attributes = Omit<EventEnvelope, 'topic' | 'key' | 'data'>;

const required = ['id', 'source', 'type', 'time', 'territory', 'correlationid', 'causationid'] as const;

export function readAttributes(headers: IHeaders): Attributes | string {
  const text = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0]?.toString() : value?.toString();
  };
  const missing = required.filter((name) => !text(`ce_${name}`));
  if (missing.length > 0) return `missing attribute: ${missing.join(', ')}`;
  const sequence = Number(text('ce_sequence'));
  const version = Number(text('ce_dataversion'));
  const time = new Date(text('ce_time')!);
  if (!Number.isSafeInteger(sequence) || sequence < 1) return 'sequence is not a whole number from 1';
  if (!Number.isSafeInteger(version) || version < 1) return 'dataversion is not a whole number from 1';
  if (Number.isNaN(time.getTime())) return 'time is not an instant';
  const actor = text('ce_actor');
  const traceparent = text('traceparent');
  return {
    id: text('ce_id')!,
    type: text('ce_type')!,
    version,
    source: text('ce_source')!,
    sequence,
    time,
    territory: text('ce_territory')!,
    correlationId: text('ce_correlationid')!,
    causationId: text('ce_causationid')!,
    ...(actor !== undefined && { actor }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

function readData(body: Buffer, contract: EventContract, version: number): { value: unknown } | string {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return 'body is not JSON';
  }
  try {
    const upcast = contract.upcasts?.[version];
    const current = version === contract.version || !upcast ? json : upcast(json as never);
    const parsed = contract.schema.safeParse(current);
    if (parsed.success) return { value: parsed.data };
    return `does not fit ${contract.type} v${contract.version}: ${parsed.error.issues
      .map((issue) => `${issue.path.join('.')} ${issue.code}`)
      .join(', ')}`;
  } catch {
    return `upcast of ${contract.type} from v${version} failed`;
  }
}
