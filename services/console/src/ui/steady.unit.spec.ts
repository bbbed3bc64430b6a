import { settle } from './steady';

const row = (id: string, words = id) => ({ id, words });
const idOf = ({ id }: { id: string }) => id;

describe('a list under the cursor', () => {
  it('changes in place, holds back what came, keeps what left', () => {
    const settled = settle([row('a'), row('b')], [row('c'), row('b', 'other words')], idOf);
    expect(settled.rows).toEqual([row('a'), row('b', 'other words')]);
    expect([settled.arrived, [...settled.gone]]).toEqual([1, ['a']]);
  });

  it('says nothing when nothing happened, even in another order', () => {
    const settled = settle([row('a'), row('b')], [row('b'), row('a')], idOf);
    expect([settled.rows.map(idOf), settled.arrived, settled.gone.size]).toEqual([['a', 'b'], 0, 0]);
  });
});
