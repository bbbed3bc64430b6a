import fc from 'fast-check';
import { grouped, type Work } from './work';

const work = (key: string, sequence: number, turns = false) =>
  ({ row: { name: 'r', ...(turns && { lane: () => 'turn' }) }, event: { key, sequence } }) as unknown as Work;
const lane = (key: string, length: number, turns = false) =>
  Array.from({ length }, (_unused, index) => work(key, index + 1, turns));

describe('works that share a transaction', () => {
  it('stay within the size, and a key is never split', () => {
    const groups = grouped([lane('a', 3), lane('b', 3), lane('c', 1)], 4);
    expect(groups.map((group) => group.map(([first]) => first!.event.key))).toEqual([['a'], ['b', 'c']]);
  });

  it('leave a reaction that takes turns alone', () => {
    const groups = grouped([lane('a', 1), lane('b', 1, true), lane('c', 1)], 9);
    expect(groups.map((group) => group.map(([first]) => first!.event.key))).toEqual([['b'], ['a', 'c']]);
  });

  it('are none when there is nothing', () => expect(grouped([], 4)).toEqual([]));

  it('lose and double no key, whatever the sizes', () => {
    const lanes = fc.array(fc.tuple(fc.nat(9), fc.boolean()));
    fc.assert(
      fc.property(lanes, fc.integer({ min: 1, max: 20 }), (sizes, most) => {
        const all = sizes.map(([size, turns], index) => lane(String(index), size + 1, turns));
        const groups = grouped(all, most);
        expect(
          groups
            .flat()
            .map(([first]) => first!.event.key)
            .sort(),
        ).toEqual(all.map(([first]) => first!.event.key).sort());
        for (const group of groups)
          if (group.length > 1) expect(group.flat().length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
