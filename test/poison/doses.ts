import fc from 'fast-check';
import type { KafkaMessage, Message } from 'kafkajs';
import type { Poison } from './poison';
import { poisons, unbearablePoison } from './poisons';
import { parcelTopic } from './scale';

/** One poisoned message, ready to be sent, with what must become of it. */
export interface Dose extends Poison {
  /** From 0; its `fuzz` header, which comes first so that no copy cuts it off. */
  readonly number: number;
}

/** The same seed and the same real messages make the same doses. */
export function doses(seed: number, count: number, real: readonly KafkaMessage[]): Dose[] {
  const earlier: Record<'failed' | 'accepted', Dose[]> = { failed: [], accepted: [] };
  return fc.sample(poisons, { numRuns: count, seed }).map((poison, number) => {
    const dose = numbered(settled(poison, earlier, real), number);
    if (dose.topic === parcelTopic && (dose.fate === 'failed' || dose.fate === 'accepted')) {
      earlier[dose.fate].push(dose);
    }
    return dose;
  });
}

/** Of as many keys, each of which a reaction throws at. */
export function unbearables(seed: number, count: number): Dose[] {
  return fc.sample(unbearablePoison, { numRuns: count, seed }).map(numbered);
}

/** One that should follow another finds it; too early in the run there is none, and it is a tombstone instead. */
function settled(
  poison: Poison,
  earlier: Readonly<Record<'failed' | 'accepted', Dose[]>>,
  real: readonly KafkaMessage[],
): Poison {
  const { follows } = poison;
  if (!follows) return poison;
  if (follows.what === 'real') {
    const { key, value, headers } = real[follows.choice % real.length]!;
    return { ...poison, key, value, headers: headers as Poison['headers'] };
  }
  const candidates = earlier[follows.what];
  const target = candidates[follows.choice % candidates.length];
  if (!target) return { ...poison, kind: 'tombstone', fate: 'unreadable', value: null };
  const parcelId = target.key!.toString();
  return { ...poison, key: target.key, value: Buffer.from(JSON.stringify({ parcelId, grams: 1 })) };
}

function numbered(poison: Poison, number: number): Dose {
  return { ...poison, number, headers: { fuzz: String(number), ...poison.headers } };
}

export function messageOf({ key, value, headers }: Dose): Message {
  return { key, value, headers };
}
