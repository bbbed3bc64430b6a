import fc, { type Arbitrary } from 'fast-check';
import { bodies, heavy } from './bodies';
import { envelopes, keys } from './envelopes';
import { bodyOf, headersOf, kind, none, text, type Poison, type Table } from './poison';
import { nameTopic, unbearable, unwanted } from './scale';

/** Names are keys here. Each is made its own by the event's id, so that no two share an inbox. */
const names = kind(
  'a hostile name as key',
  'accepted',
  fc.constantFrom('__proto__', 'constructor', '$where', 'a.b', 'listener.note-weight x', '\u0000'),
  (parcel, word) => {
    const name = `${word} ${parcel.eventId}`;
    return {
      topic: nameTopic,
      key: Buffer.from(name),
      value: Buffer.from(JSON.stringify({ name })),
      headers: headersOf(parcel, 'Named', '1'),
    };
  },
);

const reacted: Table = [
  [3, kind('sound', 'accepted', none, () => ({}))],
  [2, names],
  [1, kind('refused by a rule', 'refused', none, (parcel) => text(bodyOf(parcel, { grams: unwanted })))],
  [
    2,
    kind('a real one again', 'seen', fc.nat(), (_parcel, choice) => ({ follows: { what: 'real', choice } })),
  ],
  [
    1,
    kind('older than what was seen', 'seen', fc.nat(), (parcel, choice) => ({
      follows: { what: 'accepted', choice },
      headers: headersOf({ ...parcel, sequence: 1 }),
    })),
  ],
];

export const unbearablePoison = kind('what a reaction cannot bear', 'failed', none, (parcel) =>
  text(bodyOf(parcel, { grams: unbearable })),
);

/** A reaction that throws costs three tries: fewer of them, and each with some that queue behind. */
const failing: Table = [
  [1, unbearablePoison],
  [
    2,
    kind('behind what a reaction cannot bear', 'behind', fc.nat(), (parcel, choice) => ({
      follows: { what: 'failed', choice },
      headers: headersOf({ ...parcel, sequence: parcel.sequence + 1_000 }),
    })),
  ],
];

const weighted = (table: Table, times: number) =>
  table.map(([weight, arbitrary]) => ({ weight: weight * times, arbitrary }));

export const poisons: Arbitrary<Poison> = fc.oneof(
  ...weighted([...bodies, ...envelopes, ...keys, ...reacted], 10),
  ...weighted([...failing, ...heavy], 1),
);
