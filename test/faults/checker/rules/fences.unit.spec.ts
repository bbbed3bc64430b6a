import type { Evidence, Rec } from '../evidence';
import { staleFences } from './fences';

type Row = readonly [fence: number, madeAt: number];
const at = {
  topic: 'ccas.need',
  partition: 0,
  key: 'a',
  type: 'NeedIdentified',
  source: 'ccas',
  sequence: 1,
};
const count = (strikes: number, ...rows: readonly Row[]) => {
  const records = rows.map(([fence, madeAt], offset): Rec => ({
    ...at,
    fence,
    madeAt,
    offset,
    id: `${offset}`,
  }));
  return staleFences({ topics: { records, ends: new Map() } } as unknown as Evidence, strikes);
};

describe('stale fences', () => {
  it('sees none while fences only rise', () => expect(count(0, [1, 0], [1, 9], [2, 10])).toBe(0));

  it('allows what one send held, for one strike', () => {
    const inFlight = [
      [2, 10],
      [1, 11],
      [1, 11],
      [2, 12],
    ] as const;
    expect(count(1, ...inFlight)).toBe(0);
    expect(count(0, ...inFlight)).toBe(2);
  });

  it('counts a second send of the same holder, whatever the number of strikes', () => {
    expect(count(9, [2, 10], [1, 11], [1, 200], [1, 201])).toBe(2);
  });

  it('allows one send for each holder that was struck', () => {
    const two = [
      [3, 10],
      [1, 11],
      [2, 300],
      [3, 400],
    ] as const;
    expect(count(2, ...two)).toBe(0);
    expect(count(1, ...two)).toBe(1);
  });
});
