import fc from 'fast-check';
import { bodyOf, hostileNames, kind, none, notText, text, type Table } from './poison';

const junk = fc.oneof(
  fc.json({ maxDepth: 2 }),
  fc.constantFrom('null', '[]', '0', '"x"', 'true', '{}', '1e999'),
);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

export const bodies: Table = [
  [
    12,
    kind('truncated JSON', 'unreadable', fc.double({ min: 0, max: 0.99, noNaN: true }), (parcel, part) =>
      text(bodyOf(parcel).slice(0, Math.floor(bodyOf(parcel).length * part))),
    ),
  ],
  [
    6,
    kind('not JSON at all', 'unreadable', fc.string({ maxLength: 200 }), (_parcel, word) =>
      text(`\u0001${word}`),
    ),
  ],
  [6, kind('JSON of another shape', 'unreadable', junk, (_parcel, json) => text(json))],
  [
    6,
    kind(
      'wrong type of a field',
      'unreadable',
      fc.constantFrom<unknown>('12', null, true, [1], { $gt: 0 }, 1.5, -1, -0.1),
      (parcel, grams) => text(bodyOf(parcel, { grams })),
    ),
  ],
  [
    4,
    kind(
      'a huge number',
      'unreadable',
      fc.constantFrom('1e400', '-1e400', '9007199254740993', '123456789012345678901234567890'),
      (parcel, number) => text(`{"parcelId":"${parcel.parcelId}","grams":${number}}`),
    ),
  ],
  [
    4,
    kind('invalid UTF-8', 'unreadable', notText, (parcel, bytes) => ({
      value: Buffer.concat([
        Buffer.from(`{"parcelId":"${parcel.parcelId}","grams":1,"label":"`),
        bytes,
        Buffer.from('"}'),
      ]),
    })),
  ],
  [
    3,
    kind('deep nesting alone', 'unreadable', fc.constantFrom(50, 5_000), (_parcel, depth) =>
      text(nested(depth)),
    ),
  ],
  [
    2,
    kind(
      'deep nesting in a field nobody asked for',
      'accepted',
      fc.constantFrom(50, 5_000),
      (parcel, depth) => text(`{"deep":${nested(depth)},${bodyOf(parcel).slice(1)}`),
    ),
  ],
  [
    2,
    kind('hostile field names', 'accepted', hostileNames, (parcel, name) =>
      text(`{${JSON.stringify(name)}:{"parcelId":"x","$ne":1},${bodyOf(parcel).slice(1)}`),
    ),
  ],
  [6, kind('tombstone', 'unreadable', none, () => ({ value: null }))],
];

/** Hundreds of kilobytes each: some are enough. */
export const heavy: Table = [
  [
    1,
    kind('oversize', 'unreadable', fc.integer({ min: 262_145, max: 300_000 }), (parcel, size) =>
      text(bodyOf(parcel, { label: 'x'.repeat(size) })),
    ),
  ],
  [1, kind('very deep nesting', 'unreadable', none, () => text(nested(100_000)))],
];
