import fc from 'fast-check';
import { returnPath } from './return-path';

describe('where a sign-in comes back to', () => {
  it.each(['/', '/ccas/a-traiter?tri=attente&page=2', '/personnes/7#besoins', '/a//b'])('%s', (path) =>
    expect(returnPath(path)).toBe(path),
  );

  it.each([
    undefined,
    ['/a'],
    '',
    'ccas',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/' + 'x'.repeat(3_000),
  ])('%j is home', (path) => expect(returnPath(path)).toBe('/'));

  it('never leaves our origin, whatever is asked', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      'evil.example',
      '\t',
      '\n',
      '%2f',
      '?',
      '#',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const to = returnPath('/' + pieces.join(''));
        expect(new URL(to, 'https://ours.example').origin).toBe('https://ours.example');
      }),
    );
  });
});
