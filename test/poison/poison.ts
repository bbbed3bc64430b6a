import fc, { type Arbitrary } from 'fast-check';
import type { Message } from 'kafkajs';
import { parcelTopic, unbearable } from './scale';

/** What must become of a message: one thing, known from how it was made. */
export type Fate =
  'unreadable' | 'unknown-contract' | 'failed' | 'behind' | 'refused' | 'seen' | 'skipped' | 'accepted';

export interface Poison {
  readonly kind: string;
  readonly fate: Fate;
  readonly topic: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: NonNullable<Message['headers']>;
  /** Takes the key of an earlier message, or is one sent again, chosen by this number. */
  readonly follows?: { readonly what: 'failed' | 'accepted' | 'real'; readonly choice: number };
}

export interface Parcel {
  readonly parcelId: string;
  readonly grams: number;
  readonly eventId: string;
  readonly sequence: number;
}

const parcels: Arbitrary<Parcel> = fc.record({
  parcelId: fc.uuid({ version: 7 }),
  grams: fc.integer({ min: 0, max: unbearable - 1 }),
  eventId: fc.uuid({ version: 7 }),
  sequence: fc.integer({ min: 2, max: 1_000 }),
});

export const headersOf = ({ eventId, sequence }: Parcel, type = 'Weighed', version = '2') => ({
  ce_id: eventId,
  ce_source: 'scale',
  ce_type: type,
  ce_dataversion: version,
  ce_time: '2026-11-24T08:00:00.000Z',
  ce_sequence: String(sequence),
  ce_territory: '91645',
  ce_correlationid: eventId,
  ce_causationid: eventId,
});
export const bodyOf = ({ parcelId, grams }: Parcel, more: object = {}) =>
  JSON.stringify({ parcelId, grams, ...more });

const sound = (parcel: Parcel): Poison => ({
  kind: 'sound',
  fate: 'accepted',
  topic: parcelTopic,
  key: Buffer.from(parcel.parcelId),
  value: Buffer.from(bodyOf(parcel)),
  headers: headersOf(parcel),
});

export type Change = Partial<Omit<Poison, 'kind' | 'fate'>>;
export const kind = <Extra>(
  name: string,
  fate: Fate,
  extra: Arbitrary<Extra>,
  change: (parcel: Parcel, extra: Extra) => Change,
): Arbitrary<Poison> =>
  fc
    .tuple(parcels, extra)
    .map(([parcel, more]) => ({ ...sound(parcel), kind: name, fate, ...change(parcel, more) }));

export const text = (value: string): Change => ({ value: Buffer.from(value) });
export const header = (parcel: Parcel, name: string, value: string): Change => ({
  headers: { ...headersOf(parcel), [name]: value },
});

export const none = fc.constant(undefined);

/** Bytes that no UTF-8 text has. */
export const notText = fc
  .tuple(fc.constantFrom(0x80, 0xc0, 0xf5, 0xff), fc.nat(20))
  .map(([byte, at]) => Buffer.from([...Array.from({ length: at }, () => 0x20), byte]));

/** How often among the others, and what. */
export type Table = readonly (readonly [weight: number, poison: Arbitrary<Poison>])[];
export const hostileNames = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '$where',
  '$gt',
  'a.b',
  '',
  '\u0000',
  'ce_',
  'é'.repeat(40),
);
