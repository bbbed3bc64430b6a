import { dealStrikes } from './deck';
import { kinds, weights, type Kind } from './kinds';

const all = Object.keys(kinds) as Kind[];
const kindsOf = (seed: number, count = 60) =>
  dealStrikes(seed, count, all, weights).map(({ kind, lots }) => `${kind} ${lots.below(1_000)}`);

describe('the deck of strikes', () => {
  it('deals the same strikes for the same seed, and others for another', () => {
    expect(kindsOf(4)).toEqual(kindsOf(4));
    expect(kindsOf(4)).not.toEqual(kindsOf(5));
  });

  it('deals at least two of every kind among sixty, whatever the seed', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const dealt = dealStrikes(seed, 60, all, weights).map(({ kind }) => kind);
      for (const kind of all) expect(dealt.filter((one) => one === kind).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('gives each of a list its turn', () => {
    const cards = dealStrikes(9, 60, all, weights).filter(({ kind }) => kind === 'kill -9 of a service');
    const targets = cards.slice(0, 6).map(({ inTurn }) => inTurn(['a', 'b', 'c', 'd', 'e', 'f']));
    expect(new Set(targets).size).toBe(6);
  });
});
