import { isDeepStrictEqual } from 'node:util';
import { breaks } from './compatibility';
import { nameOf } from './released-contract';
import type { ReleasedContract } from './released-contract';

export interface Comparison {
  /** Sentences that must stop a release: a consumer somewhere would break. */
  readonly broken: string[];
  /** New, or with one more optional field: to be written down by `npm run contracts:release`. */
  readonly unrecorded: ReleasedContract[];
}

/** Compares all that was released with all that the code promises now. */
export function compare(released: readonly ReleasedContract[], now: readonly ReleasedContract[]): Comparison {
  const current = new Map(now.map((it) => [nameOf(it), it]));
  const known = new Map(released.map((it) => [nameOf(it), it]));
  const broken = twice(now);
  for (const [name, contract] of known) {
    const promise = current.get(name);
    if (!promise) broken.push(`${name} was released and is gone: its events stay in the topic for ever`);
    else broken.push(...breaks(contract, promise).map((it) => `${name}: ${it}`));
  }
  return { broken, unrecorded: now.filter((it) => !isDeepStrictEqual(known.get(nameOf(it)), it)) };
}

function twice(contracts: readonly ReleasedContract[]): string[] {
  const names = contracts.map(nameOf);
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `${name} is declared twice`);
}
