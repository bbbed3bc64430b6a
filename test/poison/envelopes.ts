import fc from 'fast-check';
import {
  headersOf,
  header,
  hostileNames,
  kind,
  none,
  notText,
  text,
  type Change,
  type Parcel,
  type Table,
} from './poison';

const required = [
  'id',
  'source',
  'type',
  'time',
  'territory',
  'correlationid',
  'causationid',
  'sequence',
  'dataversion',
];

/** Own properties of these names, as a hostile sender writes them; a literal would set the prototype instead. */
const withNames = (names: readonly string[], parcel: Parcel): Change => ({
  headers: Object.fromEntries([
    ...Object.entries(headersOf(parcel)),
    ...names.map((name) => [name, 'x'] as const),
  ]),
});

export const envelopes: Table = [
  [
    6,
    kind(
      'a version that nobody knows',
      'unknown-contract',
      fc.integer({ min: 3, max: 1_000_000 }),
      (parcel, version) => header(parcel, 'ce_dataversion', String(version)),
    ),
  ],
  [
    3,
    kind(
      'no version',
      'unreadable',
      fc.constantFrom('0', '-1', '1.5', 'two', 'NaN', '1e300', 'Infinity'),
      (parcel, version) => header(parcel, 'ce_dataversion', version),
    ),
  ],
  [
    2,
    kind('an older version', 'accepted', none, (parcel) => ({
      value: Buffer.from(`{"parcelId":"${parcel.parcelId}","kilos":2}`),
      headers: headersOf(parcel, 'Weighed', '1'),
    })),
  ],
  [
    3,
    kind(
      'an older version that cannot be lifted',
      'unreadable',
      fc.constantFrom('null', '{}', '[]', '{"parcelId":1,"kilos":{}}'),
      (parcel, body) => ({ ...text(body), headers: headersOf(parcel, 'Weighed', '1') }),
    ),
  ],
  [
    8,
    kind('missing attributes', 'unreadable', fc.subarray(required, { minLength: 1 }), (parcel, gone) => ({
      headers: Object.fromEntries(
        Object.entries(headersOf(parcel)).filter(([name]) => !gone.includes(name.slice(3))),
      ),
    })),
  ],
  [
    4,
    kind(
      'a sequence that counts nothing',
      'unreadable',
      fc.constantFrom('0', '-1', '1.5', 'first', '1e21', ' '),
      (parcel, sequence) => header(parcel, 'ce_sequence', sequence),
    ),
  ],
  [
    3,
    kind(
      'a time that is none',
      'unreadable',
      fc.constantFrom('yesterday', '2026-13-01', '+999999-01-01'),
      (parcel, time) => header(parcel, 'ce_time', time),
    ),
  ],
  [
    2,
    kind(
      'a time at the end of times',
      'accepted',
      fc.constantFrom('+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z'),
      (parcel, time) => header(parcel, 'ce_time', time),
    ),
  ],
  [
    5,
    kind('a type of another topic', 'unknown-contract', none, (parcel) => ({
      headers: headersOf(parcel, 'Named', '1'),
    })),
  ],
  [
    5,
    kind(
      'a type that nobody knows',
      'unknown-contract',
      fc.constantFrom('Unweighed', '__proto__', 'constructor', '$where', 'x'.repeat(5_000)),
      (parcel, type) => ({ headers: headersOf(parcel, type) }),
    ),
  ],
  [
    5,
    kind('a type that nobody lists', 'skipped', none, (parcel) => ({
      value: Buffer.from(JSON.stringify({ parcelId: parcel.parcelId })),
      headers: headersOf(parcel, 'Moved', '1'),
    })),
  ],
  [
    2,
    kind(
      'hostile header names',
      'accepted',
      fc.array(hostileNames, { minLength: 1, maxLength: 5 }),
      (parcel, names) => withNames(names, parcel),
    ),
  ],
  [
    1,
    kind('a hundred headers', 'accepted', none, (parcel) =>
      withNames(
        Array.from({ length: 100 }, (_unused, index) => `x-${index}`),
        parcel,
      ),
    ),
  ],
  [
    2,
    kind(
      'hostile values of attributes',
      'accepted',
      fc.constantFrom('$ne', '__proto__', '{"$gt":""}', 'x'.repeat(5_000)),
      (parcel, value) => ({
        headers: {
          ...headersOf(parcel),
          ce_territory: value,
          ce_correlationid: value,
          ce_actor: value,
          traceparent: value,
        },
      }),
    ),
  ],
];

export const keys: Table = [
  [6, kind('null key', 'unreadable', none, () => ({ key: null }))],
  [3, kind('empty key', 'unreadable', none, () => ({ key: Buffer.alloc(0) }))],
  [
    5,
    kind('the key of another', 'unreadable', fc.uuid({ version: 7 }), (_parcel, key) => ({
      key: Buffer.from(key),
    })),
  ],
  [
    4,
    kind(
      'hostile key',
      'unreadable',
      fc.constantFrom('__proto__', 'constructor', '$where', '{"$gt":""}', '\u0000', 'x'.repeat(2_000)),
      (_parcel, key) => ({ key: Buffer.from(key) }),
    ),
  ],
  [3, kind('a key that is not text', 'unreadable', notText, (_parcel, key) => ({ key }))],
];
