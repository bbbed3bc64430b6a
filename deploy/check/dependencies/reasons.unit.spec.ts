import { unreasoned } from './reasons';

const page =
  '| package | why |\n| --- | --- |\n| `zod` | schemas |\n| `@types/jest`, `@types/node` | types |\n';
const devDependencies = { '@types/jest': '30.0.0', '@types/node': '24.0.0' };

describe('reasons of dependencies', () => {
  it('let through a package with a reason, alone or shared', () => {
    expect(unreasoned({ dependencies: { zod: '4.6.7' }, devDependencies }, page)).toEqual([]);
  });

  it('refuse a package without one, a reason without a package and a loose version', () => {
    const dependencies = { left: '1.0.0', '@types/jest': '^30.0.0' };
    expect(unreasoned({ dependencies, devDependencies: { '@types/node': '24.0.0' } }, page)).toEqual([
      'left has no reason',
      'zod has a reason and is not installed',
      '@types/jest is not pinned to one version: ^30.0.0',
    ]);
  });

  it('refuse an empty reason', () => {
    expect(unreasoned({ dependencies: { zod: '4.6.7' } }, '| `zod` |  |\n')).toEqual(['zod has no reason']);
  });
});
