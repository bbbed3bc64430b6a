import { Recent } from './recent';

const hint = (key: string) => ({
  topic: 'ccas.need',
  type: 'NeedIdentified',
  key,
  territory: '91645',
  at: new Date(0),
});
const keys = (told: ReturnType<Recent['after']>) => told?.map((one) => one.hint?.key ?? 'again');

describe('what was told lately', () => {
  it('is told again from where a browser stopped', () => {
    const recent = new Recent('p', 10);
    const [a] = [recent.add(hint('a')), recent.add(hint('b')), recent.add()];
    expect(keys(recent.after(a!.id))).toEqual(['b', 'again']);
    expect(recent.after(recent.lastId)).toEqual([]);
  });

  it('is not known beyond its measure, of another process, or of the future', () => {
    const recent = new Recent('p', 2);
    const first = recent.lastId;
    for (const key of ['a', 'b', 'c']) recent.add(hint(key));
    expect(recent.after(first)).toBeUndefined();
    expect(keys(recent.after('p-1'))).toEqual(['b', 'c']);
    for (const id of ['q-2', 'p-4', 'p--1', 'p-', 'p', '', 'p-1e0', 'p-2 ']) {
      expect(recent.after(id)).toBeUndefined();
    }
  });

  it('is nothing while nothing happened', () => {
    const recent = new Recent('a-b', 2);
    expect(recent.after(recent.lastId)).toEqual([]);
    expect(recent.after('a-b-1')).toBeUndefined();
  });
});
