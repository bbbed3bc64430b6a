import fc from 'fast-check';
import { Chance } from './chance';

describe('chance', () => {
  it('draws the same lots for the same seed, and others for another', () => {
    const lots = (seed: number) => {
      const chance = new Chance(seed);
      return [chance.below(1_000), chance.below(1_000), ...chance.shuffled([1, 2, 3, 4, 5, 6, 7, 8])];
    };
    expect(lots(1)).toEqual(lots(1));
    expect(lots(1)).not.toEqual(lots(2));
  });

  it('draws within bounds, and shuffles without losing anybody', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer(), { minLength: 1 }), (seed, all) => {
        const chance = new Chance(seed);
        const lot = chance.below(all.length);
        expect(lot >= 0 && lot < all.length).toBe(true);
        expect([...chance.shuffled(all)].sort()).toEqual([...all].sort());
      }),
    );
  });

  it('says so when there is nobody to draw', () => expect(() => new Chance(1).one([])).toThrow('nothing'));
});
